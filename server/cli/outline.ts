import {
  functionOf,
  integrationOf,
  type Api,
  type FormatName,
  type Integration,
  type Route,
  type Stage,
} from '../../core/api.ts';
import { placeAt } from '../../core/formats/file-at.ts';
import type { Reading } from '../../core/formats/formats.ts';
import { isInside } from '../../core/span.ts';

/** An API as `routescope routes --json` prints it; its shape is a contract with scripts. */
export type Outline = Readonly<Record<string, unknown>>;

/** The outline of an API; what the file does not say is left out. */
export function outlineOf(api: Api, file: string, reading: Reading): Outline {
  return written({
    name: api.name,
    logicalId: api.logicalId,
    format: api.format,
    file,
    routeSelectionExpression: api.routeSelectionExpression?.value ?? null,
    rseSource: api.routeSelectionExpression?.implied && `default:${frameworkOf(api.format)}`,
    apiKeySelectionExpression: api.apiKeySelectionExpression?.value,
    disableExecuteApiEndpoint: api.disableExecuteApiEndpoint,
    disableSchemaValidation: api.disableSchemaValidation,
    stages: api.stages.map((stage) => stageOutline(stage, api)),
    stageVariables: filled(api.stages[0]?.variables),
    routeSettings: filled(api.stages[0]?.routeSettings),
    models: listed(api.models.map(({ name }) => name)),
    routes: api.routes.map((route) => routeOutline(api, route, reading)),
  });
}

function stageOutline({ name, ref, implied }: Stage, { format }: Api): unknown {
  if (implied) return { name, source: `default:${frameworkOf(format)}` };
  return ref === undefined ? name : { ref, default: name };
}

function routeOutline(api: Api, route: Route, reading: Reading): Outline {
  const integration = integrationOf(api, route);
  const target = integration ? targetOutline(api, integration) : { kind: 'none' };
  const called = integration && functionOf(api, integration.target);
  const makesAll = makesParts.has(frameworkOf(api.format));
  // Frameworks and modules make these resources themselves: nobody wrote their names.
  const isMade =
    makesAll ||
    api.format === 'sam-websocketapi' ||
    (integration !== undefined && isInside(integration.span, route.span));
  return written({
    routeKey: route.routeKey?.value ?? null,
    routeKeyRaw: route.routeKeyRaw,
    routeId: isMade ? undefined : route.logicalId,
    integration: isMade ? undefined : integration?.logicalId,
    integrationType:
      integration && integration.integrationType !== 'unknown' ? integration.integrationType : null,
    target,
    codeUri: makesAll && called?.codeUri === '.' ? undefined : (called?.codeUri ?? called?.remoteCodeUri),
    inline: called?.inlineCode === undefined ? undefined : true,
    authorizationType: route.authorizationType,
    authorizer: authorizerOutline(api, route),
    apiKeyRequired: route.apiKeyRequired,
    operationName: route.operationName,
    modelSelectionExpression: route.modelSelectionExpression?.value,
    requestModels: route.requestModels,
    routeResponseSelectionExpression: route.routeResponseSelectionExpression?.value,
    routeResponseKeys: listed(route.routeResponseKeys),
    routeResponse: route.routeResponseKeys.includes('$default'),
    ...integrationOutline(integration),
    line: placeAt(reading, route.span.start).line,
  });
}

// Of these people write routes and functions, and the framework everything else.
const makesParts = new Set(['serverless', 'architect']);

/** What the format is one spelling of: `serverless` of `serverless-yml`. */
function frameworkOf(format: FormatName): string {
  return format.replace(/-.*/, '');
}

function integrationOutline(integration: Integration | undefined): Outline {
  if (!integration) return {};
  return {
    integrationUri: integration.target.kind === 'mock' ? integration.integrationUri : undefined,
    credentials: integration.credentials,
    timeoutInMillis: integration.timeoutInMillis,
    passthroughBehavior:
      integration.passthroughBehavior === 'WHEN_NO_MATCH' ? undefined : integration.passthroughBehavior,
    templateSelectionExpression: integration.templateSelectionExpression?.value,
    requestTemplateKeys: listed(Object.keys(integration.requestTemplates)),
    integrationResponseKeys: listed(integration.responses.map((response) => response.integrationResponseKey)),
  };
}

function targetOutline(api: Api, { target }: Integration): Outline {
  if (target.kind === 'unknown') return written({ kind: 'unknown', raw: target.uri });
  if (target.kind !== 'lambda') return target;
  const called = functionOf(api, target);
  if (!called) return { kind: 'lambda', ref: null, arn: target.arn ?? target.ref };
  return written({
    kind: 'lambda',
    ref: target.ref,
    handler: called.handler?.implied ? undefined : called.handler?.value,
    runtime: called.runtime,
  });
}

function authorizerOutline(api: Api, route: Route): Outline | undefined {
  const type = route.authorizationType;
  if (type === 'AWS_IAM') return { type };
  if (type !== 'CUSTOM') return undefined;
  const authorizer = api.authorizers.find(({ logicalId }) => logicalId === route.authorizer);
  const called = authorizer && functionOf(api, authorizer.target);
  return written({
    type,
    ref: (makesParts.has(frameworkOf(api.format)) ? authorizer?.name : route.authorizer) ?? null,
    function: called?.logicalId ?? null,
    arn: authorizer?.target.kind === 'lambda' ? authorizer.target.arn : undefined,
    invokeRole: authorizer?.credentials,
    identitySource: listed(authorizer?.identitySource ?? []) ?? null,
  });
}

function listed<Item>(items: readonly Item[]): readonly Item[] | undefined {
  return items.length === 0 ? undefined : items;
}

function filled(map: Outline | undefined): Outline | undefined {
  return map && Object.keys(map).length > 0 ? map : undefined;
}

function written(parts: Outline): Outline {
  return Object.fromEntries(Object.entries(parts).filter(([, value]) => value !== undefined));
}
