"""Findings as SARIF 2.1.0, the form that code hosts show beside a change."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from typing import Any
from urllib.parse import quote

from helpcenter import __version__
from helpcenter.checking.excerpt import Excerpt
from helpcenter.finding import Finding
from helpcenter.rules import RULES

SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)


def sarif_text(findings: Sequence[tuple[Finding, Excerpt, str]]) -> str:
    """One run with every rule and all findings, in their order."""
    places = {rule.name: place for place, rule in enumerate(RULES)}
    seen: dict[str, int] = {}
    results = []
    for finding, excerpt, words in findings:
        mark = f"{finding.path}\n{finding.rule}\n{excerpt.text.strip()}\n{words}"
        seen[mark] = seen.get(mark, 0) + 1
        results.append(_result(finding, excerpt, words, places, f"{mark}\n{seen[mark]}"))
    run = {
        "tool": {
            "driver": {
                "name": "helpcenter",
                "semanticVersion": __version__,
                "rules": [
                    {
                        "id": rule.name,
                        "shortDescription": {"text": rule.doc.partition("\n\n")[0]},
                        "fullDescription": {"text": rule.doc},
                        "help": {"text": rule.doc, "markdown": rule.doc},
                        "defaultConfiguration": {"level": str(rule.level)},
                    }
                    for rule in RULES
                ],
            }
        },
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": {"PROJECT": {"description": {"text": "Where mkdocs.yml is."}}},
        "results": results,
    }
    data = {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def _result(
    finding: Finding, excerpt: Excerpt, words: str, places: dict[str, int], mark: str
) -> dict[str, Any]:
    region: dict[str, Any] = {"startLine": finding.line, "startColumn": excerpt.column}
    if excerpt.end > excerpt.column:
        region["endColumn"] = excerpt.end
    if excerpt.text:
        region["snippet"] = {"text": excerpt.text}
    result: dict[str, Any] = {"ruleId": finding.rule}
    if finding.rule in places:
        result["ruleIndex"] = places[finding.rule]
    return result | {
        "level": str(finding.level),
        "message": {"text": words},
        "locations": [
            {
                "physicalLocation": {
                    "artifactLocation": {"uri": quote(finding.path), "uriBaseId": "PROJECT"},
                    "region": region,
                }
            }
        ],
        # Follows the words of the line, not its number, so that it survives edits above.
        "partialFingerprints": {"line/v1": hashlib.sha256(mark.encode()).hexdigest()[:32]},
    }
