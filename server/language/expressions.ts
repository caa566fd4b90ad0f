import type { Api } from '../../core/api.ts';
import { type Expression, parseExpression } from '../../core/expression/parse.ts';
import type { ExpressionKind } from '../../core/expression/variables.ts';
import { touches } from '../../core/span.ts';
import type { Text } from '../../core/text.ts';

/** A selection expression of an API and which of them it is. */
export interface WrittenExpression {
  readonly kind: ExpressionKind;
  readonly text: Text;
}

/** A selection expression, understood. */
export interface ParsedExpression extends WrittenExpression {
  readonly expression: Expression;
}

/** The selection expressions of an API with their parts. */
export function parsedExpressionsOf(api: Api): readonly ParsedExpression[] {
  return expressionsOf(api).map((one) => ({ ...one, expression: parseExpression(one.text.value) }));
}

/** All selection expressions that an API's definition writes and that may hold variables. */
export function expressionsOf(api: Api): readonly WrittenExpression[] {
  return [
    written('route selection', api.routeSelectionExpression),
    written('API key selection', api.apiKeySelectionExpression),
    ...api.routes.map((route) => written('model selection', route.modelSelectionExpression)),
    ...api.integrations.flatMap((integration) => [
      written('request template', integration.templateSelectionExpression),
      ...integration.responses.map((one) => written('response template', one.templateSelectionExpression)),
    ]),
  ].flat();
}

/** The expression that the cursor stands in or touches, with its API. */
export function expressionAt(
  apis: readonly Api[],
  offset: number,
): { readonly api: Api; readonly expression: WrittenExpression } | undefined {
  for (const api of apis) {
    const expression = expressionsOf(api).find(({ text }) => touches(text.span, offset));
    if (expression) return { api, expression };
  }
  return undefined;
}

/** Whether the text stands nowhere as it is, as what `Fn::Join` makes or a format implies: it cannot be edited in part. */
export function isComputed({ value, offsets, implied }: Text): boolean {
  if (implied) return true;
  return value.length > 1 && offsets !== undefined && offsets[0] === offsets[value.length - 1];
}

function written(kind: ExpressionKind, text: Text | undefined): WrittenExpression[] {
  return text ? [{ kind, text }] : [];
}
