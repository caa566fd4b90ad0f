import assert from 'node:assert/strict';
import type { Api } from '../../core/api.ts';
import { readDefinitions } from '../../core/formats/formats.ts';
import { surroundingsIn } from '../../server/language/surroundings.ts';
import { fixtureFolder, readFixture } from './fixtures.ts';

/** What a part of the API in a fixture says, texts and places as their source. */
function check(fixture: string, part: (api: Api) => unknown, expected: unknown): void {
  const path = fixtureFolder + fixture;
  const { apis, text } = readDefinitions(
    path,
    readFixture(fixture),
    undefined,
    surroundingsIn(fixtureFolder),
  );
  const [api] = apis;
  assert.ok(api);
  assert.deepEqual(asWritten(part(api)), expected);

  function asWritten(said: unknown): unknown {
    if (Array.isArray(said)) return said.map(asWritten);
    if (typeof said !== 'object' || said === null) return said;
    if ('start' in said && 'end' in said) return text.slice(Number(said.start), Number(said.end));
    if ('spelling' in said && 'span' in said) return asWritten(said.span);
    return Object.fromEntries(Object.entries(said).map(([key, value]) => [key, asWritten(value)]));
  }
}

function withoutPlaces(parts: readonly object[] = []): readonly object[] {
  return parts.map((part) =>
    Object.fromEntries(Object.entries(part).filter(([key]) => key !== 'span' && key !== 'properties')),
  );
}

const executeApi = 'arn:${AWS::Partition}:execute-api:${AWS::Region}:${AWS::AccountId}:';

const rows: readonly (readonly [what: string, part: (api: Api) => unknown, expected: unknown])[] = [
  ['the name in the header', (api) => api.span, 'chat'],
  [
    'a property by the name that CloudFormation has for it',
    (api) =>
      api.integrations.find(({ logicalId }) => logicalId.startsWith('handler'))?.properties?.[
        'TimeoutInMillis'
      ]?.span,
    'timeout_milliseconds',
  ],
  [
    'the value of a property',
    (api) => api.stages[0]?.properties?.['StageName'],
    { span: 'name', text: 'dev' },
  ],
  ['a block', (api) => api.stages[0]?.properties?.['AccessLogSettings'], { span: 'access_log_settings' }],
  [
    'a key of several routes where it is written',
    (api) => api.routes.slice(1, 4).map(({ routeKey }) => routeKey),
    ['chat/join', 'chat/leave', 'chat/send'],
  ],
  [
    'request parameters',
    (api) => api.routes[0]?.requestParameters,
    { 'route.request.querystring.token': true },
  ],
  [
    'parameter mappings',
    (api) => api.integrations.at(-1)?.parameterMappings,
    [
      { key: 'integration.request.header.Content-Type', value: "'application/x-www-form-urlencoded'" },
      { key: 'integration.request.querystring.who', value: 'context.connectionId' },
    ],
  ],
  [
    'templates, also of a file',
    (api) => api.integrations.at(-1)?.templates,
    [
      { key: '$default', value: '      Action=SendMessage&MessageBody=$util.urlEncode($input.body)\n' },
      { key: 'raw', value: '{"raw": $input.body}\n' },
    ],
  ],
  [
    'responses of an integration',
    (api) =>
      api.integrations
        .at(-1)
        ?.responses.map(({ templateSelectionExpression, responseTemplates }) => [
          templateSelectionExpression,
          responseTemplates,
        ]),
    [['$${integration.response.statuscode}', { '200': '{"ok":true}' }]],
  ],
  [
    'identity sources',
    (api) => api.authorizers[0]?.identitySourceTexts,
    ['route.request.querystring.token', 'route.request.header.${title("origin")}'],
  ],
  [
    'route responses',
    (api) => withoutPlaces(api.routeResponses),
    [{ logicalId: 'default', route: 'default', routeResponseKey: '$default' }],
  ],
  [
    'what a deployment waits for, and is made anew with',
    (api) => api.deployments?.[0]?.dependsOn,
    [
      'connect',
      'message["chat/join"]',
      'message["chat/leave"]',
      'message["chat/send"]',
      'handler["connect"]',
      'handler["join"]',
      'handler["send"]',
    ],
  ],
  [
    'permissions',
    (api) => withoutPlaces(api.permissions?.slice(0, 1)),
    [
      {
        logicalId: 'handler["connect"]',
        function: 'handler["connect"]',
        principal: 'apigateway.amazonaws.com',
        sourceArn: `${executeApi}\${chat}/*/*`,
      },
    ],
  ],
  [
    'policies',
    (api) =>
      api.policies?.map(({ actions, resources, resourceSpan }) => ({ actions, resources, resourceSpan })),
    [
      { actions: ['execute-api:Invoke'], resources: ['*'], resourceSpan: '"*"' },
      {
        actions: ['execute-api:ManageConnections'],
        resources: [`${executeApi}\${chat}/dev/POST/@connections/*`],
        resourceSpan: '["${aws_apigatewayv2_stage.chat.execution_arn}/POST/@connections/*"]',
      },
    ],
  ],
  [
    'mappings',
    (api) => withoutPlaces(api.mappings),
    [{ logicalId: 'chat', domainName: 'chat.example.com', stage: 'chat', apiMappingKey: 'v1' }],
  ],
  [
    'a stage',
    (api) => {
      const [stage] = api.stages;
      return [stage?.deployment, stage?.routeSettingKeys, stage?.accessLogDestination];
    },
    ['chat', ['chat/send'], 'arn:aws:logs:eu-west-1:123456789012:log-group:chat'],
  ],
  [
    'the schema of a model',
    (api) => JSON.parse(api.models[0]?.schema ?? ''),
    { type: 'object', required: ['text'], properties: { text: { type: 'string', maxLength: 200 } } },
  ],
];

describe('The parts of an API in Terraform, as they are written', () => {
  for (const [what, part, expected] of rows) it(what, () => check('tf-chat/main.tf', part, expected));

  it('permissions and policies that the community’s modules make', () =>
    check(
      'tf-module/main.tf',
      (api) => [withoutPlaces(api.permissions), api.policies?.map(({ resources }) => resources)],
      [
        [
          {
            logicalId: 'play.game',
            function: 'play',
            principal: 'apigateway.amazonaws.com',
            sourceArn: `${executeApi}\${game}/*/*`,
          },
        ],
        [[`${executeApi}\${game}/*`]],
      ],
    ));

  it('a text inside the JSON of a stack', () =>
    check('tf-stack/main.tf', (api) => api.routeSelectionExpression, '$${request.body.kind}'));
});
