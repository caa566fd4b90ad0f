import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { integrationOf, type Api, type Route } from '../../core/api.ts';
import { readDefinitions } from '../../core/formats/formats.ts';
import { mayDefineApis } from '../../core/formats/may-define-apis.ts';
import { outlineOf, type Outline } from '../../server/cli/outline.ts';
import { surroundingsIn } from '../../server/language/surroundings.ts';
import { skipBecause } from '../kit/skip-because.ts';
import { comparable, corpusFolder, manifestRows, without } from './manifest.ts';

const rows = manifestRows('terraform');

describe('Terraform that other people published', () => {
  if (rows.length === 0)
    it('(the corpus is not on this machine)', function () {
      skipBecause(this, 'the corpus is not beside the project.');
    });

  for (const { id, file, apis } of rows) {
    it(id, () => {
      const text = readFileSync(file, 'utf8');
      const reading = readDefinitions(file, text, undefined, surroundingsIn(corpusFolder));
      assert.deepEqual(reading.problems, []);
      const found = mayDefineApis(file, text) ? reading.apis : [];
      assert.deepEqual(
        found.map((api, index) => said(api, outlineOf(api, file, reading), apis[index] ?? {})),
        apis.map((api) => comparable(stated(api))),
      );
    });
  }
});

/** What a row says, without the source of values that the files give. */
function stated(api: Outline): Outline {
  const routes = routesOf(api).map((route) => {
    // Who takes the variable's default has no authorizer.
    if (!String(route['authorizationType']).includes('?')) return route;
    return { ...without(route, 'authorizer'), authorizationType: 'NONE' };
  });
  return {
    ...without(api, 'nameRaw', 'viaModule'),
    name: api['name'] ?? `APIGWWebsocketSQSLambda-\${random_string.random.id}`,
    routes,
  };
}

/** What we say of an API, as far as the row says it, with what it says of integrations and authorizers besides. */
function said(api: Api, outline: Outline, row: Outline): Outline {
  const routes = routesOf(outline).map((route, index): Outline => {
    const from = api.routes[index];
    const to = routesOf(row).find(({ routeKey }) => routeKey === route['routeKey']) ?? {};
    const all = from ? { ...route, ...moreOf(api, from, route) } : route;
    const optional = ['credentials', 'timeoutInMillis', 'requestParameters', 'codeUri'];
    return Object.fromEntries(Object.entries(all).filter(([key]) => key in to || !optional.includes(key)));
  });
  return comparable({ ...outline, routes }, row);
}

function moreOf(api: Api, route: Route, outline: Outline): Outline {
  const integration = integrationOf(api, route);
  const authorizer = api.authorizers.find(({ logicalId }) => logicalId === route.authorizer);
  const method = integration?.properties?.['IntegrationMethod']?.text?.value;
  const target = outline['target'] as Outline;
  return {
    requestParameters: integration?.requestParameters,
    target: target['kind'] === 'http' ? { ...target, method } : target,
    ...(authorizer && {
      authorizer: { ...(outline['authorizer'] as Outline), authorizerType: authorizer.authorizerType },
    }),
  };
}

function routesOf(api: Outline): readonly Outline[] {
  return api['routes'] as readonly Outline[];
}
