import * as l10n from '@vscode/l10n';
import type { Properties } from '../../../core/api.ts';
import { lineEnd, lineStart } from '../../../core/lines.ts';
import { firstLine } from './place-of.ts';
import type { Fix, Rule } from './rule.ts';

/** A WebSocket API in Terraform that says no route selection expression and gets the one of HTTP APIs. */
export const terraformDefaultExpression: Rule = {
  code: 'terraform-default-expression',
  severity: 'error',
  check: ({ api, text }) => {
    if (!api.format.startsWith('terraform')) return [];
    const { routeSelectionExpression: expression, properties, span } = api;
    const isWritten = properties?.['RouteSelectionExpression'] !== undefined;
    if (isWritten || (expression && expression.value !== '$request.method $request.path')) return [];
    return [
      {
        span: firstLine(text, span),
        message: l10n.t(
          'Without route_selection_expression Terraform sends that of HTTP APIs, "$request.method $request.path", which is always empty for messages; write route_selection_expression = "$request.body.action".',
        ),
        fixes: fixesOf(text, properties),
      },
    ];
  },
};

const expression = 'route_selection_expression = "$request.body.action"';

/** A line of its own below the protocol. */
function fixesOf(text: string, properties: Properties | undefined): readonly Fix[] {
  const protocol = properties?.['ProtocolType'];
  if (!protocol) return [];
  const end = lineEnd(text, protocol.span.start);
  const [, indent] =
    /^([ \t]*)protocol_type\s*=\s*"WEBSOCKET"\s*$/.exec(
      text.slice(lineStart(text, protocol.span.start), end),
    ) ?? [];
  if (indent === undefined) return [];
  return [
    {
      title: l10n.t('Write {0}', expression),
      edits: [{ span: { start: end, end }, newText: `\n${indent}${expression}` }],
    },
  ];
}
