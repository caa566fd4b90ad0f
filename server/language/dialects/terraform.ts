import type { Api, Route } from '../../../core/api.ts';
import { lineEnd, lineStart } from '../../../core/lines.ts';
import { isInside, type Span } from '../../../core/span.ts';
import type { Edit } from '../rules/rule.ts';
import { indentAt, insertion } from './block.ts';
import type { Dialect } from './dialect.ts';
import { freeName, wordsOf } from './free-name.ts';

/** `.tf.json`, where a name does not say of what type it is. */
export const terraformJson: Dialect = {
  references,
  nameOf: (logicalId) => logicalId.replace(/\[.*$/s, ''),
  routeName,
  makesSeveral: ({ logicalId }) => logicalId.endsWith(']'),
  onlyOneRoute: /^[ \t]*"?(?:operation_name|route_response_selection_expression)"?[ \t]*[=:].*\r?\n/gm,
};

/** Blocks of HCL. */
export const terraform: Dialect = {
  ...terraformJson,
  newName: /^[\p{ID_Start}_][\p{ID_Continue}-]*$/u,
  firstRoute,
  twoWay,
  requestParameter,
};

/** Addresses such as `aws_apigatewayv2_route.join`; of a part whose header tells its type, of that type only. */
function references(text: string, logicalId: string, part: Span): readonly Span[] {
  const name = logicalId.replace(/\[.*$/s, '');
  if (!/^[\p{ID_Start}_][\p{ID_Continue}-]*$/u.test(name)) return [];
  const type = typeAt(text, part.start) ?? String.raw`(?:aws_\w+|module)`;
  const address = new RegExp(String.raw`(?<![\w.-])${type}\.(?=${name}(?![\w-]))`, 'g');
  return [...text.matchAll(address)]
    .map(({ 0: before, index }) => index + before.length)
    .filter((start) => !/^\s*(?:#|\/\/)/.test(text.slice(lineStart(text, start), start)))
    .map((start) => ({ start, end: start + name.length }));
}

/** The type in the header of a block, with which addresses of it begin. */
function typeAt(text: string, offset: number): string | undefined {
  const line = text.slice(lineStart(text, offset), lineEnd(text, offset));
  const [, kind, type] = /^\s*(resource|data|module)\s+"?([\w-]+)"?/.exec(line) ?? [];
  if (kind === 'module') return 'module';
  return kind === 'data' ? String.raw`data\.${type}` : type;
}

/** As the other routes are called: `join`, or `join_route`. */
function routeName(routeKey: string, text: string): string {
  const words = wordsOf(routeKey).join('_').toLowerCase();
  const names = namesOf('route', text);
  const wanted = /_route\b/.test(names) ? `${words}_route` : words;
  return freeName(/^\d/.test(wanted) ? `route_${wanted}` : wanted, names);
}

/** The names of a type, which are free for another; in JSON nothing tells them from other keys. */
function namesOf(type: string, text: string): string {
  if (/^\s*\{/.test(text)) return text;
  const headers = new RegExp(String.raw`"aws_apigatewayv2_${type}"\s+"([\w-]+)"`, 'g');
  return [...text.matchAll(headers)].map(([, name]) => name).join(' ');
}

/** Routes to the integration that there is, else to the function that there is, else to one that answers by itself. */
function firstRoute(api: Api, text: string, routeKeys: readonly string[]): Edit[] | undefined {
  if (typeAt(text, api.span.start) !== 'aws_apigatewayv2_api') return undefined;
  const [integration] = api.integrations;
  const target = integration?.logicalId ?? freeName('handler', namesOf('integration', text));
  const blocks = integration ? [] : [integrationBlock(api, target, text)];
  let used = text;
  for (const routeKey of routeKeys) {
    const route = block('route', routeName(routeKey, used), api, {
      route_key: `"${routeKey}"`,
      target: `"integrations/\${aws_apigatewayv2_integration.${target}.id}"`,
    });
    used += route;
    blocks.push(route);
  }
  return [insertion(endOfBlockAt(text, api.span.start), blocks.join(''))];
}

function integrationBlock(api: Api, name: string, text: string): string {
  const lambda = api.functions.find(({ span }) => typeAt(text, span.start) === 'aws_lambda_function');
  if (!lambda) {
    return block('integration', name, api, {
      integration_type: '"MOCK"',
      request_templates: String.raw`{ "$default" = "{\"statusCode\":200}" }`,
    });
  }
  return block('integration', name, api, {
    integration_type: '"AWS_PROXY"',
    integration_uri: `aws_lambda_function.${lambda.logicalId}.invoke_arn`,
  });
}

function twoWay(api: Api, route: Route, text: string): Edit[] | undefined {
  if (typeAt(text, route.span.start) !== 'aws_apigatewayv2_route' || route.logicalId.endsWith(']'))
    return undefined;
  const key = route.properties?.['RouteKey']?.span;
  if (!key || !isInside(key, route.span)) return undefined;
  const name = 'route_response_selection_expression';
  const expression = insertion(key.start, `${name} = "$default"\n${indentAt(text, key.start) ?? '  '}`);
  const response = block('route_response', freeName(route.logicalId, namesOf('route_response', text)), api, {
    route_id: `aws_apigatewayv2_route.${route.logicalId}.id`,
    route_response_key: '"$default"',
  });
  return [
    ...(route.routeResponseSelectionExpression ? [] : [expression]),
    ...(route.routeResponseKeys.includes('$default') ? [] : [insertion(route.span.end, response)]),
  ];
}

function requestParameter(_: Api, route: Route, parameter: string, text: string): Edit[] | undefined {
  const end = route.span.end - 1;
  const indent = indentAt(text, end);
  if (typeAt(text, route.span.start) !== 'aws_apigatewayv2_route' || indent === undefined) return undefined;
  const lines = [
    '',
    '  request_parameter {',
    `    request_parameter_key = "${parameter}"`,
    '    required              = true',
    '  }',
    '',
  ];
  return [insertion(end - indent.length, lines.map((line) => (line === '' ? '' : indent + line)).join('\n'))];
}

/** A resource behind an empty line, its equals signs under each other as `terraform fmt` writes them. */
function block(type: string, name: string, api: Api, values: Readonly<Record<string, string>>): string {
  const all = { api_id: `aws_apigatewayv2_api.${api.logicalId}.id`, ...values };
  const width = Math.max(...Object.keys(all).map(({ length }) => length));
  const lines = Object.entries(all).map(([key, value]) => `  ${key.padEnd(width)} = ${value}\n`);
  return `\n\nresource "aws_apigatewayv2_${type}" "${name}" {\n${lines.join('')}}`;
}

/** The end of the block in whose header an offset stands: the first closing brace at the left edge. */
function endOfBlockAt(text: string, offset: number): number {
  const end = text.indexOf('\n}', offset);
  return end === -1 ? text.length : end + 2;
}
