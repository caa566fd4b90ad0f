import * as l10n from '@vscode/l10n';
import type { Problem } from '../problem.ts';
import type { Span } from '../span.ts';
import { maxTemplateDepth } from './limits.ts';
import type { Node } from './node.ts';

/** A template that is being parsed, and how far. */
export interface Reader {
  readonly text: string;
  offset: number;
  depth: number;
  readonly problems: Problem[];
  /** Where each character of the text stands in the template, where that is not where it stands in the text. */
  readonly places?: readonly number[];
  /** Parses the content of a string in double quotes. */
  readonly parseInside: (text: string, places: readonly number[], depth: number) => readonly Node[];
}

/** The span in the template of a stretch of the reader's text. */
export function spanOf({ text, places }: Reader, start: number, end: number): Span {
  if (!places) return { start, end };
  const last = places[text.length] ?? 0;
  return { start: places[start] ?? last, end: places[end] ?? last };
}

/** Reports a problem and gives undefined, so that whoever asked can give up in one line. */
export function report(
  reader: Reader,
  message: string,
  start = reader.offset,
  end = Math.max(start, reader.offset) + 1,
): undefined {
  if (reader.problems.length >= mostProblems) return;
  const last = reader.text.length;
  const span = spanOf(reader, Math.max(0, Math.min(start, last - 1)), Math.min(end, last));
  reader.problems.push({ message, span });
}

// Nobody reads more, and each would have to be placed and shown.
const mostProblems = 50;

/** Takes what a sticky pattern finds at the offset. */
export function take(reader: Reader, pattern: RegExp): RegExpExecArray | undefined {
  pattern.lastIndex = reader.offset;
  const match = pattern.exec(reader.text) ?? undefined;
  if (match) reader.offset = pattern.lastIndex;
  return match;
}

/** Passes over white space. */
export function skipSpace(reader: Reader): void {
  take(reader, /\s+/y);
}

/** Runs a step one level deeper; undefined, and a problem, where that is too deep. */
export function deeper<Result>(reader: Reader, step: () => Result | undefined): Result | undefined {
  if (reader.depth >= maxTemplateDepth) return report(reader, l10n.t('This is nested too deeply.'));
  reader.depth++;
  try {
    return step();
  } finally {
    reader.depth--;
  }
}

/** After a mistake, goes on behind the closing parenthesis, or at the end of the line where there is none. */
export function recover(reader: Reader): void {
  let depth = 1;
  let quote = '';
  for (; reader.offset < reader.text.length; reader.offset++) {
    const character = reader.text.charAt(reader.offset);
    if (character === '\n') return;
    if (quote) {
      if (character === quote) quote = '';
    } else if (character === '"' || character === "'") quote = character;
    else if (character === '(') depth++;
    else if (character === ')' && --depth === 0) {
      reader.offset++;
      return;
    }
  }
}
