import * as l10n from '@vscode/l10n';
import type { Place } from './places.ts';

/** What people call the places where API Gateway reads variables, as a sentence of its own. */
export const kindNames: Readonly<Record<Place['kind'], string>> = {
  'route selection': l10n.t('The route selection expression.'),
  'API key selection': l10n.t('The API key selection expression.'),
  'model selection': l10n.t('The model selection expression.'),
  'request template': l10n.t('The expression that selects the request template.'),
  'response template': l10n.t('The expression that selects the response template.'),
  'route response selection': l10n.t('The route response selection expression.'),
  'API mapping selection': l10n.t('The API mapping selection expression.'),
  'integration response selection': l10n.t('The integration response selection expression.'),
  'request parameter': l10n.t('The source of a request parameter.'),
  'request parameter target': l10n.t('The request parameter that is set.'),
  'response parameter': l10n.t('The source of a response parameter.'),
  'response parameter target': l10n.t('The response parameter that is set.'),
  'identity source': l10n.t('An identity source of the authorizer.'),
  'request mapping template': l10n.t('The request mapping template.'),
  'response mapping template': l10n.t('The response mapping template.'),
};
