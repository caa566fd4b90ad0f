import type { Api } from '../../../core/api.ts';
import { lineEnd, lineStart } from '../../../core/lines.ts';
import { isInside, type Span } from '../../../core/span.ts';
import { encodeIn, type Text } from '../../../core/text.ts';
import type { Edit } from '../rules/rule.ts';
import { insertion } from './block.ts';
import type { Dialect } from './dialect.ts';

/** Scripts that call the AWS CLI: a part is named by the variable that takes its id. */
export const awsCli: Dialect = {
  references,
  newName: /^[A-Za-z_]\w*$/,
  makesSeveral: ({ routeKey, span }) => routeKey !== undefined && !isInside(routeKey.span, span),
  firstRoute,
};

/** `$ID`, `${ID}`, `%ID%` and `!ID!`, and where the variable gets its value. */
function references(text: string, logicalId: string): readonly Span[] {
  if (!/^[A-Za-z_]\w*$/.test(logicalId)) return [];
  const name = new RegExp(
    String.raw`(?<=(?<![\\${'`'}])\$\{?(?:script:|global:)?|[%!])${logicalId}(?!\w)|(?<![\w$-])${logicalId}(?=\+?=(?!=))`,
    'g',
  );
  return [...text.matchAll(name)]
    .filter(({ index }) => !/^\s*(?:#|rem\b|::)/i.test(text.slice(lineStart(text, index), index)))
    .map(({ index }) => ({ start: index, end: index + logicalId.length }));
}

/** Where a loop makes the routes, another word of it; where a procedure does, another call; else a command of its own. */
function firstRoute(api: Api, text: string, routeKeys: readonly string[]): Edit[] | undefined {
  const elsewhere = api.routes.findLast((route) => awsCli.makesSeveral?.(route));
  if (elsewhere?.routeKey) return besides(elsewhere.routeKey, text, routeKeys);
  const integration = api.integrations.at(-1);
  return integration && api.routes.length === 0
    ? commands(api, integration.logicalId, text, routeKeys)
    : undefined;
}

function besides(key: Text, text: string, routeKeys: readonly string[]): Edit[] {
  const quote = /['"]/.test(text.charAt(key.span.end)) ? text.charAt(key.span.end) : '';
  const start = lineStart(text, key.span.start);
  const before = text.slice(start, key.span.start - quote.length);
  const written = routeKeys.map((routeKey) => quote + encodeIn(key, routeKey) + quote);
  const behind = key.span.end + quote.length;
  const isListed =
    /\bin\b|[,(]\s*$|^\s*$/i.test(before) || /^\s*[,|]/.test(text.slice(behind, lineEnd(text, behind)));
  if (isListed) {
    const separator = key.spelling.startsWith('powershell') ? ', ' : ' ';
    return [insertion(behind, written.map((one) => separator + one).join(''))];
  }
  const end = lineEnd(text, behind);
  return [insertion(end, written.map((one) => `\n${before}${one}${text.slice(behind, end)}`).join(''))];
}

function commands(
  api: Api,
  integration: string,
  text: string,
  routeKeys: readonly string[],
): Edit[] | undefined {
  const expression = api.routeSelectionExpression;
  const shell = expression?.spelling.split('-')[0];
  const names = [api.logicalId, integration];
  if (!names.every((name) => /^[A-Za-z_]\w*$/.test(name))) return undefined;
  const [apiId = '', target = ''] = names.map((name) => (shell === 'cmd' ? `%${name}%` : `"$${name}"`));
  const quote = shell === 'cmd' ? '"' : "'";
  const last = Math.max(...api.integrations.map(({ span }) => span.end), api.span.end);
  const route = (key: string) =>
    `\naws apigatewayv2 create-route --api-id ${apiId} --route-key ${quote}${key}${quote} --target ${target.startsWith('"') ? `"integrations/${target.slice(1)}` : `integrations/${target}`}`;
  return [insertion(lineEnd(text, last), routeKeys.map(route).join(''))];
}
