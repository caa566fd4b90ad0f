import * as l10n from '@vscode/l10n';
import { placeOf } from './place-of.ts';
import { replaceText } from './replace-text.ts';
import type { Rule } from './rule.ts';

/** A model name with characters that API Gateway refuses. */
export const modelName: Rule = {
  code: 'model-name',
  severity: 'error',
  check: ({ api, text }) =>
    api.models
      .filter(({ name }) => !/^[a-zA-Z0-9]+$/.test(name) && !/[${}()!]/.test(name))
      .map((model) => ({
        span: placeOf(text, model, 'Name'),
        message: l10n.t('API Gateway refuses the model: model name must be alphanumeric: {0}.', model.name),
        fixes: fixesOf(model),
      })),
};

/** Routes name a model of their file by reference, so that another name breaks none. */
function fixesOf({
  name,
  properties,
}: Parameters<Rule['check']>[0]['api']['models'][number]): ReturnType<typeof replaceText> {
  const written = properties?.['Name']?.text;
  const meant = name.replaceAll(/[^a-zA-Z0-9]+(.?)/g, (_, next: string) => next.toUpperCase());
  return written?.value === name && /^[a-zA-Z0-9]+$/.test(meant)
    ? replaceText(l10n.t('Write {0}', meant), written, meant)
    : [];
}
