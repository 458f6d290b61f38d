"""What a browser may do on this site: said in every page, and in the server's headers.

Pages need nothing but their own scripts, styles and images, so everything else is forbidden. The
headers also say what a page cannot say about itself, such as who may show it in a frame.
"""

from __future__ import annotations

from pathlib import Path

OWN = "'self'"
CONTENT = {
    "default-src": "'none'",
    "script-src": OWN,
    "style-src": OWN,
    "img-src": f"{OWN} data:",
    "font-src": OWN,
    "connect-src": OWN,
    "manifest-src": OWN,
    "worker-src": OWN,
    "base-uri": "'none'",
    "form-action": OWN,
}
UNUSED = (
    *("accelerometer", "autoplay", "browsing-topics", "camera", "display-capture", "geolocation"),
    *("gyroscope", "hid", "magnetometer", "microphone", "midi", "payment", "serial", "usb"),
    "xr-spatial-tracking",
)
"""What the site asks no browser for, so that nothing on it can."""
FILE = "_headers"
"""Read by Netlify and by Cloudflare Pages; other hosts publish it as any other file."""


def content_policy(*, disk: bool = False) -> str:
    """The Content-Security-Policy as a page can say it; on a `disk`, files are its own."""
    # Not every browser takes 'self' for other files of the same folder.
    own = f"{OWN} file:" if disk else OWN
    return "; ".join(f"{name} {value.replace(OWN, own)}" for name, value in CONTENT.items())


def headers() -> dict[str, str]:
    """The headers for every file of the site."""
    return {
        "Content-Security-Policy": f"{content_policy()}; frame-ancestors 'none'",
        "Cross-Origin-Opener-Policy": "same-origin",
        "Permissions-Policy": ", ".join(f"{name}=()" for name in UNUSED),
        "Referrer-Policy": "no-referrer",
        "X-Content-Type-Options": "nosniff",
    }


def write_headers(site_dir: Path) -> None:
    """Write the headers where static hosts look for them. `api/` may be read from anywhere."""
    rows = ["/*", *(f"  {name}: {value}" for name, value in headers().items())]
    rows += ["/api/*", "  Access-Control-Allow-Origin: *"]
    (site_dir / FILE).write_text("\n".join(rows) + "\n", "utf-8", newline="\n")
