"""Texts that try to become code: our own collection. `canary()` tells of those that did."""

import itertools

from tests.hostile.elements import ELEMENTS, HANDLERS, MARK

ATTRIBUTES = [
    f'" onmouseover={MARK} x="',
    f"' onmouseover={MARK} x='",
    f"` onmouseover={MARK} x=`",
    f'" autofocus onfocus={MARK} tabindex=1 x="',
    f'"><img src=x onerror={MARK}>',
    f"'><img src=x onerror={MARK}>",
    f'" style="animation:x" onanimationstart="{MARK}',
    f'"><svg onload={MARK}>',
    f'"/><script>{MARK}</script>',
    f'x" href="javascript:{MARK}" y="',
    f"&quot; onmouseover={MARK} x=&quot;",
    f"&#34; onmouseover={MARK} x=&#34;",
    f'\\" onmouseover={MARK} x=\\"',
    f'<img src="x" title="x" onerror="{MARK}">',
    f"<img/src=x/onerror={MARK}>",
    f"<img src=x onerror\n=\n{MARK}>",
    f"<img src=x OnErRoR={MARK}>",
    "<img src=x onerror=&#99;anary()>",
    f'<img """><script>{MARK}</script>">',
    f"<a href=x onclick={MARK}>x</a>",
]

SCHEMES = [
    f"javascript:{MARK}",
    f"JaVaScRiPt:{MARK}",
    f" javascript:{MARK}",
    f"java\tscript:{MARK}",
    f"javascript&colon;{MARK}",
    f"&#106;avascript:{MARK}",
    f"&#x6a;avascript:{MARK}",
    f"javascript&#58;{MARK}",
    "javascript:%63anary()",
    f"javascript://x%0a{MARK}",
    f"vbscript:{MARK}",
    f"data:text/html,<script>{MARK}</script>",
    "data:text/html;base64,PHNjcmlwdD5jYW5hcnkoKTwvc2NyaXB0Pg==",
    f"data:image/svg+xml,<svg onload={MARK}>",
    "file:///etc/passwd",
    "blob:https://evil.example/1",
    "filesystem:https://evil.example/1",
    "view-source:https://evil.example/",
    "\\\\evil.example\\x",
    "https:evil.example",
    "feed:javascript:canary()",
    "jar:https://evil.example!/x",
    "ws://evil.example/",
    "tel:123",
    "about:blank",
]
FORMS = [
    "[x]({})",
    "![x]({})",
    "<{}>",
    "[x](<{}>)",
    "[x][1]\n\n[1]: {}",
    '<a href="{}">x</a>',
]
ADDRESSES = [form.format(scheme) for scheme, form in itertools.product(SCHEMES, FORMS)]

MARKDOWN = [
    f'[x](x "onmouseover={MARK}")',
    f"[x](x 'a\" onmouseover={MARK} b=\"')",
    f'![a" onerror={MARK} b="](x)',
    f'![x](x"onerror="{MARK})',
    f"[a](b)<img src=x onerror={MARK}>",
    f"`<img src=x onerror={MARK}>`",
    f"```html\n<script>{MARK}</script>\n```",
    f"    <script>{MARK}</script>",
    f"> <script>{MARK}</script>",
    f"- <img src=x onerror={MARK}>",
    f"# <img src=x onerror={MARK}>",
    f"<div markdown=1><script>{MARK}</script></div>",
    f"*<img src=x onerror={MARK}>*",
    f"[<img src=x onerror={MARK}>](https://example.org/)",
    f'<https://example.org/"onmouseover="{MARK}>',
    f'[x]: https://example.org "<script>{MARK}</script>"\n\n[x]',
    f"a | b\n--|--\n<script>{MARK}</script> | c",
    "[x](" + "(" * 40 + ")" * 40 + ")",
    "*" * 60 + "x" + "*" * 60,
    "[[[[[[[[[[x](y)](y)](y)](y)](y)](y)](y)](y)](y)](y)",
    f"{{: onclick={MARK} }}",
    f'# x {{: onmouseover="{MARK}" }}',
    f"[x](https://example.org/){{: onclick={MARK} }}",
]

MARKUP = [
    f"<!-- --><script>{MARK}</script> -->",
    f"--><script>{MARK}</script><!--",
    f"<!--[if IE]><script>{MARK}</script><![endif]-->",
    f"<![CDATA[<script>{MARK}</script>]]>",
    f"]]><script>{MARK}</script>",
    f"<?xml version='1.0'?><script>{MARK}</script>",
    f"<?php {MARK} ?>",
    f'<!DOCTYPE x [<!ENTITY y "{MARK}">]>&y;',
    '<!DOCTYPE x [<!ENTITY xxe SYSTEM "file:///etc/passwd">]><x>&xxe;</x>',
    f"&lt;script&gt;{MARK}&lt;/script&gt;",
    f"&#60;script&#62;{MARK}&#60;/script&#62;",
    f"&#x3c;img src=x onerror={MARK}&#x3e;",
    f"&amp;lt;script&amp;gt;{MARK}",
    f"%3Cscript%3E{MARK}%3C/script%3E",
    f"\\u003cscript\\u003e{MARK}\\u003c/script\\u003e",
    f"\\x3cscript\\x3e{MARK}\\x3c/script\\x3e",
    f"+ADw-script+AD4-{MARK}+ADw-/script+AD4-",
    f'<noscript><p title="</noscript><img src=x onerror={MARK}>">',
    f"<svg><style><img src=x onerror={MARK}></style></svg>",
    f"<svg><script>{MARK}</script></svg>",
    f"<svg><a xlink:href='javascript:{MARK}'><text>x</text></a></svg>",
    f"<svg><use href='data:image/svg+xml,<svg id=x onload={MARK}/>#x'></svg>",
    f"<svg><foreignObject><iframe onload={MARK}></foreignObject></svg>",
    f"<svg><desc><![CDATA[</desc><script>{MARK}</script>]]></svg>",
    f'<svg><title><a title="</title><img src=x onerror={MARK}>"></svg>',
    f"<math><mtext><table><mglyph><style><img src=x onerror={MARK}></style></table></math>",
    f"<math href='javascript:{MARK}'>x</math>",
    f"<math><maction actiontype=statusline xlink:href='javascript:{MARK}'>x</maction></math>",
    f"<math><annotation-xml encoding='text/html'><script>{MARK}</script></annotation-xml></math>",
    f"<form><math><mtext></form><form><mglyph><style></math><img src onerror={MARK}>",
    f"<table><td><img src=x onerror={MARK}>",
    f"<select><option><img src=x onerror={MARK}></select>",
    f"<p title='<!--'><img src=x onerror={MARK}>-->",
]

STYLES = [
    "<style>*{display:none}</style>",
    "<style>@import 'https://evil.example/x.css';</style>",
    "<p style='background:url(https://evil.example/x)'>x</p>",
    f'<p style="width:expression({MARK})">x</p>',
    f"<p style=\"background:url('javascript:{MARK}')\">x</p>",
    "<p style='position:fixed;inset:0;z-index:9'>over the page</p>",
    "<p class='skip' id='main'>x</p>",
    "}</style>*{color:red}",
    "</p></li></ol></main><footer>early end</footer>",
    "<h1>another heading</h1>",
    "<main>another main</main>",
    "<a href='/' target=_top rel=opener>x</a>",
]

TEMPLATES = [
    "{{ 7*7 }}",
    "{{ site.settings }}",
    "{{ ''.__class__.__mro__[1].__subclasses__() }}",
    "{% for x in range(9) %}x{% endfor %}",
    "{% include '/etc/passwd' %}",
    "{# comment #}",
    "{{ cycler.__init__.__globals__.os.popen('id').read() }}",
    f"${{{MARK}}}",
    f"<%= {MARK} %>",
    f"{{{{constructor.constructor('{MARK}')()}}}}",
    "#{7*7}",
    "%(num)s %s %d %(x)r",
    "{0} {x} {__class__}",
    "$1 \\1 \\g<0>",
    "[[${7*7}]]",
]

DATA = [
    "=1+1",
    "+1+1",
    "-1+1",
    "@SUM(1)",
    "=cmd|' /C calc'!A0",
    '=HYPERLINK("https://evil.example/","x")',
    "\t=1+1",
    'x","y\n=1+1',
    "'; DROP TABLE events; --",
    '" OR 1=1 --',
    "x\nEND:VEVENT\nBEGIN:VEVENT\nSUMMARY:y",
    "x\\nATTACH:https://evil.example/",
    "DTSTART;TZID=x:20220101",
    "TY  - JOUR\nER  - ",
    "}, author = {x}, note = {\\input{/etc/passwd}",
    "\\write18{id}",
    '{"@type": "ClaimReview"}',
    f"</script><script type=application/ld+json>{{}}</script><script>{MARK}</script>",
    f"<!--<script>{MARK}</script>",
    '\\"},{\\"@type\\":\\"x',
    "x</title><entry><id>y</id></entry>",
    "x]]></content></entry>",
    "x%0d%0aSet-Cookie: y",
    "../../../etc/passwd",
    "..\\..\\windows\\win.ini",
    "%2e%2e%2fetc%2fpasswd",
    "x;y,z:w",
    "x^2_3 ~ $y$ & 5% #1",
]

LOOKALIKES = [
    f"\uff1cscript\uff1e{MARK}\uff1c/script\uff1e",
    f"<\u017fcript>{MARK}</\u017fcript>",
    f"<\u0456mg src=x onerror={MARK}>",
    f"\u2039script\u203a{MARK}\u2039/script\u203a",
    f"<img src=x one\u0301rror={MARK}>",
    f"java\u0455cript:{MARK}",
    "p\u0430yp\u0430l",
    "\u0645\u0631\u062d\u0628\u0627 <b>x</b> \u05e9\u05dc\u05d5\u05dd",
    "x" + "\u0301" * 30,
    "\U0001f3f4\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f",
    "\U0001f469\u200d\U0001f469\u200d\U0001f467",
    "\ufdfd" * 20,
    "W" * 250,
    "\u4e2d\u6587\u6807\u9898" * 20,
]

VECTORS = tuple(
    dict.fromkeys(
        ELEMENTS
        + HANDLERS
        + ATTRIBUTES
        + ADDRESSES
        + MARKDOWN
        + MARKUP
        + STYLES
        + TEMPLATES
        + DATA
        + LOOKALIKES
    )
)
