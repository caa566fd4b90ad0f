import type { Span } from '../span.ts';

/** A piece of a template. Spans are offsets in the template, also inside its strings. */
export type Node =
  | { readonly kind: 'text'; readonly text: string; readonly span: Span }
  | Reference
  | { readonly kind: 'set'; readonly target: Reference; readonly value: Operand; readonly span: Span }
  | { readonly kind: 'if'; readonly branches: readonly Branch[]; readonly span: Span }
  | ForEach
  | { readonly kind: 'define'; readonly name: string; readonly body: readonly Node[]; readonly span: Span }
  | MacroDefinition
  | MacroCall
  | { readonly kind: 'evaluate'; readonly value: Operand; readonly span: Span }
  /** `#parse` and `#include`, for which there are no other files. */
  | { readonly kind: 'load'; readonly span: Span }
  | { readonly kind: 'break' | 'stop'; readonly span: Span };

/** `$x.y`, with what follows the name. */
export interface Reference {
  readonly kind: 'reference';
  /** Without `$`, `!` and braces. */
  readonly name: string;
  readonly nameSpan: Span;
  readonly accesses: readonly Access[];
  /** `$!x` prints nothing where there is no value. */
  readonly quiet: boolean;
  /** How many backslashes stand before it. */
  readonly backslashes: number;
  /** As written, which is what it prints where there is no value. */
  readonly source: string;
  readonly span: Span;
}

/** What a reference asks of a value. */
export type Access =
  | { readonly kind: 'property'; readonly name: string; readonly span: Span }
  | {
      readonly kind: 'method';
      readonly name: string;
      readonly arguments: readonly Operand[];
      /** Of the name. */
      readonly span: Span;
      readonly whole: Span;
    }
  | { readonly kind: 'index'; readonly index: Operand; readonly span: Span };

/** What has a value. */
export type Operand =
  | Reference
  | StringLiteral
  | { readonly kind: 'number'; readonly text: string; readonly span: Span }
  | { readonly kind: 'boolean'; readonly value: boolean; readonly span: Span }
  | { readonly kind: 'list'; readonly items: readonly Operand[]; readonly span: Span }
  | { readonly kind: 'map'; readonly entries: readonly (readonly [Operand, Operand])[]; readonly span: Span }
  | { readonly kind: 'range'; readonly from: Operand; readonly to: Operand; readonly span: Span }
  | { readonly kind: 'not'; readonly operand: Operand; readonly span: Span }
  | {
      readonly kind: 'binary';
      readonly operator: Operator;
      readonly left: Operand;
      readonly right: Operand;
      readonly span: Span;
    };

/** A text in quotes; in double ones it is a template of its own. */
export interface StringLiteral {
  readonly kind: 'string';
  readonly value: string;
  /** Absent where there is nothing to fill in. */
  readonly nodes?: readonly Node[];
  /** With the quotes. */
  readonly span: Span;
}

/** Operators by their signs; `and`, `eq` and the like are other spellings of them. */
export type Operator = '||' | '&&' | '==' | '!=' | '<' | '<=' | '>' | '>=' | '+' | '-' | '*' | '/' | '%';

/** `#if`, `#elseif`, or `#else`, which has no condition. */
export interface Branch {
  readonly condition?: Operand;
  readonly body: readonly Node[];
}

/** `#foreach($variable in list)`. */
export interface ForEach {
  readonly kind: 'foreach';
  readonly variable: string;
  readonly list: Operand;
  readonly body: readonly Node[];
  readonly span: Span;
}

/** `#macro(name $parameter)`. */
export interface MacroDefinition {
  readonly kind: 'macro';
  readonly name: string;
  readonly parameters: readonly string[];
  readonly body: readonly Node[];
  readonly span: Span;
}

/** `#name(…)`, or `#@name(…)` with a body; text where no such macro is defined. */
export interface MacroCall {
  readonly kind: 'call';
  readonly name: string;
  readonly arguments: readonly Operand[];
  readonly body?: readonly Node[];
  readonly source: string;
  readonly span: Span;
}
