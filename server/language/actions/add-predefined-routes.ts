import { routeKeysOf } from '../../../core/api.ts';
import { addRoutes } from './add-route.ts';
import { isAtApi, type Refactoring } from './refactoring.ts';

const predefined = ['$connect', '$disconnect', '$default'];

/** `$default` alone, and all that are missing of `$connect`, `$disconnect` and `$default`. */
export const addPredefinedRoutes: Refactoring = {
  kind: 'refactor',
  offer(at) {
    if (!isAtApi(at)) return [];
    const known = routeKeysOf(at.api);
    const missing = predefined.filter((key) => !known.includes(key));
    const choices = [missing.filter((key) => key === '$default'), missing.length > 1 ? missing : []];
    return choices.flatMap((keys) => (keys.length > 0 ? (addRoutes(at.api, at.file.text, keys) ?? []) : []));
  },
};
