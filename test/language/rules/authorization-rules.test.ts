import { describeRules } from './findings.ts';
import { part, resource, route, template } from './template.ts';

const authorizer = (properties: string): string =>
  part(
    'Guard',
    'Authorizer',
    `Name: guard\nAuthorizerType: REQUEST\nAuthorizerUri: !Sub arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/\${Check.Arn}/invocations\n${properties}`,
  );
const connect = route('Connect', '$connect', 'AuthorizationType: CUSTOM\nAuthorizerId: !Ref Guard');
const check = resource('Check', 'AWS::Lambda::Function', 'Handler: app.check\nRuntime: nodejs22.x');

describeRules('rules of authorization', [
  {
    code: 'authorizer-on-wrong-route',
    when: 'the route is not $connect',
    text: template(
      route(
        'Join',
        'join',
        `AuthorizationType: AWS_IAM
                   ^^^^^^^ authorizer-on-wrong-route`,
      ),
    ),
    fixed: template(route('Join', 'join')),
  },
  {
    code: 'authorizer-on-wrong-route',
    when: 'nothing is asked for',
    text: template(connect, route('Join', 'join', 'AuthorizationType: NONE'), authorizer('')),
  },
  {
    code: 'authorizer-incomplete',
    when: 'half of it is missing',
    text: template(
      route(
        'Connect',
        '$connect',
        `AuthorizationType: CUSTOM
                   ^^^^^^ authorizer-incomplete`,
      ),
      route(
        'Other',
        '$connect',
        `AuthorizerId: !Ref Guard
^^^^^^^^^^^^ authorizer-incomplete`,
      ),
      authorizer(''),
    ),
  },
  { code: 'authorizer-incomplete', when: 'nothing is missing', text: template(connect, authorizer('')) },
  {
    code: 'api-key-header',
    when: 'browsers cannot send it',
    text: template(
      route(
        'Connect',
        '$connect',
        `ApiKeyRequired: true
                ^^^^ api-key-header`,
      ),
    ),
  },
  {
    code: 'api-key-on-wrong-route',
    when: 'messages carry none',
    text: template(
      route('Connect', '$connect', 'ApiKeyRequired: true'),
      route(
        'Join',
        'join',
        `ApiKeyRequired: true
                ^^^^ api-key-on-wrong-route`,
      ),
    ),
  },
  {
    code: 'unsupported-authorizer',
    when: 'it is one of HTTP APIs',
    text: template(
      part(
        'Guard',
        'Authorizer',
        `Name: guard
AuthorizerType: JWT
                ^^^ unsupported-authorizer`,
      ),
      route(
        'Connect',
        '$connect',
        `AuthorizationType: JWT
                   ^^^ unsupported-authorizer`,
      ),
    ),
  },
  {
    code: 'identity-source-syntax',
    when: 'it is spelled as in REST APIs',
    text: template(
      authorizer(`IdentitySource:
  - method.request.header.Authorization
    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ identity-source-syntax
  - route.request.querystring.token
  - context.connectionId`),
    ),
    fixed: template(
      authorizer(`IdentitySource:
  - route.request.header.Authorization
  - route.request.querystring.token
  - context.connectionId`),
    ),
  },
  {
    code: 'identity-source-syntax',
    when: 'it is spelled as in HTTP APIs',
    text: template(
      authorizer(`IdentitySource: [ $request.querystring.token ]
                  ^^^^^^^^^^^^^^^^^^^^^^^^^^ identity-source-syntax`),
    ),
    fixed: template(authorizer('IdentitySource: [ route.request.querystring.token ]')),
  },
  {
    code: 'authorizer-http-api-property',
    when: 'results are not kept',
    text: template(
      authorizer(`AuthorizerResultTtlInSeconds: 300
^^^^^^^^^^^^^^^^^^^^^^^^^^^^ authorizer-http-api-property`),
    ),
    fixed: template(authorizer('')),
  },
  {
    code: 'authorizer-result',
    when: 'it answers as an HTTP handler',
    handlers: { Check: 'exports.check = async () => ({ statusCode: 401 });' },
    text: template(
      authorizer(''),
      check.replace(
        'app.check\n',
        `app.check
               ^^^^^^^^^ authorizer-result\n`,
      ),
    ),
  },
  {
    code: 'authorizer-result',
    when: 'it answers with a policy',
    handlers: {
      Check:
        'exports.check = async () => ({ principalId: "me", policyDocument: {}, context: { statusCode: 1 } });',
    },
    text: template(authorizer(''), check),
  },
  {
    code: 'unused-authorizer',
    when: 'no route uses it',
    text: template(
      route('Connect', '$connect'),
      authorizer('').replace('\n', '\n  ^^^^^ unused-authorizer\n'),
    ),
  },
  { code: 'unused-authorizer', when: '$connect uses it', text: template(connect, authorizer('')) },
]);

const action = (name: string, resource: string): string =>
  `  Role:
    Type: AWS::IAM::Role
    Properties:
      Policies:
        - PolicyName: post
          PolicyDocument:
            Statement:
              - Effect: Allow
                Action: ${name}
                Resource: ${resource}
`;
const anyConnection = '!Sub arn:aws:execute-api:us-east-1:123456789012:${Chat}/*/POST/@connections/*';

describeRules('rules of policies', [
  {
    code: 'iam-action',
    when: 'Invoke does not allow to post',
    text: template(
      action(
        `execute-api:Invoke
                        ^^^^^^^^^^^^^^^^^^ iam-action`,
        anyConnection,
      ),
    ),
    fixed: template(action(`'execute-api:ManageConnections'`, anyConnection)),
  },
  {
    code: 'iam-action',
    when: 'it is right',
    text: template(action('execute-api:ManageConnections', anyConnection)),
  },
  {
    code: 'iam-action',
    when: 'a connection is named',
    text: template(
      action(
        'execute-api:*',
        `arn:aws:execute-api:us-east-1:1:abc/dev/POST/@connections/abc=
                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ iam-action`,
      ),
    ),
  },
]);
