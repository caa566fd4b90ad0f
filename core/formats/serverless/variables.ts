import type { Span } from '../../span.ts';

/** A variable of the Serverless Framework in a text: `${opt:stage, self:custom.stage, 'dev'}`. */
export interface Variable extends Span {
  /** What gives the value; the first that has one counts. */
  readonly sources: readonly VariableSource[];
}

export type VariableSource =
  | ({ readonly kind: 'literal'; readonly value: string | null } & Span)
  | {
      readonly kind: 'reference';
      /** `self`, `opt`, `file`. */
      readonly type: string;
      /** What stands in parentheses; may hold variables. */
      readonly parameter?: string;
      /** What stands behind the colon; may hold variables. */
      readonly address: string;
    }
  | { readonly kind: 'variable'; readonly variable: Variable };

/** Deeper variables are no variables; nobody writes three. */
const deepest = 20;

/**
 * The variables of a text, as the framework finds them: `${` and the name of a source. What CloudFormation or
 * API Gateway write alike, `${AWS::Region}` and `${request.body.action}`, is text.
 */
export function variablesIn(text: string): readonly Variable[] {
  const found: Variable[] = [];
  for (let at = text.indexOf('${'); at !== -1; at = text.indexOf('${', at)) {
    const variable = text[at - 1] === '\\' ? undefined : variableAt(text, at, 0);
    if (variable) found.push(variable);
    at = variable ? variable.end : at + 2;
  }
  return found;
}

function variableAt(text: string, start: number, depth: number): Variable | undefined {
  if (depth > deepest) return undefined;
  const sources: VariableSource[] = [];
  for (let at = start + 2; ;) {
    at = skipBlanks(text, at);
    const read = sourceAt(text, at, depth, sources.length === 0);
    if (!read) return undefined;
    sources.push(read.source);
    at = skipBlanks(text, read.end);
    if (text[at] === '}') return { start, end: at + 1, sources };
    if (text[at] !== ',') return undefined;
    at += 1;
  }
}

interface Read {
  readonly source: VariableSource;
  readonly end: number;
}

function sourceAt(text: string, at: number, depth: number, isFirst: boolean): Read | undefined {
  const [, type, sign] = sticky(/([a-z][A-Za-z0-9]*)([:(])(?!:)/y, text, at) ?? [];
  if (type !== undefined) return referenceAt(text, at + type.length, type, sign === '(', depth);
  if (isFirst) return undefined;
  if (text.startsWith('${', at)) {
    const variable = variableAt(text, at, depth + 1);
    return variable && { source: { kind: 'variable', variable }, end: variable.end };
  }
  const [whole, double, single] = sticky(/"((?:[^"\\]|\\.)*)"|'([^']*)'/y, text, at) ?? [];
  if (whole !== undefined) {
    const value = (double ?? single ?? '').replaceAll(/\\(.)/g, double === undefined ? '$&' : '$1');
    const end = at + whole.length;
    return { source: { kind: 'literal', value, start: at + 1, end: end - 1 }, end };
  }
  const [bare] = sticky(/(?:true|false|null|-?\d+(?:\.\d+)?)(?=\s*[,}])/y, text, at) ?? [];
  if (bare === undefined) return undefined;
  const end = at + bare.length;
  return { source: { kind: 'literal', value: bare === 'null' ? null : bare, start: at, end }, end };
}

function referenceAt(
  text: string,
  sign: number,
  type: string,
  hasParameter: boolean,
  depth: number,
): Read | undefined {
  let at = sign + 1;
  let parameter: string | undefined;
  if (hasParameter) {
    const end = endOf(text, at, ')', depth);
    if (end === undefined) return undefined;
    parameter = withoutQuotes(text.slice(at, end).trim());
    at = skipBlanks(text, end + 1);
    if (text[at] !== ':') {
      return { source: { kind: 'reference', type, parameter, address: '' }, end: at };
    }
    at += 1;
  }
  const end = endOf(text, at, ',}', depth);
  if (end === undefined) return undefined;
  const address = withoutQuotes(text.slice(at, end).trim());
  return { source: { kind: 'reference', type, address, ...(parameter !== undefined && { parameter }) }, end };
}

/** Where the first of the signs stands that is in no variable and no quotes. */
function endOf(text: string, start: number, signs: string, depth: number): number | undefined {
  for (let at = start; at < text.length; at++) {
    const sign = text.charAt(at);
    if (signs.includes(sign)) return at;
    if (sign === '}') return undefined;
    if (text.startsWith('${', at)) {
      const inner = variableAt(text, at, depth + 1);
      if (!inner) return undefined;
      at = inner.end - 1;
    } else if (sign === '"' || sign === "'") {
      const closing = text.indexOf(sign, at + 1);
      if (closing === -1) return undefined;
      at = closing;
    }
  }
  return undefined;
}

function withoutQuotes(text: string): string {
  return /^(["'])(.*)\1$/.exec(text)?.[2] ?? text;
}

function skipBlanks(text: string, at: number): number {
  return at + (sticky(/\s*/y, text, at)?.[0].length ?? 0);
}

function sticky(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}
