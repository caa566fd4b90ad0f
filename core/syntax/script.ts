import type { Span } from '../span.ts';
import type { Text } from '../text.ts';

/**
 * A program in TypeScript, JavaScript or Python, reduced to what definitions are made of. Spans are offsets in the
 * program's own text; what is half-typed is kept as far as it can be understood.
 */
export interface Script {
  readonly text: string;
  readonly language: 'javascript' | 'python';
  readonly body: readonly Statement[];
}

export type Expression =
  | TextExpression
  | TemplateExpression
  | FunctionExpression
  | CallExpression
  | MapExpression
  | { readonly kind: 'plain'; readonly span: Span; readonly value: number | boolean | null }
  /** `this` and `self` are names, too. */
  | { readonly kind: 'name'; readonly span: Span; readonly name: string }
  | {
      readonly kind: 'member';
      readonly span: Span;
      readonly of: Expression;
      readonly name: string;
      readonly nameSpan: Span;
    }
  | { readonly kind: 'index'; readonly span: Span; readonly of: Expression; readonly index: Expression }
  | { readonly kind: 'list'; readonly span: Span; readonly items: readonly Expression[] }
  /** `...x`, `*x` and `**x`, in lists and among arguments. */
  | { readonly kind: 'spread'; readonly span: Span; readonly of: Expression }
  | {
      readonly kind: 'operation';
      readonly span: Span;
      readonly operator: string;
      readonly left: Expression;
      readonly right: Expression;
    }
  | {
      readonly kind: 'choice';
      readonly span: Span;
      readonly test: Expression;
      readonly yes: Expression;
      readonly no: Expression;
    }
  | { readonly kind: 'assign'; readonly span: Span; readonly target: Pattern; readonly value: Expression }
  /** `[make for target in over]` */
  | {
      readonly kind: 'comprehension';
      readonly span: Span;
      readonly target: Pattern;
      readonly over: Expression;
      readonly make: Expression;
    }
  /** What is not understood, with what is understood inside. */
  | { readonly kind: 'unknown'; readonly span: Span; readonly inside: readonly Expression[] };

export interface TextExpression {
  readonly kind: 'text';
  /** With its quotes. */
  readonly span: Span;
  readonly text: Text;
}

/** A text with expressions in it: a template literal, or an f-string. */
export interface TemplateExpression {
  readonly kind: 'template';
  readonly span: Span;
  /** The parts in order; a text's `span` is its stretch, an expression's place is in `hole`. */
  readonly parts: readonly TemplatePart[];
  /** Without the quotes. */
  readonly inner: Span;
  readonly spelling: Text['spelling'];
}

export type TemplatePart =
  | { readonly kind: 'stretch'; readonly text: Text }
  | { readonly kind: 'hole'; readonly span: Span; readonly value: Expression };

export interface CallExpression {
  readonly kind: 'call';
  readonly span: Span;
  readonly callee: Expression;
  readonly isNew: boolean;
  readonly positional: readonly Expression[];
  readonly named: readonly MapEntry[];
}

export interface MapExpression {
  readonly kind: 'map';
  readonly span: Span;
  readonly entries: readonly MapEntry[];
}

export interface MapEntry {
  /** Absent where another map is spread. */
  readonly key?: Expression;
  readonly value: Expression;
}

export interface FunctionExpression {
  readonly kind: 'function';
  readonly span: Span;
  readonly parameters: readonly PatternPart[];
  readonly body: readonly Statement[];
}

/** What a value is given to. */
export type Pattern =
  | { readonly kind: 'parts'; readonly parts: readonly PatternPart[] }
  | Extract<Expression, { kind: 'name' | 'member' | 'index' }>;

export interface PatternPart {
  /** The property, or the place in a list; absent for what takes the rest. */
  readonly key?: string | number;
  readonly target: Pattern;
  readonly otherwise?: Expression;
  /** A parameter that is a property of `this` at once. */
  readonly isField?: true;
}

export type Statement =
  /** A declaration: a name is that of a new variable. */
  | {
      readonly kind: 'set';
      readonly span: Span;
      readonly target: Pattern;
      readonly value: Expression;
    }
  | { readonly kind: 'do'; readonly value: Expression }
  | {
      readonly kind: 'class';
      readonly span: Span;
      readonly name: string;
      readonly base: Expression | undefined;
      readonly body: readonly Statement[];
    }
  | {
      readonly kind: 'define';
      readonly span: Span;
      readonly name: string;
      readonly nameSpan: Span;
      readonly value: FunctionExpression;
      readonly decorators: readonly Expression[];
    }
  | {
      readonly kind: 'each';
      readonly target: Pattern;
      readonly over: Expression;
      readonly body: readonly Statement[];
    }
  | {
      readonly kind: 'branch';
      readonly test: Expression | undefined;
      readonly yes: readonly Statement[];
      readonly no: readonly Statement[];
    }
  | { readonly kind: 'return'; readonly value: Expression }
  | { readonly kind: 'import'; readonly from: string; readonly names: readonly ImportedName[] }
  /** `export default`. */
  | { readonly kind: 'export'; readonly value: Expression };

export interface ImportedName {
  /** `*` for the module as a whole. */
  readonly imported: string;
  readonly local: string;
}
