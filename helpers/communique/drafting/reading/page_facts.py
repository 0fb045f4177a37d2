"""What a saved page says about its article: headline, outlet, date, language, whether it is only for subscribers."""

import contextlib
import datetime as dt
import json
import logging
import re
from collections.abc import Iterator
from copy import deepcopy
from html import unescape
from typing import Any

from ...text.cleaning import one_line
from ...text.dates import iso_date
from ...text.times import times_in

_DATE_KEYS = (
    *("article:published_time", "og:published_time", "datepublished", "pubdate", "publishdate", "date", "dc.date"),
    *("dc.date.issued", "dcterms.created", "parsely-pub-date", "og:article:published_time"),
)


_MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
_IN_ADDRESS = re.compile(
    rf"[/_-]((?:19|20)\d\d)(?P<mark>[/_-]?)(\d\d?|{'|'.join(_MONTHS)})(?P=mark)(\d\d?)(?![\d])", re.IGNORECASE
)
#: The headline of a page whose first heading is the name of the site, as blogs have it.
_TITLED = "//*[self::h1 or self::h2 or self::h3][contains(@class, 'entry-title') or contains(@class, 'post-title')]"
_REFERENCE = re.compile(r"&(?:#\d{2,6}|#[xX][0-9a-fA-F]{2,5}|[a-zA-Z]{2,8});")
_CHANGES = "//meta[contains(translate(concat(@property, @name, @itemprop), 'MU', 'mu'), 'modified')" + (
    " or contains(translate(concat(@property, @name, @itemprop), 'MU', 'mu'), 'updated')]"
)
_UPDATE = r"pdated|odified"
_HOUR = re.compile(r"(?<![\d.])([01]?\d|2[0-3])[:.]([0-5]\d)(?![\d.])(?:\s?([ap])\.?m)?", re.IGNORECASE)
_PUBLISHED = re.compile(
    r"(?:[Pp]ublished|PUBLISHED|[Pp]osted)(?:\s+(?:on|at))?\W{0,3}(.{8,60}?)(?=[|·•]|[Uu]pdated|UPDATED|$)"
)


class PageFacts:
    """What a page says about itself: in JSON-LD first, then in its meta elements, then where a reader sees it."""

    def __init__(self, tree: Any, address: str = "") -> None:
        self.address = address
        self.meta: dict[str, str] = {}
        for element in tree.xpath("//meta[@content]"):
            for key in ("property", "name", "itemprop"):
                if element.get(key):
                    self.meta.setdefault(element.get(key).lower().strip(), _text(element.get("content")))
        self.linked = dict(_linked_article(tree))
        language = tree.get("lang") or tree.get("{http://www.w3.org/XML/1998/namespace}lang") or ""
        match = re.match(r"[A-Za-z]{2,3}(?![A-Za-z])", language)
        self.language = match.group().lower() if match else ""

    @property
    def for_subscribers(self) -> bool:
        free = str(self.linked.get("isAccessibleForFree", "")).lower()
        tier = self.meta.get("article:content_tier", "").lower()
        return free.endswith("false") or tier in ("locked", "metered")

    def headlines(self, tree: Any) -> list[str]:
        """The headline, never the name of the site, and what else the page has as one, the likeliest first."""
        titled = tree.xpath(_TITLED)
        heads = [_text(h.text_content()) for h in titled] if len(titled) == 1 else []
        heads += [_text(h.text_content()) for h in tree.xpath("//article//h1 | //main//h1")]
        heads += [_text(h.text_content()) for h in tree.xpath("//h1")]
        headlines = [_text(self.linked.get("headline")), *heads]
        headlines += [self._without_outlet(self.meta.get(key, "")) for key in ("og:title", "twitter:title")]
        title = tree.xpath("//head/title | //title")
        headlines += [self._without_outlet(_text(title[0].text_content()))] if title else []
        outlet = self.outlet().casefold()
        return [t for t in headlines if t and t.casefold() != outlet]

    def _without_outlet(self, title: str) -> str:
        title, outlet = max(re.split(r"\s+[|»]\s+", title), key=len), self.outlet()
        parts = re.split(r"\s+[–—·-]\s+", title)
        if len(parts) > 1 and outlet and outlet.casefold() in parts[-1].casefold():
            return title[: title.rfind(parts[-1])].rstrip(" –—·-")
        return title

    def outlet(self) -> str:
        publisher = self.linked.get("publisher")
        publisher = publisher[0] if isinstance(publisher, list) and publisher else publisher
        name = publisher.get("name") if isinstance(publisher, dict) else publisher
        return _text(name) or self.meta.get("og:site_name", "") or self.meta.get("application-name", "")

    def date(self, tree: Any) -> str:
        days = [_text(self.linked.get("datePublished")), *(self.meta.get(key, "") for key in _DATE_KEYS)]
        times = tree.xpath("//*[@itemprop='datePublished']/@datetime | //*[@itemprop='datePublished']/@content")
        days += [one_line(t) for t in (*times, *tree.xpath("//time[@pubdate]/@datetime"))]
        shown = [t for t in tree.xpath("//article//time | //main//time | //time") if not _of_update(t)]
        days += [one_line(t.get("datetime") or "") for t in shown[:1]]
        day, address = next((t for t in days if re.search(r"\d", t)), ""), self._day_of_address(tree)
        if day and re.search(r"(?:Z|[+-]00:?00)$", day):
            local = _local(day, shown) or _beside_its_hour(tree, day)
            return local or next((d for d in (address, _published(tree)) if _can_be(d, day)), day)
        return day or address or _published(tree) or _date_in_page(tree)

    def _day_of_address(self, tree: Any) -> str:
        """The day in the page's own address: .../2024/06/19/..., .../2024/jun/19/..., ...-2024-06-19."""
        addresses = [*tree.xpath("//link[@rel='canonical']/@href"), self.meta.get("og:url", "")]
        addresses += [_text(self.linked.get("url")), _text(self.linked.get("mainEntityOfPage")), self.address]
        for address in addresses:
            match = _IN_ADDRESS.search(address)
            if match is not None:
                month = match[3] if match[3].isdigit() else f"{_MONTHS.index(match[3].lower()) + 1:02d}"
                day = f"{match[1]}-{month:0>2}-{match[4]:0>2}"
                if iso_date(day):
                    return day
        return ""


def _of_update(time: Any) -> bool:
    """Whether a time on the page is said to be that of a change: by its own words, its name or the words before it."""
    own = time.text_content()
    if "published" in (time.get("class") or "").split() or re.search(r"ublished|osted", own):
        return False  # "published updated": nothing was changed
    return bool(re.search(_UPDATE, f"{own} {time.get('class')} {time.get('itemprop')} {_words_before(time)[-40:]}"))


def _words_before(element: Any) -> str:
    """The words before an element in its line; words with figures belong to another time."""
    for _ in range(3):
        previous, above = element.getprevious(), element.getparent()
        before = (previous.tail if previous is not None else above.text) or ""
        if not before.strip() and previous is not None:
            before = previous.text_content()
        if before.strip() or previous is not None or above.tag == "body":
            return "" if re.search(r"\d", before) else before
        element = above
    return ""


def _local(day: str, shown: list[Any]) -> str:
    """The day where the outlet is, for a time that is told in UTC, as one of the times on the page has it."""
    for time in shown:
        local = one_line(time.get("datetime") or "")
        if local and local != day and _moment(local) == _moment(day) is not None:
            return local[:10]
        values = (value for *_, value in times_in(one_line(time.text_content()), None))
        seen = next((value for value in values if iso_date(value)), "")
        if local == day and seen != day[:10] and _can_be(seen, day):
            return seen
    return ""


def _beside_its_hour(tree: Any, moment: str) -> str:
    """The day that a reader sees beside an hour that is this moment of UTC in some time zone."""
    utc = _moment(moment)
    if utc is None or not 1 < utc.year < 9999:
        return ""
    years = {f"contains(., '{(utc + dt.timedelta(days=step)).year}')" for step in (-1, 1)}
    for place in tree.xpath(f"//body//*[string-length() < 160 and ({' or '.join(years)})]"):
        words = one_line(place.text_content())
        day = next((value for *_, value in times_in(words, None) if iso_date(value)), "")
        for hour, minute, half in _HOUR.findall(words) if day and not re.search(_UPDATE, words) else ():
            hours = int(hour) % 12 + 12 * (half in "pP") if half else int(hour)
            ahead = dt.datetime.fromisoformat(f"{day}T{hours:02}:{minute}+00:00") - utc
            if -12 <= ahead / dt.timedelta(hours=1) <= 14 and not ahead % dt.timedelta(minutes=15):
                return day
    return ""


def _can_be(day: str, moment: str) -> bool:
    """Whether it is this day at this moment of UTC anywhere on earth."""
    with contextlib.suppress(ValueError, OverflowError):
        time = dt.datetime.fromisoformat(moment)
        return f"{time - dt.timedelta(hours=12):%Y-%m-%d}" <= day <= f"{time + dt.timedelta(hours=14):%Y-%m-%d}"
    return False


def _moment(time: str) -> dt.datetime | None:
    """A moment with its offset, to the minute."""
    with contextlib.suppress(ValueError, OverflowError):
        moment = dt.datetime.fromisoformat(time)
        return moment.replace(second=0, microsecond=0).astimezone(dt.UTC) if moment.tzinfo else None
    return None


def _published(tree: Any) -> str:
    """The day behind "Published" where a reader sees it; that of an update behind it does not count."""
    for place in tree.xpath("//*[contains(., 'ublished') or contains(., 'osted')]")[::-1][:20]:
        match = _PUBLISHED.search(one_line(place.text_content())[:400])
        if match is not None:
            values = (value for *_, value in times_in(match[1], dt.date.today()))
            day = next((value for value in values if iso_date(value)), "")
            if day and day[:4] in match[1]:
                return day
    return ""


def _date_in_page(tree: Any) -> str:
    """The date that htmldate finds where nothing is marked; it guesses nothing from copyright lines."""
    from htmldate import find_date

    logging.getLogger("htmldate").setLevel(logging.CRITICAL)
    tree = deepcopy(tree)
    for element in [*tree.xpath(_CHANGES), *(time for time in tree.iter("time") if _of_update(time))]:
        element.drop_tree()  # a day of change is none of publication
    with contextlib.suppress(Exception):  # no date is better than an end
        return find_date(tree, original_date=True, extensive_search=False, max_date=dt.date.today().isoformat()) or ""
    return ""


def _text(value: Any) -> str:
    return one_line(unescaped(value)) if isinstance(value, str) else ""


def unescaped(text: str) -> str:
    """A text without the references that a page wrote twice: &amp;#8217; is an apostrophe."""
    return unescape(text) if "&" in text and _REFERENCE.search(text) else text


def _linked_article(tree: Any) -> Iterator[tuple[str, Any]]:
    """The first article that the page's JSON-LD speaks of."""
    for script in tree.xpath("//script[@type='application/ld+json']"):
        try:
            linked = json.loads(script.text or "", strict=False)
        except (ValueError, RecursionError):
            continue
        waiting = [linked]
        for _ in range(1000):
            if not waiting:
                break
            thing = waiting.pop(0)
            if isinstance(thing, list):
                waiting += thing
            elif isinstance(thing, dict):
                kinds = thing.get("@type")
                names = kinds if isinstance(kinds, list) else [kinds]
                if any(isinstance(k, str) and ("Article" in k or "Posting" in k) for k in names):
                    yield from thing.items()
                    return
                waiting += [thing.get("@graph"), thing.get("mainEntity")]
