import * as l10n from '@vscode/l10n';
import type { Api, Route } from '../../../core/api.ts';
import { touches } from '../../../core/span.ts';
import type { Text } from '../../../core/text.ts';
import { dialectOf } from '../dialects/dialects.ts';
import type { Fix } from '../rules/rule.ts';
import type { Refactoring } from './refactoring.ts';

/** Declares the header or query string parameter at the cursor as one that `$connect` requires. */
export const declareRequestParameter: Refactoring = {
  kind: 'refactor',
  offer({ api, file, span }) {
    const text = parameterTextsOf(api).find((one) => touches(one.span, span.start));
    const fix = text && declareParameter(api, file.text, text.value);
    return fix ? [fix] : [];
  },
};

/** Declares a parameter, `route.request.header.Auth`, of the `$connect` route; undefined where it is declared. */
export function declareParameter(api: Api, text: string, parameter: string): Fix | undefined {
  const route = api.routes.find(({ routeKey }) => routeKey?.value === '$connect');
  if (!route || !/^route\.request\.(?:header|querystring)\.\S+$/.test(parameter)) return undefined;
  if (isDeclared(route, parameter)) return undefined;
  const edits = dialectOf(api.format).requestParameter?.(api, route, parameter, text);
  return edits && { title: l10n.t('Declare {0} as required for $connect', parameter), edits };
}

function isDeclared({ requestParameters }: Route, parameter: string): boolean {
  return requestParameters !== undefined && parameter in requestParameters;
}

function parameterTextsOf(api: Api): readonly Text[] {
  return [
    ...api.authorizers.flatMap(({ identitySourceTexts = [] }) => identitySourceTexts),
    ...api.integrations.flatMap(({ parameterMappings = [] }) => parameterMappings.map(({ value }) => value)),
  ];
}
