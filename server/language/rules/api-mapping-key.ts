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
          message: `API Gateway refuses "${key.value}": an API mapping key should not start or end with a '/' or have consecutive '/'s.`,
          fixes: meant === '' ? [] : replaceText(`Write ${meant}`, key, meant),
        },
      ];
    }),
};
