"""What stands around an article and is none of it: menus, boxes to sign up, captions, links to other stories."""

import re
from typing import Any

#: Elements that are never the article's text.
_ELEMENTS = frozenset(
    (
        *("script", "style", "noscript", "template", "iframe", "object", "embed", "svg", "canvas", "video", "audio"),
        *("nav", "aside", "footer", "form", "button", "select", "figure", "figcaption", "dialog", "picture", "img"),
        *("amp-ad", "amp-embed", "amp-consent", "amp-sidebar", "amp-social-share", "amp-img"),
    )
)
_ROLES = frozenset(("navigation", "dialog", "alertdialog", "banner", "contentinfo", "complementary", "search"))
#: Words in the class or id of a box, each a whole word of the name: "related-links", "js-newsletter".
_BOXES = re.compile(
    r"""(?:^|[-_\s])(?:
      related|newsletter|cookies?|consent|gdpr|promo|advert|advertisement|sponsored|outbrain|taboola|recirc|recirculation|share|sharing|social
    | caption|credit|breadcrumbs?|comments|disqus|signup|subscribe|subscription|recommended|trending|popular
    | menu|navbar|tags|byline|masthead|mostread|toolbar|timestamp|read-?more|most-read|more-on|also-read|sign-up
    | see-also|you-may|filed-under|further-reading|skip-link|twitter-tweet|instagram-media|tiktok-embed
    | sr-only|screen-reader(?:-text|-only)?|visually-?hidden|offscreen|off-screen|a11y-hidden
    )(?:$|[-_\s])""",
    re.VERBOSE,
)
_COMMENTS = re.compile(r"(?:^|\s)comment(?:s|s?-?(?:list|area|section|thread|container|block|wrapper))(?:\s|$)")
_BOX_ELEMENTS = frozenset(
    ("div", "section", "blockquote", "ul", "ol", "p", "span", "h2", "h3", "h4", "table", "header", "a")
)


#: Styles that hide an element from those who see the page.
_HIDDEN = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*hidden|(?:left|top|text-indent)\s*:\s*-\d{3,}", re.IGNORECASE
)


def is_box(element: Any) -> bool:
    """Whether an element of a page (of lxml) is a menu, a box or a script, by its kind or its role."""
    return element.tag in _ELEMENTS or element.get("role") in _ROLES


def seems_box(element: Any) -> bool:
    """Whether an element is hidden, or has the class or the id of a menu or a box; parts of articles do too."""
    if element.get("hidden") is not None or element.get("aria-hidden") == "true":
        return True
    if _HIDDEN.search(element.get("style") or ""):
        return True
    return element.tag in _BOX_ELEMENTS and bool(_BOXES.search(_named(element)))


def holds_comments(element: Any) -> bool:
    """Whether a box is named as the readers' comments, which may be longer than the article."""
    return element.tag in _BOX_ELEMENTS and bool(_COMMENTS.search(_named(element)))


def _named(element: Any) -> str:
    return f"{element.get('class') or ''} {element.get('id') or ''}".lower()


_LINES = re.compile(
    r"""(?:
      (?:(?:read|see|watch|listen)\s+(?:more|also|next|now)|also\s+read|explainer) (?:\s*[:|>»→–\-].{0,160})?
    | read\s+more\s+(?:about|on)\b [^.]{0,160}
    | more\s+(?:on\s+this\s+(?:story|topic)|from\s+[^.]{1,40}) :?
    | (?:related|recommended|trending|most\s+(?:read|popular|viewed)|editors?[’']s?\s+picks?|you\s+may\s+also\s+like)
      (?:\s+(?:articles?|stories|news|topics|content|links))? (?:\s*:.{0,160})?
    | (?:sign\s+up|subscribe|register)\s+(?:to|for|here|now)\b .{0,200}
    | (?:follow|find|like)\s+us\s+on\b .{0,120}
    | follow\s+[^.]{1,40}\s+on\s+(?:whatsapp|twitter|x|facebook|instagram|telegram|tiktok|youtube|threads|bluesky)\b
      .{0,120}
    | support\s+(?:our|independent|quality|fearless|local)\s+(?:\w+\s+)?(?:journalism|reporting|newsroom|work)\b
      .{0,200}
    | •?\s*(?:updated?\s*:\s*|an\s+earlier\s+version\s+of\s+|the\s+headline\s+of\s+)?
      this\s+(?:article|story|piece|report)\s+
      (?:was|has\s+been)\s+(?:\w+\s+)?(?:amended|updated|corrected|edited|changed)\b .{0,400}
    | •?\s*this\s+(?:article|story|piece)\s+(?:was|has\s+been)\s+(?:\w+\s+)?(?:published|produced|translated)\b .{0,400}
    | •?\s*(?:an\s+earlier\s+version|the\s+headline)\s+of\s+this\s+(?:article|story|piece|report)\s+
      (?:misstated|said|was\s+published)\b .{0,400}
    | (?:(?:editor|publisher|author)[’']?s?[’']?\s+note|corrections?(?:\s+(?:and|&)\s+clarifications?)?|clarification)
      (?:\s*[(,][^:]{1,40})? \s*: .{0,600}
    | (?:get\s+in\s+touch|e-?mail|contact|reach|[^.]{2,60}\scan\s+be\s+reached|write\s+to|do\s+you\s+have|have\s+you
      |share)\b .{0,200} \w@[\w-]{1,60}\.\w .{0,140}
    | [^"“”.]{2,200}\scontributed\s+(?:to\s+this\s+(?:report|article|story)|reporting)\b [^.]{0,120} \.?
    | [^"“”.]{0,80}\b(?:writer|reporter|journalist|correspondent|editor|producer)s?\b [^"“”.]{0,140}\scontributed \.?
    | (?:a\s+version\s+of\s+)?this\s+(?:article|story|piece)\s+(?:first\s+|originally\s+)?appear(?:s|ed)\s+(?:in|on)\b
      .{0,300}
    | [^"“”]{0,200}\bsign\s+up\s+(?:here|now)\W?
    | (?:source|tags?|topics?|keywords?|filed\s+under|url)\s*: .{0,160}
    | listen (?:\s+to\s+(?:(?:this|the)\s+)?(?:article|story|piece|report)\b [^.]{0,40} | \s*[(:·]?\s*\d[^.]{0,20})
    | \d{1,5}\s+comments? | comments?\s*[(:]?\s*\d{1,5}\s*\)? | join\s+the\s+(?:conversation|discussion)
    | (?:no|view|show|see|read|hide)(?:\s+(?:all|more|\d{1,5}))*\s+comments(?:\s+yet)?
    | (?:leave|post|add|write)\s+a\s+(?:comment|reply)
    | allow\s+\w+\s+content\? | this\s+article\s+contains\s+content\s+provided\s+by\b .*
    | [a-z]{2,4}(?:/[a-z]{2,4})+\s*\([\w,\s]{2,60}\)
    | get\s+in\s+touch (?:\s+with\s+(?:us|our\s+[^.]{1,40}))? [.:]?
    | (?:reading\s+time\s*:\s*)?\d{1,2}[\s-]min(?:ute)?s?(?:\s+read)? | \d{1,2}\s+(?:hours?|minutes?|days?)\s+ago
    | (?:get|download)\s+(?:the|our)\s+(?:app|newsletter)\b .{0,120}
    | (?:image|picture|photo|photograph|file\s+photo|video|caption|credit)\s*: .{0,300}
    | (?:image|media)\s+(?:source|caption)\b .{0,300}
    | (?:advertisement|advert|ad|sponsored|continue\s+reading|story\s+continues\s+below(?:\s+advertisement)?)
    | (?:share|print|email|save|copy\s+link|comments?)(?:\s+(?:this|article|story|link))*
    | (?:copyright\s*)?(?:©|\(c\)) .{0,160} | copyright\s+\d{4}\b .{0,160}
    | [^"“”.]{0,60} (?:©|\(c\)) \s*\d{4}\b .{0,160}
    | (?:[^"“”]{0,160}\b)?all\s+rights\s+reserved .{0,80}
    | (?:we|this\s+site|our\s+site)\s+uses?\s+cookies\b .{0,300}
    | (?:accept|reject|manage)\s+(?:all\s+)?cookies
    | \(?(?:additional\s+|with\s+)*(?:reporting|writing|editing|compiled|translated|produced|edited|written)
      (?:\s+and\s+\w+)?(?:\s+by\b|\s*:) .{0,300}
    | (?:https?://|www\.)\S+ | [^\s@]{1,80}@[\w-]{1,60}\.[\w.-]{1,60} | @\w{2,30}
    | (?:first\s+)?(?:published|posted|(?:last\s+)?(?:updated|modified))\b (?:[^.]|[ap]\.m\.){0,120}
    | (?:file(?:\s+photo)?|photo|image)\s*(?:\(|[-–—]) .{0,300}
    | our\s+standards:.{0,120} | click\s+(?:here|below)\b .{0,160}
    | this\s+material\s+may\s+not\s+be\s+published .{0,200}
    | [^"“”]{0,300}(?:AP\ Photo/.{0,60}|Getty\ Images.{0,30}|/AFP.{0,30}|REUTERS/.{0,60}|AFP\ via\ Getty.{0,30}
      |\b(?:photo|picture|credit)\s*:.{2,60}|\(\w{2,20}/\w[\w.\ ]{2,40}\))
    )""",
    re.IGNORECASE | re.VERBOSE | re.DOTALL,
)
_PAYWALL = re.compile(
    r"""(?:
      (?:subscribe|sign\s+in|log\s+in|register)\s+(?:now\s+)?to\s+(?:continue|keep|read|unlock|access)
    | (?:this|the\s+full)\s+(?:article|story|content)\s+is\s+(?:only\s+)?(?:available\s+)?
      (?:for|to)\s+(?:our\s+)?(?:subscribers|members)
    | (?:already\s+a\s+(?:subscriber|member)\?)
    | to\s+(?:continue|keep)\s+reading,?\s+(?:please\s+)?(?:subscribe|sign|log|register|become)
    | (?:continue|keep)\s+reading\s+(?:this\s+(?:article|story)\s+)?
      with\s+a\s+(?:free\s+)?(?:subscription|trial|account)
    | for\s+subscribers\s+only | subscribers?[- ]only
    )""",
    re.IGNORECASE | re.VERBOSE,
)


#: By Ann Lee and Bo Berg, Example News; a line of names, not a sentence.
_BYLINE = re.compile(
    r"(?:By|BY|Story by|Words by|From)\s+"
    r"(?:[A-Z][\w.’'-]*+|and|in|of|for|de|van|von|the|&|\||/|,|–|-|@\w++|\(\S{1,60}@\S{1,60}\)|\s)++"
)


_AGENCY = (
    r"(?:(?:The\s)?(?:AFP|AP|PA|PA\sMedia|Reuters|REUTERS|dpa|DPA|EFE|ANSA|Xinhua|T(?:ass|ASS)|Kyodo|Yonhap|PTI|ANI|IANS|UPI"
    r"|Anadolu|Bernama|Bloomberg|Associated\sPress|Canadian\sPress|Agence\sFrance-Presse)"
    r"|(?:[Nn]ews\s)?[Aa]gencies|[Aa]gency\sinputs?)"
)
#: — AFP; (AFP, Reuters): whose the report is.
_SIGNED = re.compile(rf"[(\[—–-]{{0,2}}\s?{_AGENCY}(?:(?:\s?[,/;|&]\s?|\sand\s|\swith\s){_AGENCY})*[)\].]?")
#: With reporting from AFP; Additional reporting from Ann Lee in Oslo; With agencies.
_CREDIT = re.compile(
    rf"\(?(?:(?:[Ww]ith|[Aa]dditional)\s(?:additional\s)?(?:reporting|inputs?|files|material)\sfrom\s"
    rf"(?:{_AGENCY}|[A-Z][\w.’'-]*+|and|in|of|the|&|,|\s)++|[Ww]ith\s{_AGENCY})[.)]{{0,2}}"
)
#: Ann Lee, Oslo correspondent; Ann Lee in Oslo.
_PERSON = r"[A-Z][\w.’'-]+(?:\s(?:de|van|von|al|bin))?(?:\s[A-Z][\w.’'-]+){1,2}"
_TASK = r"(?:correspondent|editor|reporter|writer|columnist|producer|journalist|bureau\schief|contributor)"
_ROLE = re.compile(
    rf"{_PERSON}(?:(?:,|\sand)\s{_PERSON})*(?:,?\s(?:[\w’'&-]+\s){{0,4}}{_TASK}s?(?:,?\s(?:in\s)?[A-Z]\w+)?|\sin\s[A-Z]\w+)"
    r"(?:\scontributed\.?)?"
)
#: Mon 10 Jun 2024 14.02 BST: a day, an hour and nothing else.
_STAMP = re.compile(
    r"(?=.*\d)(?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*"
    r"|\d{1,2}[.:]\d\d|\d{1,4}(?:st|nd|rd|th)?|[ap]\.?m\.?|[A-Z]{2,}|at|on|[\s,.|·•–/-])++"
)
#: A contributor to the fund; a journalist who was murdered.
_NO_NEWS = r"(?!\sto\b|[^.]{0,80}\bwho\s(?:was|is|were|had)\b)"
#: The line about its author that some articles end with.
_AUTHOR = re.compile(
    rf"{_PERSON}\sis\s(?:an?|the|our|[A-Z][\w’']+(?:\s[A-Z][\w’']+)*)\s(?:[\w’'-]+\s){{0,4}}{_TASK}\b{_NO_NEWS}[^.]{{0,160}}\."
    r"(?:\s(?:He|She|They)\s(?:covers?|writes?|reports?)\b[^.]*\.)*(?:\s(?:Follow|Contact|Twitter|X:)\b.*)?"
)


def is_about_its_author(line: str) -> bool:
    """Whether the last line of a page is about who wrote it.

    Example:
        >>> is_about_its_author("Ann Lee is a reporter based in Oslo.")
        True
    """
    return bool(_AUTHOR.fullmatch(line))


def is_furniture(line: str) -> bool:
    """Whether a line that looks like a paragraph is none of the article's.

    Example:
        >>> is_furniture("Read more: Talks end without a deal"), is_furniture("Read more books, the minister said.")
        (True, False)
    """
    if len(line) < 100 and any(pattern.fullmatch(line) for pattern in (_BYLINE, _CREDIT, _ROLE, _SIGNED, _STAMP)):
        return True
    return bool(_LINES.fullmatch(line))


def asks_to_pay(text: str) -> bool:
    """Whether a page asks its reader to subscribe before it shows the rest."""
    return bool(_PAYWALL.search(text))
