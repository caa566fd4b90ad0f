import type { Severity } from '../language/rules/rule.ts';

/** A diagnostic with its file; lines and columns from 1, the end exclusive. */
export interface FileFinding {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  readonly code: string;
  readonly severity: Severity;
  readonly message: string;
  /** The page that explains the code. */
  readonly href: string;
  /** A comment in the file silences it. */
  readonly silenced?: true;
}
