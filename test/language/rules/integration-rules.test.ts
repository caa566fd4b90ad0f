import { describeRules } from './findings.ts';
import { part, resource, route, template } from './template.ts';

const target = 'Target: !Sub integrations/${Backend}';
const functionOf = (name: string, properties = ''): string =>
  resource(name, 'AWS::Lambda::Function', `Runtime: nodejs22.x\nHandler: app.handler\n${properties}`);
const proxy = (uri = '!GetAtt Talk.Arn'): string =>
  part('Backend', 'Integration', `IntegrationType: AWS_PROXY\nIntegrationUri: ${uri}`);
const http = (properties: string): string =>
  part(
    'Backend',
    'Integration',
    `IntegrationType: HTTP_PROXY\nIntegrationMethod: POST\nIntegrationUri: https://chat.example\n${properties}`,
  );
const permission = (sourceArn: string): string =>
  resource(
    'Permission',
    'AWS::Lambda::Permission',
    `FunctionName: !Ref Talk
Principal: apigateway.amazonaws.com
Action: lambda:InvokeFunction
SourceArn: !Sub arn:aws:execute-api:\${AWS::Region}:\${AWS::AccountId}:\${Chat}/${sourceArn}`,
  );

describeRules('rules of integrations', [
  {
    code: 'missing-lambda-permission',
    when: 'there is none',
    text: template(
      route('Join', 'join', target),
      proxy(`!GetAtt Talk.Arn
                ^^^^^^^^^^^^^^^^ missing-lambda-permission`),
      functionOf('Talk'),
    ),
  },
  {
    code: 'missing-lambda-permission',
    when: 'it is for another route',
    text: template(
      route('Join', 'join', target),
      proxy(`!GetAtt Talk.Arn
                ^^^^^^^^^^^^^^^^ missing-lambda-permission`),
      functionOf('Talk'),
      permission('*/leave'),
    ),
  },
  ...['*', '*/*', '*/join', 'dev/join', '${Stage}/join'].map((sourceArn) => ({
    code: 'missing-lambda-permission',
    when: `${sourceArn} covers it`,
    text: template(
      route('Join', 'join', target),
      proxy(),
      functionOf('Talk'),
      permission(sourceArn),
      part('Stage', 'Stage', 'StageName: dev'),
    ),
  })),
  {
    code: 'missing-lambda-permission',
    when: 'a role invokes the function',
    text: template(
      route('Join', 'join', target),
      proxy('!GetAtt Talk.Arn\nCredentialsArn: arn:aws:iam::123456789012:role/invoke'),
      functionOf('Talk'),
    ),
  },
  {
    code: 'timeout-too-long',
    when: 'it is above 29 s',
    text: template(
      route('Join', 'join', target),
      http(`TimeoutInMillis: 30000
                 ^^^^^ timeout-too-long`),
    ),
    fixed: template(route('Join', 'join', target), http('TimeoutInMillis: 29000')),
  },
  { code: 'timeout-too-long', when: 'it is 29 s', text: template(http('TimeoutInMillis: 29000')) },
  {
    code: 'lambda-timeout',
    when: 'the function may work longer than API Gateway waits',
    text: template(
      route('Join', 'join', target),
      proxy(),
      functionOf(
        'Talk',
        `Timeout: 60
         ^^ lambda-timeout`,
      ),
      functionOf('Other', 'Timeout: 900'),
    ),
  },
  {
    code: 'connect-without-integration-response',
    when: 'a MOCK has none',
    text: template(
      route('Connect', '$connect', target),
      part(
        'Backend',
        'Integration',
        `IntegrationType: MOCK
                 ^^^^ connect-without-integration-response`,
      ),
    ),
  },
  {
    code: 'connect-without-integration-response',
    when: 'it has one',
    text: template(
      route('Connect', '$connect', target),
      part('Backend', 'Integration', 'IntegrationType: MOCK'),
      part('Answer', 'IntegrationResponse', 'IntegrationId: !Ref Backend\nIntegrationResponseKey: $default'),
    ),
  },
  {
    code: 'connection-id-not-mapped',
    when: 'the backend cannot know whom it answers',
    text: template(
      http('').replace(
        'chat.example\n',
        `chat.example
                      ^^^^^^^^^^^^^^^^^^^^ connection-id-not-mapped\n`,
      ),
    ),
  },
  {
    code: 'connection-id-not-mapped',
    when: 'a header has it',
    text: template(http('RequestParameters:\n  integration.request.header.id: context.connectionId')),
  },
  {
    code: 'handshake-headers',
    when: 'the backend gets the headers of the handshake',
    text: template(
      route('Connect', '$connect', target),
      http('').replace(
        'chat.example\n',
        `chat.example
                      ^^^^^^^^^^^^^^^^^^^^ handshake-headers\n`,
      ),
    ),
  },
  {
    code: 'handshake-headers',
    when: 'the version is overridden',
    text: template(
      route('Connect', '$connect', target),
      http(`RequestParameters:\n  integration.request.header.Sec-WebSocket-Version: "'0'"`),
    ),
  },
  {
    code: 'undeclared-request-parameter',
    when: 'the route does not declare it',
    text: template(
      route('Connect', '$connect', target),
      http(`RequestParameters:
  integration.request.header.token: route.request.querystring.token
                                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ undeclared-request-parameter`),
    ),
    fixed: template(
      route(
        'Connect',
        '$connect',
        `RequestParameters:\n  route.request.querystring.token:\n    Required: true\n${target}`,
      ),
      http('RequestParameters:\n  integration.request.header.token: route.request.querystring.token'),
    ),
  },
  {
    code: 'undeclared-request-parameter',
    when: 'a message has no query string',
    text: template(
      route('Join', 'join', target),
      http(`RequestParameters:
  integration.request.header.token: route.request.querystring.token
                                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ undeclared-request-parameter`),
    ),
  },
  {
    code: 'undeclared-request-parameter',
    when: 'the route declares it',
    text: template(
      route(
        'Connect',
        '$connect',
        `${target}\nRequestParameters:\n  route.request.querystring.token: { Required: false }`,
      ),
      http(`RequestParameters:\n  integration.request.header.token: route.request.querystring.token`),
    ),
  },
  {
    code: 'request-parameter-on-wrong-route',
    when: 'a message has no headers',
    text: template(
      route(
        'Join',
        'join',
        `RequestParameters:
^^^^^^^^^^^^^^^^^ request-parameter-on-wrong-route
  route.request.header.token: { Required: true }`,
      ),
    ),
  },
  {
    code: 'static-mapping-quotes',
    when: 'a constant has no quotes',
    text: template(
      http(`RequestParameters:
  integration.request.header.kind: chat
                                   ^^^^ static-mapping-quotes
  integration.request.header.version: "'0'"
  integration.request.header.id: context.connectionId`),
    ),
    fixed: template(
      http(`RequestParameters:
  integration.request.header.kind: '''chat'''
  integration.request.header.version: "'0'"
  integration.request.header.id: context.connectionId`),
    ),
  },
  {
    code: 'mapping-source',
    when: 'a source is spelled as in an expression',
    text: template(
      http(`RequestParameters:
  integration.request.header.id: $context.connectionId
                                 ^^^^^^^^^^^^^^^^^^^^^ mapping-source`),
    ),
    fixed: template(http('RequestParameters:\n  integration.request.header.id: context.connectionId')),
  },
  {
    code: 'mapping-source',
    when: 'a source is spelled as in REST APIs',
    text: template(
      http(`RequestParameters:
  integration.request.header.token: method.request.header.token
                                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^ mapping-source`),
    ),
    fixed: template(
      http('RequestParameters:\n  integration.request.header.token: route.request.header.token'),
    ),
  },
  {
    code: 'vpc-link-connection',
    when: 'the link is missing',
    text: template(
      http(`ConnectionType: VPC_LINK
                ^^^^^^^^ vpc-link-connection`),
    ),
  },
  {
    code: 'vtl-escape',
    when: 'an apostrophe would break the JSON',
    text: template(
      http(`RequestTemplates:
  $default: '{"text":"$util.escapeJavaScript($input.path(''$.text''))"}'
                      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ vtl-escape`),
    ),
    fixed: template(
      http(`RequestTemplates:
  $default: '{"text":"$util.escapeJavaScript($input.path(''$.text'')).replaceAll("\\\\''","''")"}'`),
    ),
  },
  {
    code: 'vtl-escape',
    when: 'it is mended',
    text: template(
      http(`RequestTemplates:
  $default: '$util.escapeJavaScript($input.body).replaceAll("\\\\''","''")'`),
    ),
  },
  {
    code: 'unused-integration',
    when: 'no route runs it',
    text: template(
      route('Join', 'join', target),
      http(''),
      part('Other', 'Integration', 'IntegrationType: MOCK').replace('\n', '\n  ^^^^^ unused-integration\n'),
    ),
  },
  {
    code: 'http-api-property',
    when: 'an integration has a later payload format',
    text: template(
      http(`PayloadFormatVersion: '2.0'
^^^^^^^^^^^^^^^^^^^^ http-api-property`),
    ),
    fixed: template(http('')),
  },
  {
    code: 'http-api-property',
    when: 'an API has CORS settings',
    text: template(route('Join', 'join')).replace(
      '$request.body.action\n',
      `$request.body.action
      CorsConfiguration: { AllowOrigins: ['*'] }
      ^^^^^^^^^^^^^^^^^ http-api-property\n`,
    ),
  },
]);
