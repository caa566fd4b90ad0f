import type { Api } from '../../api.ts';

/** Stands between the name of a nested stack and that of a part of it. */
export const nestingSign = '/';

/** The nested stack that a part is in; empty for the template itself. */
export function stackOf(logicalId: string): string {
  return logicalId.slice(0, Math.max(0, logicalId.lastIndexOf(nestingSign)));
}

/**
 * The APIs that a template tells of: its own ones, and of the nested ones those that consist of several templates; the
 * others are told of where they are written. Of nested functions only those that the API calls are its own.
 */
export function withoutStrangers(apis: readonly Api[]): Api[] {
  return apis.flatMap((api) => {
    const stack = stackOf(api.logicalId);
    const parts = [...api.routes, ...api.integrations];
    if (stack !== '' && parts.every(({ logicalId }) => stackOf(logicalId) === stack)) return [];
    const isNested = api.functions.some(({ logicalId }) => stackOf(logicalId) !== '');
    return isNested ? [{ ...api, functions: functionsOf(api) }] : [api];
  });
}

function functionsOf(api: Api): Api['functions'] {
  const targets = [...api.integrations, ...api.authorizers].map(({ target }) => target);
  const called = new Set(targets.flatMap((target) => (target.kind === 'lambda' ? [target.ref] : [])));
  return api.functions.filter(({ logicalId }) => stackOf(logicalId) === '' || called.has(logicalId));
}
