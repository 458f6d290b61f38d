"""Findings as JUnit XML, which build servers show as failed tests."""

from __future__ import annotations

import re
import xml.etree.ElementTree as etree
from collections.abc import Sequence

from helpcenter.checking.excerpt import Excerpt
from helpcenter.finding import Finding, Level

FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML cannot hold, escaped or not."""


def junit_text(findings: Sequence[tuple[Finding, Excerpt, str]], pages: int) -> str:
    """One suite, a case a finding; warnings pass, and say what they have to say."""
    errors = sum(finding.level is Level.ERROR for finding, _, _ in findings)
    suite = etree.Element("testsuite", name="helpcenter", tests=str(len(findings) or 1))
    suite.set("failures", str(errors))
    suite.set("errors", "0")
    for finding, excerpt, words in findings:
        place = f"{finding.path}:{finding.line}:{excerpt.column}"
        case = etree.SubElement(suite, "testcase", classname=_clean(finding.path))
        case.set("name", _clean(f"{finding.rule} ({finding.line}:{excerpt.column})"))
        if finding.level is Level.ERROR:
            inner = etree.SubElement(case, "failure", message=_clean(words), type=finding.rule)
        else:
            inner = etree.SubElement(case, "system-out")
        inner.text = _clean(f"{place}: {finding.level} {finding.rule}: {words}\n{excerpt.text}")
    if not findings:
        etree.SubElement(suite, "testcase", classname="helpcenter", name=f"{pages} pages")
    suites = etree.Element("testsuites")
    suites.append(suite)
    etree.indent(suites)
    body = etree.tostring(suites, encoding="unicode")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{body}\n'


def _clean(text: str) -> str:
    return FORBIDDEN.sub("\ufffd", text)
