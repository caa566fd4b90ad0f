import * as l10n from '@vscode/l10n';
import { replaceText } from './replace-text.ts';
import type { Rule } from './rule.ts';

/** A source of a parameter mapping that is spelled as REST APIs, HTTP APIs or expressions spell it. */
export const mappingSource: Rule = {
  code: 'mapping-source',
  severity: 'error',
  check: ({ api }) =>
    api.integrations
      .flatMap(({ parameterMappings }) => parameterMappings ?? [])
      .flatMap(({ value: text }) => {
        const meant = meantBy(text.value);
        if (meant === undefined) {
          const isTemplate = /^\$(?:util|input)\b/.test(text.value);
          return isTemplate ? [{ span: text.span, message: noTemplate }] : [];
        }
        return [
          {
            span: text.span,
            message: l10n.t(
              'API Gateway knows no source "{0}" of parameter mappings; write "{1}".',
              text.value,
              meant,
            ),
            fixes: replaceText(l10n.t('Write {0}', meant), text, meant),
          },
        ];
      }),
};

const noTemplate = l10n.t(
  'A parameter mapping is no template, so $input and $util are not evaluated in it; its sources are route.request.…, context.…, stageVariables.… and constants in single quotes.',
);

function meantBy(value: string): string | undefined {
  const [, dollar = '', first = '', rest = ''] =
    /^(\$?\{?)((?:method\.|integration\.)?request|route\.request|context|stageVariables)\.([^}]*)\}?$/.exec(
      value,
    ) ?? [];
  if (rest === '' || (dollar === '' && /^(?:route\.request|context|stageVariables)$/.test(first)))
    return undefined;
  return `${first.endsWith('request') ? 'route.request' : first}.${rest}`;
}
