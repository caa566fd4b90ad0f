import type { PathStep } from './path-step.ts';

/** Follows a definite path in what `JSON.parse` made, to a value or to one of the two symbols. */
export type PlainPath = (body: unknown) => unknown;

/** The path leads nowhere in this message. */
export const missing = Symbol('missing');

/** The engine refuses to follow the path in this message. */
export const invalid = Symbol('invalid');

/** Makes closures for a path of names and indexes; undefined for other steps. */
export function compilePlainPath(steps: readonly PathStep[]): PlainPath | undefined {
  const followers = steps.map(compileStep).filter((one) => one !== undefined);
  if (followers.length < steps.length) return undefined;
  const [only, ...more] = followers;
  if (only && more.length === 0) return only;
  return (body) => {
    let value = body;
    for (const follower of followers) {
      if (typeof value === 'symbol') return value;
      value = follower(value);
    }
    return value;
  };
}

function compileStep(step: PathStep): PlainPath | undefined {
  if (step.kind === 'index') return (value) => elementAt(value, step.index);
  const name = step.kind === 'names' && step.names.length === 1 ? step.names[0] : undefined;
  return name === undefined ? undefined : memberReader(name);
}

function elementAt(value: unknown, index: number): unknown {
  if (!Array.isArray(value)) return value === null ? missing : invalid;
  const element: unknown = value.at(index);
  return element === undefined ? missing : element;
}

/** A JSON value is never undefined, so asking whether a member is the object's own is for a few names only. */
function memberReader(name: string): PlainPath {
  const inherited = name in Object.prototype;
  return (value) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return missing;
    if (inherited && !Object.hasOwn(value, name)) return missing;
    const member = (value as Readonly<Record<string, unknown>>)[name];
    return member === undefined ? missing : member;
  };
}
