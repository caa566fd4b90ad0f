import type { Problem } from '../problem.ts';
import type { Span } from '../span.ts';

/** What stands between the braces of a block, or in a file. */
export interface HclBody {
  readonly attributes: readonly HclAttribute[];
  readonly blocks: readonly HclBlock[];
}

/** `name = value` in a body. */
export interface HclAttribute {
  readonly name: string;
  readonly nameSpan: Span;
  readonly value: HclExpression;
}

/** `type "label" { … }`. */
export interface HclBlock {
  readonly type: string;
  readonly typeSpan: Span;
  readonly labels: readonly HclLabel[];
  readonly body: HclBody;
  /** From the type to the closing brace. */
  readonly span: Span;
}

export interface HclLabel {
  readonly value: string;
  /** Without quotes. */
  readonly span: Span;
}

/** An expression; spans count from the start of the stretch of text that was parsed. */
export type HclExpression =
  | HclTemplate
  | { readonly kind: 'literal'; readonly span: Span; readonly value: number | boolean | null }
  | { readonly kind: 'list'; readonly span: Span; readonly items: readonly HclExpression[] }
  | { readonly kind: 'object'; readonly span: Span; readonly entries: readonly HclEntry[] }
  | { readonly kind: 'name'; readonly span: Span; readonly name: string }
  | {
      readonly kind: 'attribute';
      readonly span: Span;
      readonly of: HclExpression;
      readonly name: string;
      readonly nameSpan: Span;
    }
  | {
      readonly kind: 'index';
      readonly span: Span;
      readonly of: HclExpression;
      readonly index: HclExpression;
    }
  /** `of[*]` and `of.*`; what follows applies to each item. */
  | { readonly kind: 'splat'; readonly span: Span; readonly of: HclExpression }
  | {
      readonly kind: 'call';
      readonly span: Span;
      readonly name: string;
      readonly items: readonly HclExpression[];
      /** The last argument is a list of arguments (`...`). */
      readonly spreads: boolean;
    }
  | {
      readonly kind: 'conditional';
      readonly span: Span;
      readonly condition: HclExpression;
      readonly yes: HclExpression;
      readonly no: HclExpression;
    }
  | {
      readonly kind: 'binary';
      readonly span: Span;
      readonly operator: string;
      readonly left: HclExpression;
      readonly right: HclExpression;
    }
  | {
      readonly kind: 'unary';
      readonly span: Span;
      readonly operator: string;
      readonly operand: HclExpression;
    }
  | HclFor
  /** Nothing yet, or nothing that could be understood. */
  | { readonly kind: 'missing'; readonly span: Span };

export interface HclEntry {
  /** A bare word is a template of that word. */
  readonly key: HclExpression;
  readonly value: HclExpression;
}

/** A list or object made of another one; `key` is there for an object. */
export interface HclFor {
  readonly kind: 'for';
  readonly span: Span;
  readonly names: readonly string[];
  readonly collection: HclExpression;
  readonly key?: HclExpression;
  readonly value: HclExpression;
  readonly condition?: HclExpression;
}

/** A text, quoted or a heredoc. */
export interface HclTemplate {
  readonly kind: 'template';
  readonly span: Span;
  /** Without quotes, or the lines of the heredoc. */
  readonly inner: Span;
  readonly spelling: 'hcl' | 'hcl-heredoc';
  readonly parts: readonly HclPart[];
}

/** A piece of a template. */
export type HclPart =
  | HclText
  | { readonly kind: 'value'; readonly span: Span; readonly expression: HclExpression }
  | {
      readonly kind: 'if';
      readonly span: Span;
      readonly condition: HclExpression;
      readonly yes: readonly HclPart[];
      readonly no: readonly HclPart[];
    }
  | {
      readonly kind: 'for';
      readonly span: Span;
      readonly names: readonly string[];
      readonly collection: HclExpression;
      readonly parts: readonly HclPart[];
    };

export interface HclText {
  readonly kind: 'text';
  readonly span: Span;
  readonly value: string;
  /** The source offset of every character; absent where the value is the source. */
  readonly offsets?: readonly number[];
}

/** What was understood of a stretch of text, and what is wrong with it. */
export interface ParsedHcl {
  readonly text: string;
  readonly body: HclBody;
  readonly problems: readonly Problem[];
}
