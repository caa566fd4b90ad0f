import * as l10n from '@vscode/l10n';
import { extname } from 'node:path';
import { fileAt } from '../../core/formats/file-at.ts';
import { lineEnd, lineStart } from '../../core/lines.ts';
import type { Diagnostic } from './diagnose.ts';
import type { KnownFile } from './known-file.ts';
import type { Fix } from './rules/rule.ts';
import { coveredLine, silencingWords } from './silencings.ts';

/** What comments begin with, by what the file's name ends with; JSON has none. */
const comments: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    ['.yaml', '.yml', '.template', '.tf', '.toml', '.arc', '.sh', '.bash', '.zsh', '.ps1', '.py'].map(
      (one) => [one, '#'],
    ),
  ),
  ...Object.fromEntries(
    ['.jsonc', '.ts', '.mts', '.cts', '.js', '.mjs', '.cjs', '.java', '.cs'].map((one) => [one, '//']),
  ),
  '.cmd': 'REM',
  '.bat': 'REM',
};

// How far above a finding the command or block can begin that it stands in.
const mostLines = 200;

/** The fix that writes a comment which silences a finding; undefined where the file cannot have one there. */
export function silenceHere(
  { reading, uri, path }: Pick<KnownFile, 'reading' | 'uri' | 'path'>,
  { code, span }: Pick<Diagnostic, 'code' | 'span'>,
): Fix | undefined {
  const { text } = reading;
  const file = fileAt(reading, span.start);
  const comment = comments[extname(file.path ?? path ?? uri).toLowerCase()];
  if (comment === undefined || (comment === '#' && /^\s*\{/.test(file.text))) return undefined;
  if (isInLongText(text.slice(file.start, span.start))) return undefined;
  const start = openingLine(text, span.start, file.start);
  const title = l10n.t('Silence "{0}" here', code);
  const above = text.slice(lineStart(text, Math.max(file.start, start - 1)), start);
  if (start > file.start && above.includes(silencingWords.nextLine) && !above.includes(' -- ')) {
    const end = start - (above.endsWith('\r\n') ? 2 : 1);
    return { title, edits: [{ span: { start: end, end }, newText: `, ${code}` }] };
  }
  const [indent = ''] = /^[ \t]*/.exec(text.slice(start, lineEnd(text, start))) ?? [];
  const lineBreak = text.includes('\r\n') ? '\r\n' : '\n';
  const newText = `${indent}${comment} ${silencingWords.nextLine} ${code}${lineBreak}`;
  return { title, edits: [{ span: { start, end: start }, newText }] };
}

/** Texts of several lines between backticks or three quotes would hold the comment. */
function isInLongText(before: string): boolean {
  return [/`/g, /"""/g].some((quote) => (before.match(quote) ?? []).length % 2 === 1);
}

/** The beginning of the line that the finding is in, or of the command or block of text that the line belongs to. */
function openingLine(text: string, offset: number, fileStart: number): number {
  let start = Math.max(fileStart, lineStart(text, offset));
  let opening = start;
  for (let count = 0; count < mostLines && start > fileStart; count++) {
    start = Math.max(fileStart, lineStart(text, start - 1));
    if (coveredLine(text, start).end >= offset) opening = start;
  }
  return opening;
}
