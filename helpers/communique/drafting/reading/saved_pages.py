"""The one page inside the single files that browsers save: MHTML (Chrome, Edge) and webarchive (Safari); and mails."""

import email
import email.policy
import json
import plistlib

from ...base.errors import CommuniqueError
from .encodings import known_encoding

_ASK = "In the browser, choose Save Page As and the kind 'HTML only', and give that file."
_ASK_MAIL = "Copy the article's text into a text file (.txt), and give that."

_MAIL = (b"from:", b"subject:", b"date:", b"mime-version:", b"content-type:", b"snapshot-content-location:")


def unpacked(raw: bytes, name: str) -> bytes:
    """The page's own bytes; anything that is not such a file comes back as it is."""
    if raw.startswith(b"bplist00"):
        return _webarchive(raw, name)
    head = raw[:4000].lstrip().lower()
    if head.startswith(_MAIL) and b"multipart/related" in head:
        return _mhtml(raw, name)
    return _mail(raw, name) if name.lower().endswith(".eml") else raw


def _webarchive(raw: bytes, name: str) -> bytes:
    try:
        page = plistlib.loads(raw)["WebMainResource"]
        data, encoding = bytes(page["WebResourceData"]), str(page.get("WebResourceTextEncodingName") or "")
        return data.decode(known_encoding(encoding) or "utf-8", "replace").encode("utf-8")
    except Exception as error:  # a plist can be broken in more ways than plistlib names
        raise CommuniqueError(f"{name} is a saved page whose text cannot be found.", _ASK) from error


def _mail(raw: bytes, name: str) -> bytes:
    """The page of a mail, or its text with subject and day before it."""
    try:
        message = email.message_from_bytes(raw, policy=email.policy.default)
        body = message.get_body(("html", "plain"))
        content = body.get_content() if body else ""
        if body and body.get_content_subtype() == "html":
            return content.encode("utf-8")
        sent = message["date"].datetime if message["date"] else None
        day = f"date: {sent.date()}\n" if sent else ""
        return f"---\nheadline: {json.dumps(str(message['subject'] or ''))}\n{day}---\n\n{content}".encode()
    except Exception as error:  # a mail can be broken, or nested, in more ways than its parser names
        raise CommuniqueError(f"{name} is a mail whose text cannot be found.", _ASK_MAIL) from error


def _mhtml(raw: bytes, name: str) -> bytes:
    try:
        message = email.message_from_bytes(raw, policy=email.policy.compat32)
        part = next(part for part in message.walk() if part.get_content_type() == "text/html")
        data = part.get_payload(decode=True)
        charset = known_encoding(part.get_content_charset() or "")
    except Exception as error:  # a mail can be broken, or nested, in more ways than its parser names
        raise CommuniqueError(f"{name} is a saved page whose text cannot be found.", _ASK) from error
    if not isinstance(data, bytes):
        return b""
    try:
        return data.decode(charset).encode("utf-8") if charset else data
    except UnicodeError:
        return data
