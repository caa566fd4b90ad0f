import type { Api, LambdaFunction, Properties, Route } from '../../../core/api.ts';
import { isInside, type Span } from '../../../core/span.ts';
import type { Edit } from '../rules/rule.ts';
import { endOfBlock, insertion, separatorBefore } from './block.ts';
import { cloudFormationReferences } from './cloudformation-references.ts';
import {
  endOfJsonEntry,
  quotedStart,
  type Style,
  styleAt,
  type Value,
  writeEntry,
} from './cloudformation-resource.ts';
import type { Dialect } from './dialect.ts';
import { freeName, wordsOf } from './free-name.ts';

/** Templates with a resource for every part of an API. */
export const cloudFormation: Dialect = {
  references: cloudFormationReferences,
  newName: /^[A-Za-z0-9]{1,255}$/,
  routeName,
  onlyOneRoute: /^[ \t]*"?(?:OperationName|RouteResponseSelectionExpression)"?[ \t]*:.*\r?\n/gm,
  firstRoute,
  twoWay: (api, route, text) => twoWay(api, route, text, route.span),
  requestParameter,
};

/** SAM's own resource, which has its routes inside. */
export const samWebSocketApi: Dialect = {
  ...cloudFormation,
  firstRoute: firstSamRoute,
  twoWay: (api, route, text) => twoWay(api, route, text, api.span),
};

function routeName(routeKey: string, text: string): string {
  const words = wordsOf(routeKey).map((word) => word.charAt(0).toUpperCase() + word.slice(1));
  return freeName(`${words.join('')}Route`, text);
}

/** Routes to the integration that there is, else to the function that there is, else to one that answers by itself. */
function firstRoute(api: Api, text: string, routeKeys: readonly string[]): Edit[] {
  const [integration] = api.integrations;
  const [lambda] = api.functions;
  const wanted = lambda ? `${lambda.logicalId}Integration` : 'MockIntegration';
  const target = integration?.logicalId ?? freeName(wanted, text);
  const resources: Resource[] = integration
    ? []
    : [{ name: target, type: 'Integration', properties: integrationOf(lambda) }];
  let used = text;
  for (const routeKey of routeKeys) {
    const name = routeName(routeKey, used);
    used += ` ${name}`;
    const properties = { RouteKey: routeKey, Target: { sub: `integrations/\${${target}}` } };
    resources.push({ name, type: 'Route', properties });
  }
  return [resourcesBehind(api, text, api.span, resources)];
}

function integrationOf(lambda: LambdaFunction | undefined): Readonly<Record<string, Value>> {
  if (!lambda) return { IntegrationType: 'MOCK', RequestTemplates: { $default: '{"statusCode":200}' } };
  const uri = `arn:\${AWS::Partition}:apigateway:\${AWS::Region}:lambda:path/2015-03-31/functions/\${${lambda.logicalId}.Arn}/invocations`;
  return { IntegrationType: 'AWS_PROXY', IntegrationUri: { sub: uri } };
}

function firstSamRoute(api: Api, text: string, routeKeys: readonly string[]): Edit[] | undefined {
  const [lambda] = api.functions;
  if (!lambda || api.properties?.['Routes']) return undefined;
  const target = { FunctionArn: { getAtt: `${lambda.logicalId}.Arn` } };
  const routes = Object.fromEntries(routeKeys.map((key) => [key, target]));
  const own = { start: api.span.start, end: endOfEntry(text, api.span.start) };
  return propertyEdit(api.properties, own, text, 'Routes', routes);
}

function twoWay(api: Api, route: Route, text: string, behind: Span): Edit[] | undefined {
  const expression = route.routeResponseSelectionExpression
    ? []
    : propertyEdit(route.properties, route.span, text, 'RouteResponseSelectionExpression', '$default');
  if (!expression) return undefined;
  const name = freeName(`${route.logicalId}Response`, text);
  const properties = { RouteId: { ref: route.logicalId }, RouteResponseKey: '$default' };
  const response = route.routeResponseKeys.includes('$default')
    ? []
    : [resourcesBehind(api, text, behind, [{ name, type: 'RouteResponse', properties }])];
  return [...expression, ...response];
}

function requestParameter(_: Api, route: Route, parameter: string, text: string): Edit[] | undefined {
  const declared = route.properties?.['RequestParameters'];
  const required = { Required: true };
  if (!declared) {
    return propertyEdit(route.properties, route.span, text, 'RequestParameters', { [parameter]: required });
  }
  const opening = /^["']?\s*:\s*(\{\s*)?/.exec(text.slice(declared.span.end));
  const key = declared.span.end + (opening?.[0].length ?? 0);
  if (text[key] === '-') return undefined;
  const style = styleAt(text, key);
  const isLast = text[key] === '}';
  const comma = !isLast && (style.syntax === 'json' || opening?.[1] !== undefined) ? ',' : '';
  return [insertion(key, writeEntry(style, parameter, required) + comma + behindEntry(style))];
}

interface Resource {
  readonly name: string;
  readonly type: string;
  /** Without `ApiId`. */
  readonly properties: Readonly<Record<string, Value>>;
}

/** New resources of an API behind the resource that a span begins. */
function resourcesBehind(api: Api, text: string, { start }: Span, resources: readonly Resource[]): Edit {
  const style = styleAt(text, start);
  const before = style.indent === undefined ? ' ' : separatorBefore(text, start) + style.indent;
  const written = resources.map(({ name, type, properties }) =>
    writeEntry(style, name, {
      Type: `AWS::ApiGatewayV2::${type}`,
      Properties: { ApiId: { ref: api.logicalId }, ...properties },
    }),
  );
  const comma = style.syntax === 'json' ? ',' : '';
  return insertion(endOfEntry(text, start), written.map((one) => `${comma}${before}${one}`).join(''));
}

function endOfEntry(text: string, key: number): number {
  return styleAt(text, key).syntax === 'json' ? endOfJsonEntry(text, key) : endOfBlock(text, key);
}

/** Adds a property before the last one that a part is written with, because there its style is known. */
function propertyEdit(
  properties: Properties | undefined,
  part: Span,
  text: string,
  name: string,
  value: Value,
): Edit[] | undefined {
  const last = Object.values(properties ?? {})
    .map(({ span }) => span)
    .filter((span) => isInside(span, part))
    .toSorted((one, other) => one.start - other.start)
    .at(-1);
  if (!last) return undefined;
  const style = styleAt(text, last.start);
  const comma = style.syntax === 'json' || style.indent === undefined ? ',' : '';
  const newText = writeEntry(style, name, value) + comma + behindEntry(style);
  return [insertion(quotedStart(text, last.start), newText)];
}

function behindEntry({ indent }: Style): string {
  return indent === undefined ? ' ' : `\n${indent}`;
}
