"""How people ask for secrets, and how they warn of it, in Chinese and in English.

Another language needs its own set of these.
"""

from __future__ import annotations

import re

SECRET_ZH = (
    r"(?:(?:登录|登陆|支付|付款|交易|提现|取款|银行卡|账户|钱包|六位|6位)*密码|(?:短信|手机|动态"
    r"|收到的|六位|6位)*"
    r"(?:验证码|校验码|动态码|动态密码|确认码|认证码)|动态口令|安全码|[Cc][Vv][Vv]2?|[Cc][Vv][Cc]2?"
    r"|助记词|恢复短语|恢复词|种子短语|私钥|密钥|PIN码?|pin码?|卡背面(?:的|那)?(?:三|3|四"
    r"|4)位(?:数字|数)?"
    r"|12个(?:单词|词)|24个(?:单词|词)|十二个单词|人脸|刷脸)"
)
WHO_ZH = (
    r"(?:客服|我们|专员|工作人员|坐席|顾问|专家|经理|技术|工程师|对方|他们?|她|民警|警官|银行"
    r"|人工|代理|处理人|助手"
    r"|机器人|热线|来电|本页|这里|下面|下方|下列|表单|链接|网页|页面|对话框|聊天|窗口|邮件|邮箱"
    r"|短信|微信|评论|回电|群)"
)
GIVE_ZH = (
    r"(?:告诉|告知|报给|报出|报一下|报上|念给|念出|读给|读出|说给|说出|提供|提交|发给|发送|发到"
    r"|发至|发往|传给"
    r"|转发|回复|回传|交给|交出|递交|填写|填入|填到|填进|输入|输到|截图|拍照|拍下来|上传|透露"
    r"|分享|出示|给(?=客服|我们|专员))"
)
_G = r"[^。!?！？;；\n]"
HAND_OVER_ZH = (
    re.compile(rf"(?:把|将){_G}{{0,14}}?{SECRET_ZH}{_G}{{0,14}}?{GIVE_ZH}{_G}{{0,10}}"),
    re.compile(
        rf"(?:向|给|跟|对|在|通过|按){_G}{{0,12}}?{WHO_ZH}{_G}{{0,12}}?{GIVE_ZH}{_G}{{0,12}}?{SECRET_ZH}"
    ),
    re.compile(
        rf"(?:请|需|需要|须|必须|应|可以?|然后|再|并|只要|只需|直接|立即|马上|先|^|[,:，：、"
        rf"]){_G}{{0,4}}?{GIVE_ZH}"
        rf"{_G}{{0,12}}?{SECRET_ZH}{_G}{{0,14}}"
    ),
    re.compile(
        rf"(?:客服|工作人员|专员|我们|对方|坐席|人工)(?:会|需要|将|要|需)(?:向|跟|和|请"
        rf"|要求)?(?:您|你)?"
        rf"(?:核对|核实|询问|索取|索要|了解|查看|提供|要求|确认|问)?{_G}{{0,8}}?{SECRET_ZH}"
    ),
)
ALONE_ZH = re.compile(
    r"助记词|恢复短语|恢复词|种子短语|私钥|12个|24个|十二个|卡背面|[Cc][Vv][VvCc]|安全码"
)
SCREEN_ZH = re.compile(
    rf"(?:请|需要?|必须|先|然后|再|并|同意|接受|允许|打开|开启|点击|按|配合){_G}{{0,10}}?"
    rf"(?:共享(?:您的|你的|手机)?屏幕|屏幕共享|共享桌面|远程(?:控制|协助|操作|桌面|帮))"
    rf"|(?:下载|装|打开){_G}{{0,8}}?(?:远程|向日葵|[Tt]o[Dd]esk|[Aa]ny[Dd]esk|[Tt]eam[Vv]iewer"
    rf"|会议){_G}{{0,12}}"
)
MOVE_ZH = re.compile(
    rf"(?:转|汇|存|打|移|划|挪){_G}{{0,12}}?(?:安全|指定|监管|保护|专用|清查|核查"
    rf"|对公验资)(?:的)?(?:账户|账号|帐户|卡号|地址|钱包)"
)
NO_ZH = re.compile(
    r"别|不要|不用|不得|不可|不能|不会|不该|不应|不需|不必|不肯|不|勿|莫|无需|无须|绝不|从不|从来"
    r"|没有?|谁也|谁都|任何人"
    r"|拒绝|避免|防止|禁止|停止|关掉|关闭|取消|退出|挂断"
)
TOLD_ZH = re.compile(
    r"(?:有人|谁|对方|骗子|陌生人|自称|冒充|假客服|诈骗|叫|让|要求|(?<!需)要你|(?<!需)要您|催|逼"
    r"|诱|哄|骗|谎称|声称|凡是|只要有人"
    r"|如果.{0,6}(?:要|让|叫|问)|问你|问您|向你|向您|跟你|来要|谁要)"
)
FAKE_ZH = re.compile(
    r"(?<!不)(?<!不会)是(?:骗|诈|假|冒|第二|钓鱼)|就挂|提这些|马上挂|不是(?:真的?|官方)?(?:客服"
    r"|银行|警|官)|就报警|都别|都不"
)
DENIED_ZH = re.compile(
    r"(?:客服|银行|警察|民警|公安|官方|平台|员工|工作人员|没有人|任何人)[^，。；：]{0,8}?"
    r"(?:不会|绝不|从不|不可能)[^，。；：]{0,4}?(?:做|有|提|要|这样|这么|以下|下面|这些)"
    r"|(?:都|全)是(?:骗|诈|假)|(?:骗局|诈骗|骗子)[^，。；：]{0,6}?(?:手法|套路|话术|特征|信号|迹象|做法)"
)
"""What makes of the list behind its colon a list of frauds."""
DONE_ZH = re.compile(
    r"(?:说|给|填|输入?|告诉|报|发|提供|交|共享|安装|装|转)(?:出去|给)?(?:了|过)|泄露|已经|曾"
    r"|告诉别人|告诉了"
)

SECRET_EN = (
    r"(?:(?:log-?in |sign-?in |payment |wallet |account |card |bank )?(?:passwords?|passcodes?"
    r"|(?-i:PINs?))\b"
    r"|\b(?:your|account|card|payment|wallet) pin\b"
    r"|(?:verification|security|one[- ]time|sms|login|sign-in|confirmation|authenti\w+|2fa|access"
    r"|(?:six|6|four|4)[- ]digit|text(?:ed)?) (?:pass)?codes?\b|\botps?\b|\bcv[vc]2?\b"
    r"|(?:seed|recovery|secret|backup|mnemonic) (?:phrase|words?|key)s?\b|private keys?\b"
    r"|mnemonics?\b"
    r"|(?:the )?(?:12|24|twelve|twenty-four) words\b|(?:three|3|four|4) digits on the (?:back"
    r"|front)"
    r"|code (?:we|you|that|from|sent|in the (?:text|sms|message)))"
)
GIVE_EN = (
    r"(?:tell|say|give|send|share|provide|forward|text|e-?mail(?! (?:address|and|account|or)\b)"
    r"|read(?: out| back| aloud)?|reply (?:with|to)"
    r"|respond with|confirm|state|submit|type|enter|hand over|disclose|supply|message|dictate"
    r"|upload"
    r"|paste|photograph|take a (?:photo|picture|screenshot) of|let (?:us|them|him|her) (?:have"
    r"|know)|quote)"
)
WHO_EN = (
    r"(?:\b(?:us|our|support|agents?|representatives?|staff|advis[eo]rs?|specialists?|team"
    r"|officer|operator"
    r"|caller|engineer|technician|expert|manager|helpdesk|desk|service|them|him|her|below|here"
    r"|this (?:page|form"
    r"|link|site|chat)|form|chat|link|e-?mail|reply|bot|assistant|by phone|over the phone|comment))"
)
_E = r"[^.!?;\n]"
ASK_EN = (
    r"(?:^\s*|[.!?;:,\n–—-]\s*|\b(?:please|then|and|just|simply|must|should|need to|have to|can"
    r"|now|first|next"
    r"|also|to|kindly|will|you may|be ready to|be prepared to)\s+)"
)
HAND_OVER_EN = (
    re.compile(rf"{ASK_EN}{GIVE_EN}\b{_E}{{0,30}}?{WHO_EN}\b{_E}{{0,30}}?{SECRET_EN}", re.I),
    re.compile(rf"{ASK_EN}{GIVE_EN}\b{_E}{{0,24}}?{SECRET_EN}{_E}{{0,40}}?\b{WHO_EN}\b", re.I),
    re.compile(
        rf"\b(?:support|agents?|representatives?|staff|team|advis[eo]rs?|specialists?|we|officer"
        rf"|operator)\b"
        rf"(?:'ll)? ?(?:will|may|might|needs?|requires?|must|has to|have to|can)?"
        rf" ?(?:need|require|ask (?:you )?for|have|know|see|confirm|verify|request|check|to "
        rf"(?:have|know|see|verify|check))"
        rf" ?{_E}{{0,14}}?{SECRET_EN}",
        re.I,
    ),
    re.compile(
        rf"(?:{ASK_EN}(?:reply|respond|answer)|\bby (?:replying|responding|answering))"
        rf" with {_E}{{0,16}}?{SECRET_EN}",
        re.I,
    ),
    re.compile(
        rf"{ASK_EN}(?:have|keep) {_E}{{0,12}}?{SECRET_EN}{_E}{{0,16}}?ready{_E}{{0,30}}?{WHO_EN}",
        re.I,
    ),
)
SCREEN_EN = re.compile(
    rf"{ASK_EN}(?:share your screen|turn on screen[- ]shar\w+|start screen[- ]shar\w+|accept "
    rf"(?:the )?(?:screen[- ]shar\w+"
    rf"|remote \w+)|(?:allow|grant|enable|give) {_E}{{0,40}}?remote (?:access|control)"
    rf"|(?:install|download|open) {_E}{{0,12}}?(?:anydesk|teamviewer|remote|rustdesk|quicksupport"
    rf"|screen[- ]shar\w+))",
    re.I,
)
MOVE_EN = re.compile(
    rf"{ASK_EN}(?:move|transfer|send|deposit|wire|sweep) {_E}{{0,40}}?"
    rf"(?:safe|secure|protected|holding|escrow|designated|temporary) (?:\w+ )?(?:account|wallet"
    rf"|address)",
    re.I,
)
NO_EN = re.compile(
    r"\b(?:don['’]?t|do not|never|not|no one|nobody|without|avoid|stop|refuse|cannot|can['’]?t"
    r"|won['’]?t"
    r"|wouldn['’]?t|doesn['’]?t|isn['’]?t|aren['’]?t|shouldn['’]?t|mustn['’]?t|no|neither|nor"
    r"|rather than"
    r"|instead of)\b",
    re.I,
)
TOLD_EN = re.compile(
    r"\b(?:asks?|asked|asking|wants?|wanted|tells?|told|telling|pressures?|urges?|tricks?|anyone"
    r"|someone|who(?:ever)?"
    r"|scammers?|fraudsters?|impostors?|they|strangers?|caller|fake|pretend\w*|claims?|claiming"
    r"|if)\b",
    re.I,
)
FAKE_EN = re.compile(
    r"\bis(?:n['’]t| not) (?:support|from|your bank|real|genuine|us|official)|\bis (?:always "
    r")?(?:a |an )?"
    r"(?:scam|fraud|fake|impostor|thief|second scam|trying)|\bare (?:always )?(?:scam|fraud|fake)"
    r"|\bhang up|\bclose it",
    re.I,
)

DENIED_EN = re.compile(
    r"\b(?:support|staff|banks?|police|nobody|no one)\b[^,.;:]{0,24}?"
    r"\b(?:never|won['’]?t|will not|doesn['’]?t|does not)\b[^,.;:]{0,24}?"
    r"\b(?:this|these|following)\b"
    r"|\b(?:signs?|tricks?|marks?) of (?:a |an )?(?:scam|fraud|fake)",
    re.IGNORECASE,
)

HINT = re.compile(
    r"码|词|动态|口令|助记|恢复|种子|私钥|密钥|卡背|刷脸|人脸|屏|远程|桌面|会议"
    r"|账户|账号|帐户|地址|passw|code|cv[vc]|pin|otp|phrase|words|key|mnemonic|screen|remote|digits"
    r"|account|wallet|viewer|desk"
)
"""What a text that asks for a secret holds, in lower case."""
NEEDED_ZH = re.compile(
    r"码|词|口令|短语|钥|卡背面|人脸|刷脸|cv[vc]|pin|屏幕|桌面|远程|向日葵|会议|desk|viewer"
    r"|安全|指定|监管|保护|专用|清查|核查|对公验资"
)
NEEDED_EN = re.compile(
    r"passw|code|pin|otp|cv[vc]|phrase|word|key|mnemonic|digits"
    r"|screen|remote|desk|viewer|quicksupport"
    r"|safe|secure|protected|holding|escrow|designated|temporary"
)
"""What no pattern of the language is without, in lower case: a quick look that spares them all."""
FAKE = re.compile(r"假|骗|冒|scam|fake|fraud", re.IGNORECASE)
