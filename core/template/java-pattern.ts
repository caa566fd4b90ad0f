import * as l10n from '@vscode/l10n';
import { type Effort, spend } from '../expression/effort.ts';
import { maxPatternLength } from '../expression/limits.ts';
import { parsePattern, type PatternNode } from '../expression/pattern-syntax.ts';
import { Failure, TooMuchWork } from './failure.ts';

/** Where a pattern fits, with what its groups hold; group 0 is the whole. */
export interface Match {
  readonly start: number;
  readonly end: number;
  readonly groups: readonly (string | undefined)[];
}

/** A regular expression of Java, which goes back over its ways as Java does, as long as there is effort left. */
export interface JavaPattern {
  /** The first place from an offset where the pattern fits. */
  readonly find: (text: string, from: number) => Match | undefined;
  /** Whether it fits the text as a whole. */
  readonly fits: (text: string) => boolean;
}

/** Makes a pattern; fails with a sentence where it is not understood. */
export function javaPattern(source: string, effort: Effort): JavaPattern {
  if (source.length > maxPatternLength) {
    throw new Failure(l10n.t('A pattern has at most {0} characters here.', maxPatternLength));
  }
  const tree = parsePattern(source, false);
  if (typeof tree === 'string') throw new Failure(tree);
  const matchAt = (text: string, start: number, isWhole: boolean): Match | undefined => {
    const run: Run = { text, groups: [], effort, depth: 0 };
    let end = -1;
    const reach: Then = (at) => {
      if (isWhole && at < text.length) return false;
      end = at;
      return true;
    };
    if (!match(run, tree, start, reach)) return undefined;
    return { start, end, groups: [text.slice(start, end), ...run.groups.slice(1)] };
  };
  return {
    fits: (text) => matchAt(text, 0, true) !== undefined,
    find(text, from) {
      for (let start = from; start <= text.length; start++) {
        const found = matchAt(text, start, false);
        if (found) return found;
      }
      return undefined;
    },
  };
}

interface Run {
  readonly text: string;
  readonly groups: (string | undefined)[];
  readonly effort: Effort;
  depth: number;
}

/** What has to fit behind. */
type Then = (at: number) => boolean;

// Java's own engine overflows its stack on such texts too.
const deepest = 800;

function match(run: Run, node: PatternNode, at: number, then: Then): boolean {
  if (!spend(run.effort, 2) || run.depth > deepest) throw new TooMuchWork();
  run.depth++;
  const found = matchNode(run, node, at, then);
  run.depth--;
  return found;
}

function matchNode(run: Run, node: PatternNode, at: number, then: Then): boolean {
  switch (node.kind) {
    case 'character': {
      const size = sizeAt(run, node, at);
      return size > 0 && then(at + size);
    }
    case 'start':
      return at === 0 && then(at);
    case 'end':
      return at === run.text.length && then(at);
    case 'sequence':
      return matchSequence(run, node.nodes, 0, at, then);
    case 'choice':
      return matchChoice(run, node, at, then);
    case 'repeat':
      return node.node.kind === 'character'
        ? repeatCharacter(run, node, node.node, at, then)
        : repeat(run, node, 0, at, then);
  }
}

function matchSequence(
  run: Run,
  nodes: readonly PatternNode[],
  index: number,
  at: number,
  then: Then,
): boolean {
  const node = nodes[index];
  return node ? match(run, node, at, (next) => matchSequence(run, nodes, index + 1, next, then)) : then(at);
}

function matchChoice(run: Run, node: PatternNode & { kind: 'choice' }, at: number, then: Then): boolean {
  const { group, nodes } = node;
  if (group === undefined) return nodes.some((one) => match(run, one, at, then));
  const before = run.groups[group];
  const held = nodes.some((one) =>
    match(run, one, at, (end) => {
      const outer = run.groups[group];
      run.groups[group] = run.text.slice(at, end);
      if (then(end)) return true;
      run.groups[group] = outer;
      return false;
    }),
  );
  if (!held) run.groups[group] = before;
  return held;
}

/** Repeating one character needs no stack. */
function repeatCharacter(
  run: Run,
  { least, most, lazy }: PatternNode & { kind: 'repeat' },
  node: PatternNode & { kind: 'character' },
  at: number,
  then: Then,
): boolean {
  const ends = [at];
  const enough = (): boolean => ends.length > least;
  if (lazy && enough() && then(at)) return true;
  for (let end = at; ends.length <= most;) {
    const size = sizeAt(run, node, end);
    if (size === 0) break;
    if (!spend(run.effort, 1)) throw new TooMuchWork();
    end += size;
    ends.push(end);
    if (lazy && enough() && then(end)) return true;
  }
  if (lazy) return false;
  while (enough()) {
    if (then(ends.pop() ?? at)) return true;
  }
  return false;
}

function repeat(
  run: Run,
  node: PatternNode & { kind: 'repeat' },
  count: number,
  at: number,
  then: Then,
): boolean {
  const more = (): boolean =>
    count < node.most &&
    match(run, node.node, at, (next) =>
      next === at && count >= node.least ? false : repeat(run, node, count + 1, next, then),
    );
  if (count < node.least) return more();
  return node.lazy ? then(at) || more() : more() || then(at);
}

function sizeAt({ text }: Run, node: PatternNode & { kind: 'character' }, at: number): number {
  const code = text.codePointAt(at);
  if (code === undefined) return 0;
  const character = String.fromCodePoint(code);
  return node.accepts(character) ? character.length : 0;
}
