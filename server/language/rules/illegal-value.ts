import * as l10n from '@vscode/l10n';
import type { Properties } from '../../../core/api.ts';
import type { Finding, Rule } from './rule.ts';

/** By property, all that AWS takes. https://docs.aws.amazon.com/apigatewayv2/latest/api-reference/apis-apiid-integrations.html */
const legal: Readonly<Record<string, readonly string[]>> = {
  IntegrationType: ['AWS', 'AWS_PROXY', 'HTTP', 'HTTP_PROXY', 'MOCK'],
  PassthroughBehavior: ['WHEN_NO_MATCH', 'NEVER', 'WHEN_NO_TEMPLATES'],
  ContentHandlingStrategy: ['CONVERT_TO_BINARY', 'CONVERT_TO_TEXT'],
  ConnectionType: ['INTERNET', 'VPC_LINK'],
};

/** A word that is none of those that AWS takes there. */
export const illegalValue: Rule = {
  code: 'illegal-value',
  severity: 'error',
  check: ({ api }) =>
    api.integrations.flatMap(({ properties, responses }) => [
      ...findingsIn(properties),
      ...responses.flatMap((response) => findingsIn(response.properties)),
    ]),
};

function findingsIn(properties: Properties = {}): Finding[] {
  return Object.entries(legal).flatMap(([name, values]) => {
    const text = properties[name]?.text;
    if (!text || !/^\w+$/.test(text.value) || values.includes(text.value)) return [];
    return [
      {
        span: text.span,
        message: l10n.t('{0} is one of {1}; API Gateway refuses "{2}".', name, values.join(', '), text.value),
      },
    ];
  });
}
