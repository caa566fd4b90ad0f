import type { Api, LambdaFunction } from '../../../core/api.ts';
import type { FormatKind } from '../../../core/formats/may-define-apis.ts';
import type { Problem } from '../../../core/problem.ts';
import type { Span } from '../../../core/span.ts';
import type { Text } from '../../../core/text.ts';
import type { ApiGraph } from '../api-graph.ts';
import type { Evaluation } from '../evaluate-samples.ts';
import type { ParsedExpression } from '../expressions.ts';
import type { Place } from '../places.ts';

/** How much a finding weighs; only `information` lets `routescope check` succeed. */
export type Severity = 'error' | 'warning' | 'information';

/** One thing that can be wrong with an API. Its code is stable: people filter by it and links point to it. */
export interface Rule {
  readonly code: string;
  readonly severity: Severity;
  check(subject: Subject): readonly Finding[];
}

/** What a rule looks at; what several rules need is computed once. */
export interface Subject {
  readonly api: Api;
  /** The definition file's text. */
  readonly text: string;
  readonly evaluations: readonly Evaluation[];
  readonly graph: ApiGraph;
  readonly expressions: readonly ParsedExpression[];
  /** Everywhere that something with variables is written. */
  readonly places: readonly Place[];
  /** Every text that API Gateway reads variables in, or compares with what they give. */
  readonly texts: readonly Text[];
  /** The source of a function's handler; undefined where it is not at hand. */
  readonly handlerOf: (lambda: LambdaFunction) => string | undefined;
}

/** One place where the rule is broken, in words that say what happens and what to do. */
export interface Finding {
  readonly span: Span;
  readonly message: string;
  readonly fixes?: readonly Fix[];
  /** What is underlined has no effect, so editors may fade it. */
  readonly unnecessary?: true;
}

/** A change of the definition file that mends a finding. */
export interface Fix {
  readonly title: string;
  readonly edits: readonly Edit[];
}

/** A replacement of a span of the document. */
export interface Edit {
  readonly span: Span;
  readonly newText: string;
}

/** A cause of unreadable definitions that has a code and a fix of its own. */
export interface ProblemRule {
  readonly code: string;
  readonly severity: Severity;
  /** Undefined for a problem of another cause. `kinds` are the kinds of definitions that the file was read as. */
  explain(problem: Problem, text: string, kinds: ReadonlySet<FormatKind>): Finding | undefined;
}
