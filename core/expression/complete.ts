import * as l10n from '@vscode/l10n';
import { isArray, isObject, JsonNumber, type JsonValue } from '../json/json-value.ts';
import { render } from '../json/render.ts';
import { type Span, touches } from '../span.ts';
import { type Candidate, candidatesAt } from './candidates.ts';
import { parseExpression, type VariablePart } from './parse.ts';
import { type PathCursor, pathCursorAt } from './path-cursor.ts';
import { selectionVariables, type Variable } from './variables.ts';

/** One proposal: `insert` replaces `span` of the expression. */
export interface Completion {
  readonly label: string;
  readonly insert: string;
  readonly span: Span;
  readonly kind: 'variable' | 'property';
  /** The value behind the name, or what may follow it. */
  readonly detail: string;
  /** Markdown. */
  readonly documentation?: string;
}

/** What expressions can be completed from: the messages of samples, each with its name, as `JSON.parse` gives them. */
export interface CompletionScope {
  readonly bodies: readonly { readonly name: string; readonly body: unknown }[];
}

/** What may be written at an offset of an expression; nothing on static text. */
export function completeExpression(
  text: string,
  offset: number,
  { bodies }: CompletionScope,
): readonly Completion[] {
  const part = parseExpression(text).parts.find(
    (one) => one.kind === 'variable' && offset > one.span.start && touches(one.span, offset),
  );
  if (part?.kind !== 'variable' || (part.braced && offset < part.span.start + 2)) return [];
  if (offset <= part.pathSpan.start) return completeVariable(part, candidatesAt('$', false, bodies));
  return part.name === 'request.body' ? completePath(text, part.pathSpan, offset, bodies) : [];
}

/**
 * What may be written at an offset of a JSONPath, whose span begins behind its `$`. `quote` is what stands around
 * names in brackets.
 */
export function completePath(
  text: string,
  pathSpan: Span,
  offset: number,
  bodies: CompletionScope['bodies'],
  quote = "'",
): readonly Completion[] {
  const cursor = pathCursorAt(text, pathSpan, offset);
  if (!cursor) return [];
  return candidatesAt(cursor.base, cursor.after === 'scan', bodies).flatMap((candidate) =>
    completeProperty(candidate, cursor, quote),
  );
}

/** Variables, and also the body's members, so that one choice writes the usual expression. */
function completeVariable(
  { braced, span, pathSpan }: VariablePart,
  members: readonly Candidate[],
): Completion[] {
  const name = { start: span.start + (braced ? 2 : 1), end: pathSpan.start };
  return [
    ...selectionVariables.map((variable) => proposeVariable(variable, name)),
    ...members.map((candidate) => {
      const insert = `request.body${stepTo(candidate.name)}`;
      return propose(candidate, insert, insert, name);
    }),
  ];
}

function proposeVariable({ name, follows, meaning, legalIn }: Variable, span: Span): Completion {
  const detail = { JSONPath: l10n.t('a JSONPath may follow'), name: l10n.t('a name follows'), nothing: '' }[
    follows
  ];
  const documentation = legalIn.length > 0 ? meaning : l10n.t('{0} No expression gives it a value.', meaning);
  return { label: name, insert: name, span, kind: 'variable', detail, documentation };
}

function completeProperty(
  candidate: Candidate,
  { after, name: span, quote, closing }: PathCursor,
  preferred: string,
): Completion[] {
  const { name } = candidate;
  const label = String(name);
  if (after === 'bracket') {
    if (typeof name === 'number')
      return quote ? [] : [propose(candidate, label, label + closing.slice(1), span)];
    const end = quote ? closing : closing.replace("'", preferred);
    const insert = `${quote ? '' : preferred}${escape(name, quote || preferred)}${end}`;
    return [propose(candidate, label, insert, span)];
  }
  const insert = stepTo(name, preferred);
  if (insert.startsWith('.')) return [propose(candidate, label, insert.slice(1), span)];
  const start = after === 'scan' ? span.start : span.start - 1;
  return [propose(candidate, label, insert, { start, end: span.end })];
}

/** The proposal of a member or element that messages have. */
export function propose({ values }: Candidate, label: string, insert: string, span: Span): Completion {
  const detail = values[0] ? preview(values[0].value) : '';
  const documentation = values.map(({ from, value }) => `- ${from}: \`${preview(value)}\``).join('\n');
  return { label, insert, span, kind: 'property', detail, documentation };
}

/** A name or an index as it is written after a path. */
export function stepTo(name: string | number, quote = "'"): string {
  if (typeof name === 'number') return `[${name}]`;
  return plainName.test(name) ? `.${name}` : `[${quote}${escape(name, quote)}${quote}]`;
}

/** Names that need no brackets, whether the variable has braces or not. */
const plainName = /^[^\s.,[\]'"()*\\/${}=!<>&|?]+$/;

function escape(name: string, quote: string): string {
  return name.replaceAll('\\', '\\\\').replaceAll(quote, `\\${quote}`);
}

const longestPreview = 60;

function preview(value: JsonValue): string {
  if (typeof value === 'string') return shortened(JSON.stringify(value));
  if (value === null || typeof value === 'boolean' || value instanceof JsonNumber) return String(value);
  return isArray(value) || isObject(value) ? shortened(render(value) ?? '') : '';
}

function shortened(text: string): string {
  return text.length > longestPreview ? `${text.slice(0, longestPreview - 1)}…` : text;
}
