import * as l10n from '@vscode/l10n';
import { replaceText } from './replace-text.ts';
import type { Rule } from './rule.ts';

/** A mapping key whose slashes API Gateway refuses. */
export const apiMappingKey: Rule = {
  code: 'api-mapping-key',
  severity: 'error',
  check: ({ api }) =>
    (api.mappings ?? []).flatMap(({ apiMappingKey: key }) => {
      if (!key || key.value.includes('${') || !/^\/|\/$|\/\//.test(key.value)) return [];
      const meant = key.value
        .split('/')
        .filter((part) => part !== '')
        .join('/');
      return [
        {
          span: key.span,
          message: l10n.t(
            "API Gateway refuses \"{0}\": an API mapping key should not start or end with a '/' or have consecutive '/'s.",
            key.value,
          ),
          fixes: meant === '' ? [] : replaceText(l10n.t('Write {0}', meant), key, meant),
        },
      ];
    }),
};
