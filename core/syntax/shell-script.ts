import type { Span } from '../span.ts';
import type { Spelling } from '../spelling.ts';

/** What a shell's script says, the same for every shell: no more of it than is needed to see what commands are given. */
export interface Script {
  readonly statements: readonly Statement[];
}

export type Statement = Command | Assignment | Loop | Procedure | Group | Result;

export interface Command {
  readonly kind: 'command';
  readonly words: readonly Word[];
  readonly span: Span;
  /** What it reads as its input: a file's name, or the text of a here-document. */
  readonly input?: Input;
  /** The file that its output is written to. */
  readonly into?: Word;
  /** What reads its output through a pipe. */
  readonly next?: Command;
}

export interface Input {
  readonly kind: 'file' | 'text';
  readonly word: Word;
}

/** A variable that gets a value, or a list of them. */
export interface Assignment {
  readonly kind: 'assignment';
  readonly name: string;
  readonly words: readonly Word[];
  readonly isList: boolean;
  /** The words are added to those that the variable has. */
  readonly adds?: true;
  readonly span: Span;
}

/** Statements that are run for every word. */
export interface Loop {
  readonly kind: 'loop';
  readonly name: string;
  readonly words: readonly Word[];
  readonly body: readonly Statement[];
  readonly span: Span;
}

/** Statements that are run where their name is used as a command. */
export interface Procedure {
  readonly kind: 'procedure';
  readonly name: string;
  /** Beside those that are counted: `1`, `2`. */
  readonly parameters: readonly string[];
  readonly body: readonly Statement[];
  readonly span: Span;
}

/** Statements in parentheses, whose change of folder ends with them. */
export interface Group {
  readonly kind: 'group';
  readonly body: readonly Statement[];
  readonly span: Span;
}

/** Values by themselves, which a procedure or a pair of parentheses gives. */
export interface Result {
  readonly kind: 'result';
  readonly words: readonly Word[];
  readonly span: Span;
}

/** What the shell makes one argument of. */
export interface Word {
  /** With its quotes. */
  readonly span: Span;
  readonly pieces: readonly Piece[];
}

export type Piece = TextPiece | VariablePiece | OutputPiece | UnknownPiece;

export interface TextPiece {
  readonly kind: 'text';
  /** Escapes removed. */
  readonly value: string;
  /** The source offset of every character, and of the end. */
  readonly offsets: readonly number[];
  readonly spelling: Spelling;
}

export interface VariablePiece {
  readonly kind: 'variable';
  readonly name: string;
  readonly span: Span;
  /** What it stands for while it has no value. */
  readonly fallback?: Word;
  /** The member of its value, `ApiId`. */
  readonly member?: string;
  /** Every word of its list is an argument of its own. */
  readonly spreads?: true;
}

/** What commands print. */
export interface OutputPiece {
  readonly kind: 'output';
  readonly statements: readonly Statement[];
  readonly span: Span;
  readonly member?: string;
}

/** Something that only the shell can tell. */
export interface UnknownPiece {
  readonly kind: 'unknown';
  readonly span: Span;
}
