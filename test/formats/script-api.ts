import assert from 'node:assert/strict';
import type { Api } from '../../core/api.ts';
import { readDefinitions } from '../../core/formats/formats.ts';

/** A command to which only the expression is missing. */
export const create = 'aws apigatewayv2 create-api --name chat --protocol-type WEBSOCKET';

/** The first API that a script makes, without problems. */
export function apiOf(script: string, path = 'make.sh', files: Readonly<Record<string, string>> = {}): Api {
  const { apis, problems } = readDefinitions(path, script, undefined, {
    read: (name) => files[name],
    list: () => Object.keys(files),
  });
  assert.deepEqual(problems, []);
  const [api] = apis;
  assert.ok(api);
  return api;
}
