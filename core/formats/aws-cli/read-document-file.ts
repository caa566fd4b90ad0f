import type { Problem } from '../../problem.ts';
import { parseJson } from '../../syntax/json.ts';
import type { Outcome } from '../format.ts';
import type { Source } from '../source.ts';
import { apisOfParts } from './apis-of-parts.ts';
import type { Option } from './arguments.ts';
import { type Given, givenDocument, type GivenMap } from './given.ts';
import { displayIn, type Part } from './part.ts';

/** What an object is, by the keys that only its kind has, and the key of its id. */
const kinds: readonly (readonly [kind: string, key: string, id: string])[] = [
  ['api', 'RouteSelectionExpression', 'ApiId'],
  ['api', 'ProtocolType', 'ApiId'],
  ['route-response', 'RouteResponseKey', 'RouteResponseId'],
  ['route', 'RouteKey', 'RouteId'],
  ['integration-response', 'IntegrationResponseKey', 'IntegrationResponseId'],
  ['integration', 'IntegrationType', 'IntegrationId'],
  ['authorizer', 'AuthorizerType', 'AuthorizerId'],
  ['model', 'Schema', 'ModelId'],
  ['deployment', 'DeploymentStatus', 'DeploymentId'],
  ['stage', 'StageName', 'StageName'],
];

/**
 * The API of a JSON document for `--cli-input-json`, or that `get-api`, `get-apis` and other commands print. What
 * `get-routes` and `get-integrations` print lies beside it in files that have such names.
 */
export function readDocumentFile(source: Source): Outcome {
  const problems: Problem[] = [];
  const parsed = source.once(parseJson, source.text);
  const own = partsIn(parsed, 0);
  const apis = own.filter(({ kind }) => kind === 'api');
  // What stands behind a mistake is misread too.
  if (apis.length > 0) problems.push(...parsed.problems.slice(0, 3));
  const others = apis.length === 1 && apis[0]?.options.has('ApiId') ? partsBeside(source) : [];
  return { apis: apisOfParts([...own, ...others], 'aws-cli-json', new Map(), problems), problems };
}

function partsBeside(source: Source): Part[] {
  return source
    .list('.')
    .filter((name) => /(?:route|integration|stage|authorizer|model|deployment).*\.json$/i.test(name))
    .flatMap((name) => {
      const file = source.include(name);
      return file ? partsIn(parseJson(file.text), file.start) : [];
    });
}

function partsIn({ tree, origin }: ReturnType<typeof parseJson>, start: number): Part[] {
  origin.move = (offset) => start + offset;
  if (!tree) return [];
  const document = givenDocument(tree);
  const items =
    document.kind === 'map' ? document.entries.find(({ key }) => key.value === 'Items')?.value : document;
  const objects: readonly Given[] = items?.kind === 'list' ? items.items : [document];
  return objects.flatMap((object) => (object.kind === 'map' ? partOf(object) : []));
}

function partOf(object: GivenMap): Part[] {
  const options = new Map(
    object.entries.map(({ key, value }): [string, Option] => [
      key.value,
      { keySpan: key.span, given: value },
    ]),
  );
  const found = kinds.find(([, key]) => options.has(key));
  if (!found) return [];
  const [kind, , idKey] = found;
  const part: Part = { kind, id: '', options, span: object.span };
  return [
    { ...part, id: displayIn(part, idKey) ?? displayIn(part, 'Name') ?? displayIn(part, 'RouteKey') ?? kind },
  ];
}
