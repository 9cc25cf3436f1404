"""What a browser saw while it opened a page: complaints, broken policy, requests, links."""

from dataclasses import dataclass, field
from urllib.parse import urlsplit

from playwright.sync_api import Browser, Page, Request, ViewportSize

NARROWEST = 320  # CSS pixels that WCAG 1.4.10 asks a page to fit
RECORD_VIOLATIONS = """
window.brokenPolicy = [];
document.addEventListener("securitypolicyviolation", (event) => {
  window.brokenPolicy.push(`${event.violatedDirective} ${event.blockedURI} ${event.sample}`);
});
"""


@dataclass(slots=True)
class Visit:
    """One page, opened and left to settle."""

    complaints: list[str] = field(default_factory=list)
    broken_policy: list[str] = field(default_factory=list)
    foreign_requests: list[str] = field(default_factory=list)
    links: int = 0
    overflow: int = 0


def visit(browser: Browser, address: str, *, scripts: bool = True) -> Visit:
    """Open the address in a fresh context, 320 pixels wide; return what was seen."""
    seen = Visit()
    host = urlsplit(address).netloc

    def note_request(request: Request) -> None:
        target = urlsplit(request.url)
        if target.scheme not in {"data", "blob"} and target.netloc != host:
            seen.foreign_requests.append(request.url)

    viewport = ViewportSize(width=NARROWEST, height=800)
    with browser.new_context(viewport=viewport, java_script_enabled=scripts) as context:
        page = context.new_page()
        page.on("request", note_request)
        page.on("pageerror", lambda error: seen.complaints.append(str(error)))
        page.on("console", lambda said: _note_complaint(seen, said.type, said.text))
        page.add_init_script(RECORD_VIOLATIONS)
        page.goto(address, wait_until="networkidle" if scripts else "load")
        seen.links = page.locator("a[href]").count()
        if scripts:
            seen.broken_policy = page.evaluate("window.brokenPolicy")
            seen.overflow = _overflow(page)
    return seen


def _note_complaint(seen: Visit, kind: str, text: str) -> None:
    if kind in {"error", "warning"}:
        seen.complaints.append(f"{kind}: {text}")


def _overflow(page: Page) -> int:
    pixels: int = page.evaluate("document.documentElement.scrollWidth - window.innerWidth")
    return max(0, pixels)
