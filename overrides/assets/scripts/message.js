// Writes the message to support, in every language at once. Nothing leaves the page, nothing is
// kept: answers live in the form's fields and are gone with it.
(function (message) {
  "use strict";

  const box = document.querySelector("[data-message]");
  if (!box) return;
  const form = box.querySelector("form");
  const said = box.querySelector("[data-said]");
  const own = document.documentElement.lang;
  const fields = [...form.querySelectorAll("[data-field]")];
  const outs = [...box.querySelectorAll("[data-text]")];
  const blanks = new Map(outs.map((out) => [out, {}]));
  for (const [out, known] of blanks) {
    for (const one of out.querySelectorAll("[data-blank]")) known[one.dataset.blank] = one;
  }
  /** The message of each language, with `{key}` for each blank. */
  const texts = new Map(outs.map((out) => [out, [...out.childNodes]
    .map((one) => (one.dataset ? `{${one.dataset.blank}}` : one.textContent)).join("")]));

  /** Says what is wrong with a field, once; a field with a secret does not enter the message. */
  function judge(field, done) {
    const kind = message.secret(field.value, field.dataset.field, done);
    const stop = document.getElementById(`${field.id}-stop`);
    const words = kind ? box.dataset.stopped.replace("{why}", box.dataset[kind]) : "";
    if (stop.textContent !== words) stop.textContent = words;
    if (kind) field.setAttribute("aria-invalid", "true");
    else field.removeAttribute("aria-invalid");
    return !kind;
  }

  function date(out) {
    const [year, month, day] = form.querySelector("[data-day]").value.split("-").map(Number);
    const time = form.querySelector("[data-time]").value;
    if (!day) return time;
    const name = out.dataset.months.split(" ")[month - 1];
    const parts = { "{year}": year, "{month}": month, "{day}": day, "{month_name}": name };
    const text = out.dataset.date.replace(/\{\w+\}/g, (key) => parts[key] ?? key);
    return time ? `${text} ${time}` : text;
  }

  function chosen(out, key, places) {
    const words = out.dataset[key].split("\n");
    return places.filter(Boolean).map((place) => words[place]);
  }

  /** What the reader has told so far, as `out` says it. */
  function answers(out) {
    const found = { when: date(out) };
    for (const field of fields) {
      found[field.dataset.field] = field.hasAttribute("aria-invalid") ? "" : field.value.trim();
    }
    for (const choice of form.querySelectorAll("[data-choice]")) {
      const key = choice.dataset.choice;
      found[key] = chosen(out, key, [choice.value])[0] ?? "";
    }
    const ticked = [...form.querySelectorAll("[data-tried]:checked")].map((one) => one.value);
    const join = (one, two) => out.dataset.join.replace("{one}", one).replace("{two}", two);
    found.tried = chosen(out, "tried", ticked).reduce((one, two) => (one ? join(one, two) : two), "");
    return found;
  }

  /** The reader's own words keep their language, whatever the message around them speaks. */
  function piece(out, key, value) {
    if (!["own", "error"].includes(key) || out.lang === own) return value;
    const span = document.createElement("span");
    span.lang = own;
    span.textContent = value;
    return span;
  }

  function lines(out, given) {
    const started = Object.values(given).some(Boolean);
    const kept = [];
    for (const line of texts.get(out).trim().split("\n")) {
      const keys = [...line.matchAll(/\{(\w+)\}/g)].map((match) => match[1]);
      const needed = keys.includes("what") || !keys.length || keys.some((key) => given[key]);
      if (started && !needed) continue;
      if (!line && !kept[kept.length - 1]) continue;
      kept.push(line);
    }
    return kept;
  }

  function write() {
    for (const out of outs) {
      const given = answers(out);
      out.replaceChildren();
      lines(out, given).forEach((line, place) => {
        if (place) out.append("\n");
        for (const part of line.split(/(\{\w+\})/)) {
          const key = part.startsWith("{") ? part.slice(1, -1) : "";
          const blank = blanks.get(out)[key];
          out.append(blank ? (given[key] ? piece(out, key, given[key]) : blank) : part);
        }
      });
    }
  }

  function clear() {
    form.reset();
    for (const field of fields) judge(field, false);
    write();
  }

  async function copy(button) {
    const out = button.closest(".message-result").querySelector("[data-text]");
    try {
      await navigator.clipboard.writeText(out.textContent);
      said.textContent = button.dataset.copied;
    } catch {
      getSelection().selectAllChildren(out);
      said.textContent = button.dataset.selected;
    }
  }

  form.addEventListener("input", (event) => {
    said.textContent = "";
    if (event.target.dataset.field) judge(event.target, false);
    write();
  });
  form.addEventListener("change", (event) => {
    if (event.target.dataset.field) judge(event.target, true);
    write();
  });
  // Nothing is sent: the reader is led to what was written.
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    document.getElementById("message-result").focus();
  });
  for (const button of box.querySelectorAll("[data-copy]")) {
    button.addEventListener("click", () => copy(button));
  }
  const again = box.querySelector("[data-again]");
  again.addEventListener("click", () => {
    clear();
    said.textContent = again.dataset.cleared;
    fields[0].focus();
  });
  // Going back to the page must not bring the answers back.
  addEventListener("pagehide", clear);
})((globalThis.helpcenterMessage ??= {}));
