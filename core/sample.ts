/** A message that expressions are evaluated against. */
export interface Sample {
  readonly name: string;
  /** The raw message, as a client would send it. */
  readonly text: string;
  readonly source: 'file' | 'comment' | 'received' | 'model';
  /** The file that holds it, where one does. */
  readonly uri?: string;
}
