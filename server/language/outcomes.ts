import * as l10n from '@vscode/l10n';
import type { Api, Route } from '../../core/api.ts';
import { parseExpression } from '../../core/expression/parse.ts';
import type { Sample } from '../../core/sample.ts';
import type { Text } from '../../core/text.ts';
import { evaluateFor, evaluateSamples, type Evaluation } from './evaluate-samples.ts';
import type { KnownFile } from './known-file.ts';
import type { Words } from './outcome.ts';

/** What an expression selects for the samples that it is evaluated for. */
export interface Outcomes {
  readonly words: Words;
  readonly evaluations: readonly Evaluation[];
}

/** The expressions of an API, other than that of its routes, of which samples tell what they select. */
export function selectingTexts(api: Api): readonly Text[] {
  return [
    ...api.integrations.map(({ templateSelectionExpression }) => templateSelectionExpression),
    ...api.routes.map(({ modelSelectionExpression }) => modelSelectionExpression),
  ].flatMap((text) => (text && parseExpression(text.value).parts.some(isVariable) ? [text] : []));
}

/** What an expression of an API selects for each sample; undefined where samples do not tell. */
export function outcomesOf(file: KnownFile, api: Api, text: Text): Outcomes | undefined {
  const samples = file.samplesOf(api);
  if (text === api.routeSelectionExpression) {
    return {
      words: { selected: l10n.t('route'), none: 'Forbidden' },
      evaluations: evaluateSamples(api, samples),
    };
  }
  const integration = api.integrations.find((one) => one.templateSelectionExpression === text);
  if (integration) {
    const routes = api.routes.filter((route) => route.integration === integration.logicalId);
    return {
      words: { selected: l10n.t('template'), none: l10n.t('no template') },
      evaluations: evaluateFor(
        text.value,
        Object.keys(integration.requestTemplates),
        samplesFor(api, routes, samples),
      ),
    };
  }
  const route = api.routes.find((one) => one.modelSelectionExpression === text);
  return (
    route && {
      words: { selected: l10n.t('model'), none: l10n.t('no model: Invalid request body') },
      evaluations: evaluateFor(
        text.value,
        Object.keys(route.requestModels ?? {}),
        samplesFor(api, [route], samples),
      ),
    }
  );
}

/** The samples that take one of the routes. */
function samplesFor(api: Api, routes: readonly Route[], samples: readonly Sample[]): readonly Sample[] {
  const keys = new Set(routes.map(({ routeKey }) => routeKey?.value));
  return evaluateSamples(api, samples)
    .filter(({ selection: { route } }) => route !== null && keys.has(route))
    .map(({ sample }) => sample);
}

function isVariable({ kind }: { readonly kind: string }): boolean {
  return kind === 'variable';
}
