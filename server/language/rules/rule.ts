import type { Api } from '../../../core/api.ts';
import type { Span } from '../../../core/span.ts';
import type { Evaluation } from '../evaluate-samples.ts';

/** How much a finding weighs; only `information` lets `routescope check` succeed. */
export type Severity = 'error' | 'warning' | 'information';

/** One thing that can be wrong with an API. Its code is stable: people filter by it and links point to it. */
export interface Rule {
  readonly code: string;
  readonly severity: Severity;
  check(subject: Subject): readonly Finding[];
}

/** What a rule looks at. */
export interface Subject {
  readonly api: Api;
  /** The definition file's text. */
  readonly text: string;
  readonly evaluations: readonly Evaluation[];
}

/** One place where the rule is broken, in words that say what happens and what to do. */
export interface Finding {
  readonly span: Span;
  readonly message: string;
  readonly fixes?: readonly Fix[];
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
