import type { Span } from './span.ts';

/** Something that could not be understood: one sentence that says what is wrong and what to do, and where. */
export interface Problem {
  readonly message: string;
  readonly span: Span;
}
