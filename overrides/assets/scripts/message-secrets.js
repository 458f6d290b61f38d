// Recognizes what must never stand in a message: passwords, codes, card and ID numbers, recovery
// phrases. It reads the text and tells what kind of secret it is; the words are the page's.
(function (message) {
  "use strict";

  // Lengths and first digits of the cards in use, so that few order numbers look like one.
  const CARD =
    /^(?:4\d{12}(?:\d{3})?|5[1-5]\d{14}|2[2-7]\d{14}|3[47]\d{13}|3[068]\d{12}|35\d{14}|6\d{15,18}|81\d{14,17}|5[06-8]\d{14,17})$/;
  const BIRTH = /^\d{6}(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dXx]$/;
  const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

  // Words that sentences cannot do without and recovery phrases never hold.
  const COMMON = new Set(
    ("the and was not for but had has his her she him from with are were been did does got how its "
      + "our out who why yes your could would should after didn don "
      + "doesn them their than some see get").split(" "),
  );

  const LENGTHS = [12, 15, 18, 21, 24];
  const IS = "[\\s'\"“”(]*(?:is|was|是|为|為|[:=])?[\\s'\"“”(]*";
  const DIGITS = "(?:\\d[ -]?){3,7}\\d(?!\\d)";
  const CODE = new RegExp(
    "(?:验证码|驗證碼|校验码|动态码|短信码|取款密码|支付密码|交易密码|一次性(?:密码|口令)|动态(?:密码|口令)"
      + "|\\botp|\\bpin(?: code)?|(?:verification|confirmation|security|log-?in|sign-?in|one-?time|sms"
      + "|auth\\w*)[ -](?:pass)?(?:code|password|pin)|passcode)" + IS + DIGITS, "i");
  const PLAIN_CODE = /(?:^|\bmy |\bthe |[^\w ] *)code\s*(?:is|was|:)\s*\d{6}(?!\d)/i;
  const SECURITY = new RegExp(
    "(?:\\bcv[vcn]2?|\\bcsc|card(?:'s)? (?:security )?code|security code|安全码|安全碼|后三位|背面三位)(?:号|码)?"
      + IS + "\\d{3,4}(?!\\d)", "i");
  const ID = new RegExp(
    "(?:身份证|身分證|证件|護照|护照|passport|id card|national id|social security|\\bid number)"
      + "(?:号码|号|號碼|\\s*(?:number|no\\.?))?" + IS + "[a-z]{0,3}\\d{6,}", "i");
  const OTHER_ID = /(?:^|[^\d-])\d{3}-\d{2}-\d{4}(?![\d-])|\b[a-z]{1,2}\d{6}\([\da]\)/i;
  const KEY = /\b(?:5[HJK][1-9A-HJ-NP-Za-km-z]{49}|[KL][1-9A-HJ-NP-Za-km-z]{51}|[xyz]prv\w{80,})\b/;
  const HEX = /(?:^|[^0-9a-z])(?:0x)?[0-9a-f]{64}(?![0-9a-z])/i;
  const NAMED_HEX = /(?:private key|secret key|私钥|私鑰)[^0-9a-f]{0,12}(?:0x)?[0-9a-f]{64}/i;
  const LABELLED =
    /(?:密码|密碼|口令|pass ?word|passphrase|passwd|\bpwd)\s*(is|was|是|为|為|[:=])\s*["'“]?([\x21-\x7e]{4,})/gi;

  function luhn(digits) {
    let sum = 0;
    [...digits].reverse().forEach((digit, place) => {
      const value = Number(digit) * (place % 2 ? 2 : 1);
      sum += value > 9 ? value - 9 : value;
    });
    return sum % 10 === 0;
  }

  function card(text) {
    for (const [run] of text.matchAll(/\d+(?:[ .\u2010-\u2015-]{1,2}\d+)*/g)) {
      const groups = run.split(/\D+/);
      for (let from = 0; from < groups.length; from += 1) {
        let digits = "";
        for (let to = from; to < groups.length && digits.length < 19; to += 1) {
          digits += groups[to];
          if (CARD.test(digits) && luhn(digits)) return true;
        }
      }
    }
    return false;
  }

  function citizen(text) {
    for (const version of [text, text.replace(/(\d)[ -](?=[\dXx])/g, "$1")]) {
      for (const [, number] of version.matchAll(/(?:^|[^\da-z])(\d{17}[\dx])(?![\da-z])/gi)) {
        const sum = WEIGHTS.reduce((all, weight, place) => all + weight * number[place], 0);
        if (BIRTH.test(number) && "10X98765432"[sum % 11] === number[17].toUpperCase()) return true;
      }
    }
    return false;
  }

  /**
   * Twelve words or more in a row, as wallets hand them out: numbered, in columns, in quotation
   * marks; or as many single Han characters, or as many after a colon as a phrase may have.
   */
  function phrase(text) {
    const plain = text.toLowerCase().replace(/(?<!\d)\d{1,2}\s*[.):、-]?(?=[\s"'a-z\p{Script=Han}])/gu, " ");
    if (/(?:\p{Script=Han}[\s,;|/·•、"'_-]+){11,}\p{Script=Han}(?!\p{Script=Han})/u.test(plain)) return true;
    for (const [, row] of plain.matchAll(/(?:助记词|助記詞|恢复短语|恢復短語|种子短语|種子短語)\s*:\s*([\p{Script=Han} ]+)/gu)) {
      if (LENGTHS.includes(row.replaceAll(" ", "").length)) return true;
    }
    let row = 0;
    for (const word of plain.split(/[\s,;|/·•、"'“”‘’()[\]{}<>_=+*-]+/)) {
      if (!word) continue;
      row = /^[a-z]{3,8}$/.test(word) && !COMMON.has(word) ? row + 1 : 0;
      if (row >= 12) return true;
    }
    return false;
  }

  function password(text) {
    for (const match of text.matchAll(LABELLED)) {
      const [all, link, token] = match;
      const last = /^[^\S\n]*(?:\n|$)/.test(text.slice(match.index + all.length));
      const bare = token.replace(/[.,;!?"')]+$/, "");
      if (bare.length < 4) continue;
      if (/[\d!@#$%^&*+=~_]/.test(bare)) return true;
      if (/[:=]/.test(link) && last) return true;
    }
    return text.split(/\s+/).some(
      (token) =>
        /^[\x21-\x7e]{8,64}$/.test(token)
        && [/[a-z]/, /[A-Z]/, /\d/, /[!@#$%^&*?~+]/].every((kind) => kind.test(token))
        && !/:\/\/|^www\.|^[\w.+-]+@[\w-]+\.[\w.]+$/i.test(token),
    );
  }

  /**
   * What secret stands in `text`: "phrase", "key", "card", "id", "security", "code", "password" or
   * "". `field` is where it was typed; `done` says that typing is over, so that the first digits of
   * an order number are not taken for a code.
   */
  message.secret = (text, field, done) => {
    const plain = text.normalize("NFKC").replace(/[\u200b-\u200f\u2060\ufeff]/g, "");
    if (phrase(plain)) return "phrase";
    if (KEY.test(plain) || NAMED_HEX.test(plain)) return "key";
    // A transaction may have a number of that form; elsewhere it is a key.
    if (field !== "number" && HEX.test(plain)) return "key";
    if (card(plain)) return "card";
    if (citizen(plain) || ID.test(plain) || OTHER_ID.test(plain)) return "id";
    if (SECURITY.test(plain)) return "security";
    if (CODE.test(plain) || PLAIN_CODE.test(plain)) return "code";
    if (done && field !== "error" && field !== "amount" && /^\s*(?:\d{4}|\d{6})\s*$/.test(plain)) return "code";
    return password(plain) ? "password" : "";
  };
})((globalThis.helpcenterMessage ??= {}));
