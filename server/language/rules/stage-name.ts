import * as l10n from '@vscode/l10n';
import { placeOf } from './place-of.ts';
import type { Rule } from './rule.ts';

/** A stage name with characters that API Gateway was seen to refuse. */
export const stageName: Rule = {
  code: 'stage-name',
  severity: 'warning',
  check: ({ api, text }) =>
    api.stages
      .filter(({ name, properties }) => {
        const written = properties?.['StageName']?.text?.value ?? name;
        return (
          written !== '' && written !== '$default' && !/^\w+$/.test(written) && !/[${}()!]/.test(written)
        );
      })
      .map((stage) => ({
        span: placeOf(text, stage, 'StageName'),
        message: l10n.t(
          'API Gateway was seen to refuse the stage name "{0}": stage name only allows a-zA-Z0-9_, though other pages of AWS allow a hyphen.',
          stage.name,
        ),
      })),
};
