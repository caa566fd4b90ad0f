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
    problems.push({ message: exact?.[1] ?? byCode[code] ?? 'This is no YAML.', span });
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
  [/closing "quote/, 'This text has no closing double quote.'],
  [/closing 'quote/, 'This text has no closing single quote.'],
  [/^Missing , or : between/, 'A comma is missing between these entries.'],
  [/^Missing , between/, 'A comma is missing between these entries.'],
  [/^Missing space after :/, 'A space is missing behind this colon.'],
  [/^Comments must be separated/, 'A space is missing before this comment.'],
  [/^Tags and anchors must be separated/, 'A space is missing behind this tag.'],
  [/^Implicit map keys need/, 'This line needs a colon behind its key.'],
  [/^Sequence item without/, 'This item of a list needs a dash.'],
  [/end with a \}|and end with \}/, 'A closing brace is missing.'],
  [/end with a \]|and end with \]/, 'A closing bracket is missing.'],
  [/^Nested mappings/, 'A text with a colon in it needs quotes; a key needs a line of its own.'],
  [/^Unexpected ,/, 'This comma is one too many.'],
  [/^Unexpected flow-map-end/, 'This closing brace is one too many.'],
  [/^Unexpected flow-seq-end/, 'This closing bracket is one too many.'],
  [/^Block scalar header/, 'Behind | or > the line must end.'],
  [/^All sequence items/, 'This item must stand below the first item of its list.'],
  [/^All mapping items/, 'This key must stand below the first key of its map.'],
  [
    /^Unexpected scalar at node end|^Unexpected (?:double|single)-quoted/,
    'This text stands where none may be.',
  ],
];

const byCode: Readonly<Record<string, string>> = {
  ALIAS_PROPS: 'An alias can have no tag and no anchor.',
  BAD_ALIAS: 'This alias or anchor has no name that YAML understands.',
  BAD_COLLECTION_TYPE: 'This tag does not fit its value.',
  BAD_DIRECTIVE: 'YAML has no such directive.',
  BAD_DQ_ESCAPE: 'This backslash begins no escape sequence of YAML; write two, or use single quotes.',
  BAD_INDENT: 'The indentation of this line fits none of the lines above.',
  BAD_PROP_ORDER: 'Tags and anchors must stand directly before their value.',
  BAD_SCALAR_START: 'A text that begins with this character needs quotes.',
  BLOCK_AS_IMPLICIT_KEY: 'A list cannot be a key.',
  BLOCK_IN_FLOW: 'Inside braces and brackets, values must stand in braces and brackets, too.',
  DUPLICATE_KEY: 'This key is written twice.',
  KEY_OVER_1024_CHARS: 'This key is longer than 1,024 characters, or its colon is missing.',
  MISSING_CHAR: 'A character is missing here.',
  MULTILINE_IMPLICIT_KEY: 'This key has no colon on its line.',
  MULTIPLE_ANCHORS: 'A value can have one anchor only.',
  MULTIPLE_DOCS: 'The file has several documents; only the first counts.',
  MULTIPLE_TAGS: 'A value can have one tag only.',
  NON_STRING_KEY: 'A key must be a text.',
  RESOURCE_EXHAUSTION: 'This is nested too deeply to be read.',
  TAB_AS_INDENT: 'A tab cannot be used for indentation; use spaces.',
  TAG_RESOLVE_FAILED: 'This tag does not fit its value.',
  UNEXPECTED_TOKEN: 'This does not fit here.',
};
