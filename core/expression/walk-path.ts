import { JSONPath } from 'jsonpath-plus';
import {
  isArray,
  isObject,
  type JsonArray,
  type JsonObject,
  type JsonValue,
  memberOf,
  namesOf,
} from '../json/json-value.ts';
import { accepts } from './criteria.ts';
import { type Effort, newEffort, spend } from './effort.ts';
import { elementAt, type Failure, pick } from './follow-path.ts';
import { visitEffort } from './limits.ts';
import { applyFunction } from './path-function.ts';
import { isDefinite, type PathStep } from './path-step.ts';

/**
 * Follows a path that is not definite to the list of values that it names, with Jayway's rules for what is
 * missing on the way; `invalid` also where the path would cost more than is left.
 */
export function walkPath(
  steps: readonly PathStep[],
  message: JsonValue,
  effort: Effort = newEffort(),
): { readonly value: JsonValue } | Failure {
  const walk: Walk = { steps, message, definiteEnd: definiteEnd(steps), found: [], effort };
  return follow(walk, 0, message) ?? { value: walk.found };
}

interface Walk {
  readonly steps: readonly PathStep[];
  readonly message: JsonValue;
  /** The index of the step from which all are definite. */
  readonly definiteEnd: number;
  readonly found: JsonValue[];
  readonly effort: Effort;
}

function definiteEnd(steps: readonly PathStep[]): number {
  return steps.findLastIndex((step) => !isDefinite(step)) + 1;
}

function follow(walk: Walk, at: number, value: JsonValue): Failure | undefined {
  const step = walk.steps[at];
  if (!visit(walk, step?.kind === 'names' ? step.names.length : 1)) return 'invalid';
  if (!step) {
    walk.found.push(value);
    return undefined;
  }
  switch (step.kind) {
    case 'names':
      return followNames(walk, at, step.names, value);
    case 'index':
      return followIndexes(walk, at, [step.index], value);
    case 'indexes':
      return followIndexes(walk, at, step.indexes, value);
    case 'slice':
      return followIndexes(walk, at, isArray(value) ? indexesOf(step, value.length) : [], value);
    case 'wildcard':
      return followWildcard(walk, at, value);
    case 'scan':
      return followEverywhere(walk, at, value);
    case 'filter':
      return followFilter(walk, at, value);
    case 'function': {
      const applied = applyFunction(step.name, value);
      return applied === 'invalid' ? applied : follow(walk, at + 1, applied.value);
    }
  }
}

/** A missing member ends everything, unless it is in the middle of a path with an indefinite rest. */
function followNames(
  walk: Walk,
  at: number,
  names: readonly string[],
  value: JsonValue,
): Failure | undefined {
  const next = pick(names, value);
  if (next !== 'missing') return typeof next === 'string' ? next : follow(walk, at + 1, next.value);
  const optional = isObject(value) && at + 1 < walk.steps.length && walk.definiteEnd >= Math.max(1, at);
  return optional ? undefined : 'missing';
}

function followIndexes(
  walk: Walk,
  at: number,
  indexes: readonly number[],
  value: JsonValue,
): Failure | undefined {
  if (!isArray(value)) return value === null ? 'missing' : 'invalid';
  return first(indexes, (index) => {
    const step = walk.steps[at];
    const next = index < 0 && step?.kind !== 'index' ? 'missing' : elementAt(value, index);
    return typeof next === 'string' ? next : follow(walk, at + 1, next.value);
  });
}

function indexesOf({ from, to }: { from?: number; to?: number }, length: number): number[] {
  const [begin, end] =
    from === undefined
      ? [0, to === undefined || to >= 0 ? to : length + to]
      : [to === undefined ? Math.max(0, from < 0 ? length + from : from) : from, to];
  const indexes: number[] = [];
  for (let index = begin; index < Math.min(length, end ?? length); index++) indexes.push(index);
  return length === 0 ? [] : indexes;
}

/** In a list, an element from which the rest of the path leads nowhere is passed over. */
function followWildcard(walk: Walk, at: number, value: JsonValue): Failure | undefined {
  return first(childrenOf(value), (child) => {
    const failure = follow(walk, at + 1, child);
    return failure === 'missing' && isArray(value) ? undefined : failure;
  });
}

function followFilter(walk: Walk, at: number, value: JsonValue): Failure | undefined {
  const step = walk.steps[at];
  if (step?.kind !== 'filter' || (!isObject(value) && !isArray(value))) return 'invalid';
  const criteria = step.filter.anyOf.flat().length;
  return first(isArray(value) ? value : [value], (element) => {
    if (!visit(walk, criteria)) return 'invalid';
    const accepted = accepts(step.filter, element, walk);
    if (accepted === 'invalid') return accepted;
    return accepted ? follow(walk, at + 1, element) : undefined;
  });
}

function followEverywhere(walk: Walk, at: number, value: JsonValue): Failure | undefined {
  const containers = containersIn(value);
  const members = containers.map((one) => (isArray(one) ? one.length : namesOf(one).length));
  if (
    !visit(
      walk,
      members.reduce((sum, one) => sum + one, 0),
    )
  )
    return 'invalid';
  return first(containers, (container) => followScan(walk, at + 1, container));
}

/**
 * What `..` does at one container with the step after it. From a list that the step is for, the engine takes
 * every element where the path goes on, whatever the step says.
 */
function followScan(walk: Walk, at: number, container: JsonArray | JsonObject): Failure | undefined {
  const fitting = isFor(walk, walk.steps[at], container);
  if (fitting !== true) return fitting || undefined;
  if (isObject(container) || at + 1 === walk.steps.length) return follow(walk, at, container);
  return first(container, (element) => follow(walk, at + 1, element));
}

function isFor(
  walk: Walk,
  step: PathStep | undefined,
  container: JsonArray | JsonObject,
): boolean | 'invalid' {
  switch (step?.kind) {
    case 'names':
      return isObject(container) && step.names.every((name) => memberOf(container, name) !== undefined);
    case 'index':
    case 'indexes':
    case 'slice':
      return isArray(container);
    case 'wildcard':
      return true;
    case 'filter':
      return accepts(step.filter, container, walk);
    case 'scan':
    case 'function':
    case undefined:
      return false;
  }
}

function visit({ effort }: Walk, values: number): boolean {
  return spend(effort, values * visitEffort);
}

/** The first failure that there is on the way through the items. */
function first<Item>(
  items: readonly Item[],
  follow: (item: Item) => Failure | undefined,
): Failure | undefined {
  for (const item of items) {
    const failure = follow(item);
    if (failure) return failure;
  }
  return undefined;
}

function childrenOf(value: JsonValue): readonly JsonValue[] {
  return isArray(value) || isObject(value) ? select('$[*]', value) : [];
}

/** The lists and objects in a value, itself first, each before what it holds. */
function containersIn(value: JsonValue): readonly (JsonArray | JsonObject)[] {
  if (!isArray(value) && !isObject(value)) return [];
  return select('$..', value).filter((one) => isArray(one) || isObject(one));
}

/** Only these two paths ever reach jsonpath-plus: it keeps every path it has seen, and reads malformed ones. */
function select(path: '$[*]' | '$..', json: JsonArray | JsonObject): readonly JsonValue[] {
  return JSONPath({ path, json, eval: false, wrap: true }) as readonly JsonValue[];
}
