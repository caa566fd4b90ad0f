import * as l10n from '@vscode/l10n';
import type { Problem } from '../problem.ts';
import { readBracket } from './bracket.ts';
import { isDefinite, type PathFunction, pathFunctions, type PathStep } from './path-step.ts';

/** A JSONPath, understood up to its first mistake. */
export interface JsonPath {
  readonly steps: readonly PathStep[];
  /** Whether the path names at most one value; a path that is not definite gives a list even for one. */
  readonly definite: boolean;
  /** Spans are offsets in the path. */
  readonly problems: readonly Problem[];
}

/**
 * Understands a JSONPath that begins with `$` (or `@`) as Jayway JsonPath 2.0.0 does, and of later versions
 * double quotes, negative indexes and functions. Never throws.
 * https://github.com/json-path/JsonPath/tree/json-path-2.0.0
 */
export function parseJsonPath(path: string): JsonPath {
  const steps: PathStep[] = [];
  const end = path.trimEnd().length;
  let problem: Problem | undefined;
  let offset = 1;
  while (offset < end && !problem) {
    const read = readStep(path, offset, end);
    problem = 'message' in read ? read : misplaced(steps.at(-1), read);
    if (!problem && !('message' in read)) steps.push(read);
    offset = read.span.end;
  }
  return { steps, definite: !problem && steps.every(isDefinite), problems: problem ? [problem] : [] };
}

function readStep(path: string, start: number, end: number): PathStep | Problem {
  const first = path[start];
  if (first === '[') return readBracket(path, start, end, parseJsonPath);
  if (first !== '.' && start === 1) return notAStep(path, start, end);
  if (first === '*') return { kind: 'wildcard', span: { start, end: start + 1 } };
  if (first !== '.') return readName(path, start, start, end);
  if (path[start + 1] !== '.') return readName(path, start, start + 1, end);
  if (start + 2 < end) return { kind: 'scan', span: { start, end: start + 2 } };
  return { message: l10n.t('A path cannot end with `..`: add the name to look for.'), span: { start, end } };
}

/** The engine takes `.` before a bracket for nothing, and a name after a bracket without `.` for a name. */
function readName(path: string, start: number, from: number, end: number): PathStep | Problem {
  let to = from;
  while (to < end && path[to] !== '.' && path[to] !== '[' && path[to] !== ' ') to++;
  const name = path.slice(from, to);
  const span = { start, end: to };
  if (name === '*') return { kind: 'wildcard', span };
  if (name !== '') return readFunction(name, span) ?? { kind: 'names', names: [name], span };
  if (path[to] === '[' && from > start) {
    const step = readBracket(path, to, end, parseJsonPath);
    return 'message' in step ? step : { ...step, span: { start, end: step.span.end } };
  }
  if (path[to] === ' ') {
    const message = l10n.t("A name with a space is written in brackets and quotes: `['a b']`.");
    return { message, span: { start: to, end: to + 1 } };
  }
  return { message: l10n.t('A name is missing after the dot.'), span };
}

function readFunction(name: string, span: PathStep['span']): PathStep | Problem | undefined {
  const [, called = '', given = ''] = /^([a-zA-Z_]\w*)\((.*)\)$/.exec(name) ?? [];
  if (called === '') return undefined;
  const known = pathFunctions.find((one): one is PathFunction => one === called);
  if (known && given === '') return { kind: 'function', name: known, span };
  const message = known
    ? l10n.t('`{0}()` takes nothing between its parentheses.', called)
    : l10n.t(
        'There is no function `{0}()`; there are {1}.',
        called,
        pathFunctions.map((one) => `\`${one}()\``).join(', '),
      );
  return { message, span };
}

function notAStep(path: string, start: number, end: number): Problem {
  const message = l10n.t('A path goes on with `.` or `[`, not with `{0}`.', path.charAt(start));
  return { message, span: { start, end } };
}

/** What is wrong with a step only because of the step before it. */
function misplaced(before: PathStep | undefined, { span }: PathStep): Problem | undefined {
  if (before?.kind === 'function') {
    return { message: l10n.t('`{0}()` can only stand at the end of a path.', before.name), span };
  }
  if (before?.kind === 'names' && before.names.length > 1) {
    return { message: l10n.t('Several names can only stand at the end of a path.'), span };
  }
  return undefined;
}
