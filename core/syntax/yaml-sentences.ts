import * as l10n from '@vscode/l10n';
import type { YAMLError } from 'yaml';
import { lineEnd, lineStart } from '../lines.ts';
import type { Problem } from '../problem.ts';

/** What is wrong with a text of YAML, in words for people who do not know its grammar. */
export function yamlProblems(errors: readonly YAMLError[], text: string): Problem[] {
  const problems: Problem[] = [];
  for (const { code, message, pos } of errors) {
    const span = { start: Math.min(pos[0], text.length), end: Math.min(pos[1], text.length) };
    const tab = tabNear(span.start, span.end, text);
    if (tab !== undefined) {
      return [{ message: byCode['TAB_AS_INDENT'] ?? message, span: { start: tab, end: tab + 1 } }];
    }
    const last = problems.at(-1);
    // What the library says of the same place again follows from what it said first.
    if (last && span.start <= last.span.end) continue;
    const exact = byMessage.find(([pattern]) => pattern.test(message));
    problems.push({ message: exact?.[1] ?? byCode[code] ?? l10n.t('This is no YAML.'), span });
  }
  return problems;
}

/** A tab in the indentation of a line is what all is about. */
function tabNear(start: number, end: number, text: string): number | undefined {
  const from = lineStart(text, start);
  const match = /^ *\t[ \t]*[^\s#]/m.exec(text.slice(from, lineEnd(text, end)));
  return match ? from + match.index + match[0].indexOf('\t') : undefined;
}

const byMessage: readonly (readonly [RegExp, string])[] = [
  [/closing "quote/, l10n.t('This text has no closing double quote.')],
  [/closing 'quote/, l10n.t('This text has no closing single quote.')],
  [/^Missing , or : between/, l10n.t('A comma is missing between these entries.')],
  [/^Missing , between/, l10n.t('A comma is missing between these entries.')],
  [/^Missing space after :/, l10n.t('A space is missing behind this colon.')],
  [/^Comments must be separated/, l10n.t('A space is missing before this comment.')],
  [/^Tags and anchors must be separated/, l10n.t('A space is missing behind this tag.')],
  [/^Implicit map keys need/, l10n.t('This line needs a colon behind its key.')],
  [/^Sequence item without/, l10n.t('This item of a list needs a dash.')],
  [/end with a \}|and end with \}/, l10n.t('A closing brace is missing.')],
  [/end with a \]|and end with \]/, l10n.t('A closing bracket is missing.')],
  [/^Nested mappings/, l10n.t('A text with a colon in it needs quotes; a key needs a line of its own.')],
  [/^Unexpected ,/, l10n.t('This comma is one too many.')],
  [/^Unexpected flow-map-end/, l10n.t('This closing brace is one too many.')],
  [/^Unexpected flow-seq-end/, l10n.t('This closing bracket is one too many.')],
  [/^Block scalar header/, l10n.t('Behind | or > the line must end.')],
  [/^All sequence items/, l10n.t('This item must stand below the first item of its list.')],
  [/^All mapping items/, l10n.t('This key must stand below the first key of its map.')],
  [
    /^Unexpected scalar at node end|^Unexpected (?:double|single)-quoted/,
    l10n.t('This text stands where none may be.'),
  ],
];

const byCode: Readonly<Record<string, string>> = {
  ALIAS_PROPS: l10n.t('An alias can have no tag and no anchor.'),
  BAD_ALIAS: l10n.t('This alias or anchor has no name that YAML understands.'),
  BAD_COLLECTION_TYPE: l10n.t('This tag does not fit its value.'),
  BAD_DIRECTIVE: l10n.t('YAML has no such directive.'),
  BAD_DQ_ESCAPE: l10n.t('This backslash begins no escape sequence of YAML; write two, or use single quotes.'),
  BAD_INDENT: l10n.t('The indentation of this line fits none of the lines above.'),
  BAD_PROP_ORDER: l10n.t('Tags and anchors must stand directly before their value.'),
  BAD_SCALAR_START: l10n.t('A text that begins with this character needs quotes.'),
  BLOCK_AS_IMPLICIT_KEY: l10n.t('A list cannot be a key.'),
  BLOCK_IN_FLOW: l10n.t('Inside braces and brackets, values must stand in braces and brackets, too.'),
  DUPLICATE_KEY: l10n.t('This key is written twice.'),
  KEY_OVER_1024_CHARS: l10n.t('This key is longer than 1,024 characters, or its colon is missing.'),
  MISSING_CHAR: l10n.t('A character is missing here.'),
  MULTILINE_IMPLICIT_KEY: l10n.t('This key has no colon on its line.'),
  MULTIPLE_ANCHORS: l10n.t('A value can have one anchor only.'),
  MULTIPLE_DOCS: l10n.t('The file has several documents; only the first counts.'),
  MULTIPLE_TAGS: l10n.t('A value can have one tag only.'),
  NON_STRING_KEY: l10n.t('A key must be a text.'),
  RESOURCE_EXHAUSTION: l10n.t('This is nested too deeply to be read.'),
  TAB_AS_INDENT: l10n.t('A tab cannot be used for indentation; use spaces.'),
  TAG_RESOLVE_FAILED: l10n.t('This tag does not fit its value.'),
  UNEXPECTED_TOKEN: l10n.t('This does not fit here.'),
};
