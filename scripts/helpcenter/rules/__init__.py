"""The rules, in the order editors should meet them.

A rule is a module: its docstring is its documentation, `LEVEL` says how much it matters, `check`
yields a `Note` for every place. Its name is the file's name with dashes. To add one, write
`tests/rules/<name>.md`, then the module, then its line below.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from types import ModuleType
from typing import Any

from helpcenter.center import Center
from helpcenter.finding import Finding, Level, Note, printable
from helpcenter.rules import (
    absolute_link,
    asks_for_secret,
    bad_id,
    bad_name,
    bold_heading,
    broken_allowance,
    broken_contact,
    broken_front_matter,
    broken_published_list,
    changed_contact,
    cross_language_link,
    different_headings,
    different_images,
    different_links,
    different_meta,
    different_numbers,
    different_steps,
    disguised_link,
    duplicate_id,
    duplicate_question,
    duplicate_reference,
    empty_heading,
    empty_link,
    empty_section,
    empty_step,
    executable_tag,
    expired_contact,
    first_level_heading,
    forbidden_setting,
    full_width_sign,
    half_width_sign,
    heading_without_id,
    http_link,
    key_order,
    lookalike_host,
    malformed_link,
    mismatched_phone,
    misnumbered_steps,
    missing_alt,
    missing_anchor,
    missing_folder,
    missing_front_matter,
    missing_index,
    missing_key,
    missing_link,
    missing_nav_file,
    missing_original,
    missing_question_mark,
    missing_related,
    missing_space,
    missing_steps,
    missing_translation,
    missing_words,
    no_languages,
    not_utf_8,
    outside_project,
    page_not_in_nav,
    plugin_order,
    raw_html,
    repeated_heading,
    repeated_word,
    same_address,
    shortened_link,
    single_step,
    skipped_heading_level,
    stale_translation,
    step_without_id,
    steps_first,
    stray_file,
    table_without_header,
    too_deep,
    too_large,
    undefined_reference,
    unfinished_page,
    unknown_contact,
    unknown_key,
    unknown_locale,
    unlisted_email,
    unlisted_handle,
    unlisted_host,
    unlisted_phone,
    unreadable_file,
    unreadable_settings,
    unrecorded_page,
    unsafe_attribute,
    unsafe_link,
    unstamped_translation,
    untidy_address,
    untidy_file,
    untranslated_text,
    unused_allowance,
    unused_reference,
    vague_link,
    vanished_page,
    weak_contact,
    wrong_brand,
    wrong_dots,
    wrong_kind,
    wrong_term,
    wrong_value,
    wrong_words,
)


@dataclass(frozen=True, slots=True)
class Rule:
    """One fault that articles can have."""

    name: str
    level: Level
    doc: str
    """What it finds, why that hurts a reader, a wrong and a right example; Markdown."""
    notes: Callable[[Center], Iterator[Note]]
    settings: Mapping[str, Any] = field(default_factory=dict)
    """What a project may set for it, with the values it has otherwise."""

    def __call__(self, center: Center) -> Iterator[Finding]:
        """Everything this rule finds in `center`."""
        for note in self.notes(center):
            text = {"en": printable(note.en), "zh": printable(note.zh)}
            yield Finding(self.name, self.level, printable(note.path), note.line, text, note.fix)


def _rule(module: ModuleType) -> Rule:
    name = module.__name__.rpartition(".")[2].replace("_", "-")
    return Rule(name, module.LEVEL, (module.__doc__ or "").strip(), module.check, _settings(module))


def _settings(module: ModuleType) -> Mapping[str, Any]:
    return getattr(module, "SETTINGS", {})


RULES = tuple(
    map(
        _rule,
        (
            unreadable_settings,
            executable_tag,
            no_languages,
            unknown_locale,
            forbidden_setting,
            plugin_order,
            missing_folder,
            outside_project,
            unreadable_file,
            not_utf_8,
            untidy_file,
            too_large,
            stray_file,
            too_deep,
            bad_name,
            same_address,
            missing_front_matter,
            broken_front_matter,
            unknown_key,
            missing_key,
            wrong_value,
            key_order,
            raw_html,
            unsafe_attribute,
            wrong_kind,
            missing_index,
            missing_nav_file,
            page_not_in_nav,
            missing_link,
            missing_anchor,
            cross_language_link,
            absolute_link,
            unsafe_link,
            http_link,
            empty_link,
            malformed_link,
            undefined_reference,
            duplicate_reference,
            unused_reference,
            untidy_address,
            vague_link,
            missing_alt,
            missing_related,
            first_level_heading,
            skipped_heading_level,
            empty_heading,
            repeated_heading,
            bold_heading,
            table_without_header,
            heading_without_id,
            empty_section,
            duplicate_id,
            bad_id,
            missing_steps,
            single_step,
            step_without_id,
            empty_step,
            misnumbered_steps,
            steps_first,
            missing_question_mark,
            duplicate_question,
            missing_original,
            missing_translation,
            different_headings,
            different_steps,
            different_meta,
            different_links,
            different_images,
            untranslated_text,
            different_numbers,
            missing_space,
            half_width_sign,
            full_width_sign,
            wrong_dots,
            repeated_word,
            wrong_term,
            broken_contact,
            changed_contact,
            expired_contact,
            unknown_contact,
            weak_contact,
            unlisted_phone,
            mismatched_phone,
            wrong_brand,
            unlisted_host,
            lookalike_host,
            shortened_link,
            disguised_link,
            unlisted_email,
            unlisted_handle,
            asks_for_secret,
            missing_words,
            wrong_words,
            unfinished_page,
            unstamped_translation,
            stale_translation,
            broken_published_list,
            vanished_page,
            unrecorded_page,
            broken_allowance,
            unused_allowance,
        ),
    )
)
