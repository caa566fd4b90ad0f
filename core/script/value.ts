import type { Span } from '../span.ts';
import type { Expression, FunctionExpression, Script, Statement } from '../syntax/script.ts';
import type { Text } from '../text.ts';

/** What an expression of a program comes to, as far as the program alone tells. Spans are those of the whole reading. */
export type Value =
  | TextValue
  | MapValue
  | ListValue
  | MadeValue
  | FunctionValue
  | ClassValue
  | InstanceValue
  | ModuleValue
  | { readonly kind: 'plain'; readonly span: Span; readonly value: number | boolean | null }
  /** A property of what the program does not define: `handler.functionArn`, `lambda.Runtime.PYTHON_3_12`. */
  | { readonly kind: 'part'; readonly span: Span; readonly of: Value; readonly name: string }
  /** `name` is that of a variable or parameter that nobody gave a value. */
  | { readonly kind: 'unknown'; readonly span: Span; readonly name?: string };

export interface TextValue {
  readonly kind: 'text';
  /** With its quotes. */
  readonly span: Span;
  /** What is unknown in it stands as its source in `${}`. */
  readonly text: Text;
  /** The text as what is known and what is not, in order. */
  readonly pieces: readonly Piece[];
}

/** A stretch of a text, or what stands in it and is not known to be one. */
export type Piece = string | Exclude<Value, TextValue>;

export interface MapValue {
  readonly kind: 'map';
  readonly span: Span;
  readonly entries: Map<string, Slot>;
}

export interface Slot {
  readonly key: Text;
  readonly value: Value;
  /** Where the value is written; where it is made is in the value. */
  readonly span: Span;
}

/** How many items a list has at most: more than any definition writes, for lists of lists of themselves. */
export const mostItems = 5000;

export interface ListValue {
  readonly kind: 'list';
  readonly span: Span;
  readonly items: Value[];
}

/** The result of a call of what the program does not define: `new WebSocketApi(…)`, `Code.fromAsset('…')`. */
export interface MadeValue {
  readonly kind: 'made';
  readonly span: Span;
  /** What is called. */
  readonly nameSpan: Span;
  /** The module that it is from, as far as it is known, and its name: `aws-cdk-lib/aws-lambda.Function`. */
  readonly path: string;
  readonly isNew: boolean;
  /** The value whose method is called. */
  readonly on: Value | undefined;
  readonly positional: readonly Slot[];
  readonly named: MapValue;
  /** What was given to its properties afterwards. */
  readonly given: MapValue;
  /** The variable or property that holds it first. */
  name?: string;
}

export interface FunctionValue {
  readonly kind: 'function';
  readonly span: Span;
  readonly expression: FunctionExpression;
  readonly scope: Scope;
  readonly self: Value | undefined;
  /** The first parameter is given `self`, as Python does. */
  readonly takesSelf: boolean;
}

export interface ClassValue {
  readonly kind: 'class';
  readonly span: Span;
  readonly statement: Extract<Statement, { kind: 'class' }>;
  readonly scope: Scope;
  readonly base: Value | undefined;
}

export interface InstanceValue {
  readonly kind: 'instance';
  readonly span: Span;
  readonly of: ClassValue;
  readonly fields: Map<string, Value>;
  /** What a class of somebody else makes of it. */
  base?: MadeValue;
  name?: string;
}

export interface ModuleValue {
  readonly kind: 'module';
  readonly span: Span;
  readonly from: string;
  /** `*` for the module as a whole. */
  readonly imported: string;
  /** The file that imports it. */
  readonly file: ScriptFile;
}

/** The variables of a block of a program. */
export interface Scope {
  readonly values: Map<string, Value>;
  readonly outer: Scope | undefined;
  readonly self: Value | undefined;
  readonly file: ScriptFile;
}

/** A program, and where it stands in the whole reading. */
export interface ScriptFile {
  readonly path: string;
  readonly script: Script;
  readonly start: number;
  /** What others can import from it. */
  readonly exported: Map<string, Value>;
}

/** The place of an expression in the whole reading. */
export function placeOf({ span }: Pick<Expression, 'span'>, { start }: ScriptFile): Span {
  return start === 0 ? span : { start: span.start + start, end: span.end + start };
}

/** The dotted name of what the program does not define, its module first; empty for other values. */
export function pathOf(value: Value): string {
  // A loop, because parts of parts may be many.
  const names: string[] = [];
  let at = value;
  while (at.kind === 'part') {
    names.push(at.name);
    at = at.of;
  }
  const first =
    at.kind === 'module'
      ? at.imported === '*'
        ? at.from
        : `${at.from}.${at.imported}`
      : at.kind === 'made'
        ? at.path
        : at.kind === 'unknown'
          ? (at.name ?? '')
          : '';
  return first === '' ? '' : [first, ...names.toReversed()].join('.');
}

/** The text that the program alone gives. */
export function knownText(value: Value | undefined): Text | undefined {
  return value?.kind === 'text' && value.pieces.every((piece) => typeof piece === 'string')
    ? value.text
    : undefined;
}
