import * as l10n from '@vscode/l10n';
import type { Problem } from '../problem.ts';
import type { Span } from '../span.ts';
import { parseJsonPath } from './json-path.ts';
import { type MappingKind, type Variable, variableAt, variablesIn } from './variables.ts';

/** One name of a parameter mapping or an identity source, or a constant. */
export interface Mapping {
  readonly kind: 'constant' | 'variable' | 'unknown';
  /** Without the commas and white space around it. */
  readonly span: Span;
  /** Of a constant, without its quotes. */
  readonly text: string;
  readonly variable?: Variable;
  /** What follows the variable's name and the dot. */
  readonly name: string;
  readonly nameSpan: Span;
  readonly problems: readonly Problem[];
}

/**
 * Understands where a parameter comes from or goes to, or what identifies a caller; only identity sources may be
 * several, with commas between them. Never throws.
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/websocket-api-data-mapping.html
 */
export function parseMappings(text: string, kind: MappingKind): readonly Mapping[] {
  const pieces = kind === 'identity source' ? [...text.matchAll(/[^,]+/g)] : [...text.matchAll(/^[^]*$/g)];
  return pieces.map(({ 0: piece, index }) => {
    const start = index + piece.length - piece.trimStart().length;
    return parseMapping(piece.trim(), start, kind);
  });
}

function parseMapping(text: string, start: number, kind: MappingKind): Mapping {
  const span = { start, end: start + text.length };
  if (text.startsWith("'") && kind.endsWith('parameter')) return parseConstant(text, span);
  const variable = variableAt(text, variablesIn(kind));
  if (!variable) {
    const known = variablesIn(kind).map(({ name }) => `\`${name}\``);
    const message = l10n.t('`{0}` means nothing here; there are {1}.', text, known.join(', '));
    return { kind: 'unknown', text, span, name: '', nameSpan: span, problems: [{ message, span }] };
  }
  const length = variable.name.length + (variable.follows === 'JSONPath' ? 0 : 1);
  const name = text.slice(length);
  const nameSpan = { start: Math.min(start + length, span.end), end: span.end };
  const problems = problemsOf(variable, name, nameSpan);
  return { kind: 'variable', text, span, variable, name, nameSpan, problems };
}

function parseConstant(text: string, span: Span): Mapping {
  const isClosed = text.length > 1 && text.endsWith("'");
  const problems = isClosed
    ? []
    : [{ message: l10n.t("A constant ends with a single quote: add a `'`."), span }];
  const constant = text.slice(1, isClosed ? -1 : undefined);
  return { kind: 'constant', text: constant, span, name: '', nameSpan: span, problems };
}

function problemsOf({ follows, name: variable }: Variable, name: string, span: Span): Problem[] {
  if (follows === 'JSONPath') {
    return parseJsonPath(`$${name}`).problems.map((problem) => ({
      message: problem.message,
      span: {
        start: Math.max(span.start, span.start + problem.span.start - 1),
        end: Math.max(span.start, span.start + problem.span.end - 1),
      },
    }));
  }
  if (/^[a-zA-Z0-9._$-]+$/.test(name)) return [];
  const message =
    name === ''
      ? l10n.t('A name is missing after `{0}`.', variable)
      : l10n.t('A parameter’s name has letters, digits, `.`, `_`, `$` and `-` only.');
  const whole = { start: span.end - name.length - variable.length - 1, end: span.end };
  return [{ message, span: name === '' ? whole : span }];
}
