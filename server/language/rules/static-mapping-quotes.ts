import * as l10n from '@vscode/l10n';
import { replaceText } from './replace-text.ts';
import type { Rule } from './rule.ts';

/** A constant of a parameter mapping without the single quotes that belong to it. */
export const staticMappingQuotes: Rule = {
  code: 'static-mapping-quotes',
  severity: 'error',
  check: ({ api }) =>
    api.integrations
      .flatMap(({ parameterMappings, responses }) => [
        ...(parameterMappings ?? []),
        ...responses.flatMap((response) => response.parameterMappings ?? []),
      ])
      .flatMap(({ value: text }) => {
        const { value } = text;
        if (value === '' || /^'[^]*'$/.test(value) || looksLikeSource.test(value) || value.includes('${'))
          return [];
        return [
          {
            span: text.span,
            message: l10n.t(
              "A constant of a parameter mapping stands in single quotes: write '{0}', or API Gateway takes it for the name of a source and refuses it.",
              value,
            ),
            fixes: value.includes("'") ? [] : replaceText(l10n.t("Write '{0}'", value), text, `'${value}'`),
          },
        ];
      }),
};

/** A source that is misspelled is a finding of its own. */
const looksLikeSource = /^\$|^\{?(?:route|method|request|integration|context|stageVariables)\b/;
