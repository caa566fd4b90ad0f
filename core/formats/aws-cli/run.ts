import type { Problem } from '../../problem.ts';
import type { Span } from '../../span.ts';
import type { Spelling } from '../../spelling.ts';
import type { Procedure } from '../../syntax/shell-script.ts';
import type { Source } from '../source.ts';
import type { Options } from './arguments.ts';
import { nameIn, plainValue, type Value } from './value.ts';

/** A command of the AWS CLI that a script gives. */
export interface Call {
  readonly service: string;
  /** `create-route`. */
  readonly operation: string;
  readonly options: Options;
  /** How others name what it makes: the variable that takes its id, or a name of its own. */
  readonly id: string;
  readonly span: Span;
  /** Where the variable is named that takes its id. */
  readonly nameSpan?: Span;
}

/** A variable that is given a value. */
interface Taker {
  readonly name: string;
  readonly span: Span;
}

/** How far a script has been followed: what its variables and files hold, and what it called. */
export interface Run {
  readonly source: Source;
  readonly calls: Call[];
  /** The ids of the calls. */
  readonly ids: Set<string>;
  readonly problems: Problem[];
  readonly variables: Map<string, readonly Value[]>;
  /** What commands wrote, by the file's name. */
  readonly files: Map<string, readonly Value[]>;
  readonly procedures: Map<string, Procedure>;
  /** The folder that was packed into an archive, by the archive's name. */
  readonly packed: Map<string, string>;
  /** The folder that `cd` went to. */
  folder: string;
  /** How the shell spells a text without quotes. */
  readonly plain: Spelling;
  /** The variable that takes what is being evaluated. */
  taker: Taker | undefined;
  /** Statements that were run, and how many of them are inside of each other. */
  steps: number;
  depth: number;
}

/** Whether a value is the id, or another attribute, of what a command made. */
export function isMade({ ids }: Run, value: Value): boolean {
  const name = nameIn(value)?.replace(/\.[\w.]+$/, '');
  return name !== undefined && ids.has(name);
}

/** What a file holds: what commands wrote into it, or what is on disk. */
export function fileOf({ files, source }: Run, path: string): Value | undefined {
  const made = files.get(path)?.[0];
  const file = made ? undefined : source.include(path);
  return file ? plainValue(file.text, file.start, 'json') : made;
}
