import * as l10n from '@vscode/l10n';
import type { Api, FormatName } from '../../api.ts';
import type { Problem } from '../../problem.ts';
import { written } from '../written.ts';
import {
  readAuthorizer,
  readDeployment,
  readFunction,
  readMapping,
  readModel,
  readPermission,
  readStage,
} from './other-parts.ts';
import { displayIn, type Part, propertiesOf, referenceIn, switchIn, textIn } from './part.ts';
import { readIntegration, readRoute, readRouteResponse } from './route-parts.ts';

/** The WebSocket APIs that parts make up; HTTP APIs are left out. */
export function apisOfParts(
  parts: readonly Part[],
  format: FormatName,
  packed: ReadonlyMap<string, string>,
  problems: Problem[],
): Api[] {
  const made = parts.filter((part) => part.kind === 'api' && isWebSocket(part));
  const [only, ...others] = made;
  const known = new Set(parts.filter(({ kind }) => kind === 'api').map(({ id }) => id));
  // An id that was copied from what a command printed is that of the only API that is made.
  const owner = (part: Part) => {
    const id = referenceIn(part, 'ApiId');
    return only && others.length === 0 && (id === undefined || (!known.has(id) && !isOfHttp(part)))
      ? only.id
      : id;
  };
  const elsewhere = only ? [] : apisElsewhere(parts);
  return [...made, ...elsewhere].map((api) =>
    readApi(api, { parts, own: parts.filter((part) => owner(part) === api.id), format, packed, problems }),
  );
}

function isOfHttp(part: Part): boolean {
  return /^(?:ANY|GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS) \//.test(displayIn(part, 'RouteKey') ?? '');
}

interface Found {
  readonly parts: readonly Part[];
  /** Those that belong to the API. */
  readonly own: readonly Part[];
  readonly format: FormatName;
  readonly packed: ReadonlyMap<string, string>;
  readonly problems: Problem[];
}

function isWebSocket(api: Part): boolean {
  const protocol = displayIn(api, 'ProtocolType');
  return protocol === undefined
    ? api.options.has('RouteSelectionExpression')
    : protocol.toUpperCase() === 'WEBSOCKET';
}

/** APIs that were made elsewhere and get the routes of a WebSocket API here. */
function apisElsewhere(parts: readonly Part[]): Part[] {
  const found = new Map<string, Part>();
  for (const part of parts) {
    const id = referenceIn(part, 'ApiId');
    const key = displayIn(part, 'RouteKey');
    if (id === undefined || found.has(id) || !/^\$(?:dis)?connect$/.test(key ?? '')) continue;
    found.set(id, {
      kind: 'api',
      id,
      options: new Map(),
      span: part.options.get('ApiId')?.keySpan ?? part.span,
    });
  }
  return [...found.values()];
}

function readApi(api: Part, { parts, own: all, format, packed, problems }: Found): Api {
  const functions = parts.filter(({ kind }) => kind === 'function');
  const permissions = parts.filter(({ kind }) => kind === 'permission');
  const own = (kind: string) => all.filter((part) => part.kind === kind);
  const routeSelectionExpression = textIn(api, 'RouteSelectionExpression');
  if (api.options.has('ProtocolType') && !api.options.has('RouteSelectionExpression'))
    problems.push(missingExpression(api, format));
  const deployments = own('deployment');
  const stages = own('stage');
  const names = new Set(stages.map((stage) => displayIn(stage, 'StageName')));
  const deployed = deployments.filter(
    (one) => one.options.has('StageName') && !names.has(displayIn(one, 'StageName')),
  );
  return {
    logicalId: api.id,
    name: displayIn(api, 'Name') || api.id,
    format,
    span: headOf(api),
    ...written({
      routeSelectionExpression,
      apiKeySelectionExpression: textIn(api, 'ApiKeySelectionExpression'),
      disableExecuteApiEndpoint: switchIn(api, 'DisableExecuteApiEndpoint'),
      disableSchemaValidation: switchIn(api, 'DisableSchemaValidation'),
    }),
    routes: own('route').map((part) => readRoute(part, parts)),
    integrations: own('integration').map((part) => readIntegration(part, parts)),
    functions: functions.map((part) => readFunction(part, packed)),
    authorizers: own('authorizer').map((part) => readAuthorizer(part, functions)),
    models: own('model').map(readModel),
    stages: [...stages, ...deployed].map(readStage),
    properties: propertiesOf(api),
    routeResponses: own('route-response').map(readRouteResponse),
    deployments: deployments.map((part) => readDeployment(part, parts.slice(0, parts.indexOf(part)))),
    ...(functions.length + permissions.length > 0 && {
      permissions: permissions.map((part) => readPermission(part, functions)),
    }),
    mappings: own('api-mapping').map(readMapping),
  };
}

/** Where lenses and jumps go: the variable that takes the API's id, its name, or the whole of what makes it. */
function headOf({ options, span, nameSpan }: Part): Api['span'] {
  if (nameSpan) return nameSpan;
  const name = options.get('Name')?.given;
  return name?.kind === 'text' && name.text ? name.text.span : span;
}

function missingExpression(api: Part, format: FormatName): Problem {
  const name = displayIn(api, 'Name') ?? api.id;
  const option =
    format === 'aws-cli'
      ? "--route-selection-expression '$request.body.action'"
      : '"RouteSelectionExpression": "$request.body.action"';
  return {
    message: l10n.t(
      '"{0}" has no route selection expression, which every WebSocket API needs; most use {1}.',
      name,
      option,
    ),
    span: headOf(api),
  };
}
