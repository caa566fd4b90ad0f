import type { Span } from '../../../core/span.ts';

/** What navigation and refactorings know of a kind of definition: how it names its parts, and how it writes new ones. */
export interface Dialect {
  /** Where the text refers to a part; each span holds the name alone. Comments are left out. */
  readonly references: (text: string, logicalId: string) => readonly Span[];
  /** The name as the definition itself writes it; the logical id unless told. */
  readonly nameOf?: (logicalId: string) => string;
  /** What a new name must be; absent where parts cannot be renamed. */
  readonly newName?: RegExp;
}
