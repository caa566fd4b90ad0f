import * as l10n from '@vscode/l10n';
import { type Effort, spend } from './effort.ts';
import { maxPatternLength, maxPatternStates } from './limits.ts';
import { parsePattern, type PatternNode } from './pattern-syntax.ts';

/** Whether a pattern fits a text as a whole; undefined where that costs more than is left. */
export type Pattern = (text: string, effort: Effort) => boolean | undefined;

/**
 * Makes a pattern that takes time in proportion to the text, whatever the pattern: it follows all its ways at once
 * instead of going back. A sentence where the pattern is not understood.
 */
export function compilePattern(source: string, flags: string): Pattern | string {
  if (source.length > maxPatternLength)
    return l10n.t('A pattern has at most {0} characters here.', maxPatternLength);
  if (flags !== '' && flags !== 'i') return l10n.t('A pattern has no flag but `i`.');
  const tree = parsePattern(source, flags === 'i');
  if (typeof tree === 'string') return tree;
  if (sizeOf(tree) > maxPatternStates) return l10n.t('This pattern repeats too much.');
  const states: State[] = [];
  const match = add(states, { kind: 'match' });
  const start = build(states, tree, match);
  return (text, effort) =>
    spend(effort, text.length * states.length) ? run(states, start, match, text) : undefined;
}

type State =
  | { readonly kind: 'match' }
  | { readonly kind: 'character'; readonly accepts: (character: string) => boolean; readonly next: number }
  | { readonly kind: 'start' | 'end'; readonly next: number }
  | { readonly kind: 'split'; readonly next: number[] };

function add(states: State[], state: State): number {
  return states.push(state) - 1;
}

/** How many states a tree needs, counted before they are made. */
function sizeOf(node: PatternNode): number {
  if (node.kind === 'repeat') {
    return (sizeOf(node.node) + 1) * (node.most === Infinity ? node.least + 1 : node.most);
  }
  return 'nodes' in node ? node.nodes.reduce((sum, one) => sum + sizeOf(one), 1) : 1;
}

/** Adds the states of a tree in front of the state `next` and gives the first of them. */
function build(states: State[], node: PatternNode, next: number): number {
  switch (node.kind) {
    case 'sequence':
      return node.nodes.reduceRight((after, one) => build(states, one, after), next);
    case 'choice':
      return add(states, { kind: 'split', next: node.nodes.map((one) => build(states, one, next)) });
    case 'repeat':
      return buildRepeat(states, node, next);
    case 'character':
      return add(states, { kind: 'character', accepts: node.accepts, next });
    case 'start':
    case 'end':
      return add(states, { kind: node.kind, next });
  }
}

function buildRepeat(
  states: State[],
  { node, least, most }: PatternNode & { kind: 'repeat' },
  next: number,
): number {
  let after = next;
  if (most === Infinity) {
    const ways: number[] = [next];
    after = add(states, { kind: 'split', next: ways });
    ways.push(build(states, node, after));
  }
  for (let count = most === Infinity ? most : least; count < most; count++) {
    after = add(states, { kind: 'split', next: [next, build(states, node, after)] });
  }
  for (let count = 0; count < least; count++) after = build(states, node, after);
  return after;
}

function run(states: readonly State[], start: number, match: number, text: string): boolean {
  const characters = Array.from(text);
  let reached = follow(states, [start], 0, characters.length);
  for (const [index, character] of characters.entries()) {
    const after: number[] = [];
    for (const at of reached) {
      const state = states[at];
      if (state?.kind === 'character' && state.accepts(character)) after.push(state.next);
    }
    reached = follow(states, after, index + 1, characters.length);
    if (reached.size === 0) return false;
  }
  return reached.has(match);
}

/** The states that can be reached without a character. */
function follow(states: readonly State[], from: number[], offset: number, end: number): Set<number> {
  const reached = new Set<number>();
  const open = from;
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    if (reached.has(at)) continue;
    reached.add(at);
    const state = states[at];
    if (state?.kind === 'split') open.push(...state.next);
    else if (state?.kind === 'start' && offset === 0) open.push(state.next);
    else if (state?.kind === 'end' && offset === end) open.push(state.next);
  }
  return reached;
}
