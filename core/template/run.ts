import * as l10n from '@vscode/l10n';
import { type Effort, spend } from '../expression/effort.ts';
import type { Span } from '../span.ts';
import { Failure, TooMuchWork } from './failure.ts';
import { maxCallDepth, maxOutputLength, stepEffort } from './limits.ts';
import type { MacroDefinition, Node } from './node.ts';
import type { Value } from './value.ts';

/** A rendering on its way. */
export interface Run {
  readonly variables: Map<string, Value>;
  readonly macros: Map<string, MacroDefinition>;
  readonly effort: Effort;
  /** Variables that print nothing where they have no value. */
  readonly silent: ReadonlySet<string>;
  /** What arguments of macros print where they have no value, by what they are in the macro: `$a`. */
  readonly literals: Map<string, string>;
  /** What is being worked on, for who wants to know where it failed. */
  at: Span;
  output: string;
  depth: number;
  /** A reference whose value somebody wants to know, when it is first computed. */
  readonly probe?: Probe;
  /** Renders nodes into the output. */
  readonly render: (run: Run, nodes: readonly Node[]) => Signal;
}

/** The reference that begins at an offset, and how many of its accesses matter. */
export interface Probe {
  readonly start: number;
  readonly accesses: number;
  found?: Value;
}

/** What ends a block early. */
export type Signal = 'break' | 'stop' | undefined;

/** Counts one step; throws where there were too many. */
export function step({ effort }: Run, cost = stepEffort): void {
  if (!spend(effort, cost)) throw new TooMuchWork();
}

/** Adds to the output. */
export function write(run: Run, text: string): undefined {
  step(run, text.length);
  if (run.output.length + text.length > maxOutputLength) throw new TooMuchWork();
  run.output += text;
}

/** Renders nodes to a text of their own. */
export function renderApart(run: Run, nodes: readonly Node[]): string {
  const before = run.output;
  run.output = '';
  deeper(run, () => run.render(run, nodes));
  const made = run.output;
  run.output = before;
  return made;
}

/** Runs a step that may come back to itself. */
export function deeper<Result>(run: Run, step: () => Result): Result {
  if (run.depth >= maxCallDepth) throw new Failure(l10n.t('This calls itself without end.'));
  run.depth++;
  const result = step();
  run.depth--;
  return result;
}
