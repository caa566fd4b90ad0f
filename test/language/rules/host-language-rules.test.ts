import { chatApi } from '../known.ts';
import { describeRules } from './findings.ts';
import { route, template } from './template.ts';

const withExpression = (written: string): string =>
  chatApi(`
  RouteSelectionExpression: ${written}`);

describeRules('rules of the language of a file', [
  {
    code: 'yaml-bad-escape',
    when: 'a dollar sign is escaped in double quotes',
    text: withExpression(String.raw`"\$default"
                             ^^ yaml-bad-escape`),
    fixed: withExpression(String.raw`"\\$default"`),
  },
  {
    code: 'malformed-definition',
    when: 'the escape is another one',
    text: withExpression(String.raw`"\q"
                             ^ malformed-definition`),
  },
]);

const service = (events: string): string => `service: chat
provider:
  name: aws
functions:
  check: { handler: app.check }
  talk:
    handler: app.talk
    events:
${events}
`;

describeRules('rules of the Serverless Framework', [
  {
    code: 'unsupported-in-format',
    when: 'a route key has a colon',
    path: '/project/serverless.yml',
    text: service(`      - websocket: chat:join
                   ^^^^^^^^^ unsupported-in-format`),
  },
  {
    code: 'unsupported-in-format',
    when: 'the framework replaces what is in braces',
    path: '/project/serverless.yml',
    text: service('      - websocket: join').replace(
      'aws\n',
      `aws
  websocketsApiRouteSelectionExpression: \${request.body.action}
                                         ^^^^^^^^^^^^^^^^^^^^^^ unsupported-in-format\n`,
    ),
    fixed: service('      - websocket: join').replace(
      'aws\n',
      'aws\n  websocketsApiRouteSelectionExpression: $request.body.action\n',
    ),
  },
  {
    code: 'identity-source-default',
    when: 'the authorizer says none',
    path: '/project/serverless.yml',
    text: service(`      - websocket:
          route: $connect
          authorizer: check
          ^^^^^^^^^^^^^^^^^ identity-source-default`),
  },
  {
    code: 'identity-source-default',
    when: 'the authorizer says one',
    path: '/project/serverless.yml',
    text: service(`      - websocket:
          route: $connect
          authorizer: { name: check, identitySource: [route.request.header.Auth] }`),
  },
  {
    code: 'missing-lambda-permission',
    when: 'the framework makes it',
    path: '/project/serverless.yml',
    text: service('      - websocket: join'),
  },
]);

const inTerraform = (lines: string): string => `resource "aws_apigatewayv2_api" "chat" {
  name          = "chat"
  protocol_type = "WEBSOCKET"${lines}
}
`;

describeRules('rules of Terraform', [
  {
    code: 'terraform-default-expression',
    when: 'none is written',
    path: '/project/main.tf',
    text: inTerraform('').replace(
      '{\n',
      `{
                                 ^^^^ terraform-default-expression\n`,
    ),
    fixed: inTerraform('\n  route_selection_expression = "$request.body.action"'),
  },
  {
    code: 'terraform-default-expression',
    when: 'one is written',
    path: '/project/main.tf',
    text: inTerraform('\n  route_selection_expression = "$request.body.action"'),
  },
  {
    code: 'malformed-definition',
    when: 'Terraform knows no such escape',
    path: '/project/main.tf',
    text: inTerraform(String.raw`
  route_selection_expression = "\$default"
                                ^^ malformed-definition`),
  },
  {
    code: 'hcl-needs-escape',
    when: 'Terraform takes it for its own',
    path: '/project/main.tf',
    text: inTerraform(`
  route_selection_expression = "\${request.body.action}-$\${request.body.kind}"
                                ^^^^^^^^^^^^^^^^^^^^^^ hcl-needs-escape`),
    fixed: inTerraform(`
  route_selection_expression = "$\${request.body.action}-$\${request.body.kind}"`),
  },
]);

const create =
  'aws apigatewayv2 create-api --name chat --protocol-type WEBSOCKET --route-selection-expression';

describeRules('rules of shells', [
  {
    code: 'shell-expansion',
    when: 'double quotes let the shell read it',
    path: '/project/api.sh',
    text: `${create} \\
  "$request.body.action"
   ^^^^^^^^^^^^^^^^^^^^ shell-expansion
`,
    fixed: `${create} \\
  '$request.body.action'
`,
  },
  {
    code: 'shell-expansion',
    when: 'a key has no quotes',
    path: '/project/api.sh',
    text: `${create} '$request.body.action'
aws apigatewayv2 create-route --api-id "$id" --route-key '$connect'
aws apigatewayv2 create-route --api-id "$id" --route-key $default
                                                         ^^^^^^^^ shell-expansion
`,
    fixed: `${create} '$request.body.action'
aws apigatewayv2 create-route --api-id "$id" --route-key '$connect'
aws apigatewayv2 create-route --api-id "$id" --route-key '$default'
`,
  },
  {
    code: 'shell-expansion',
    when: 'PowerShell reads it',
    path: '/project/api.ps1',
    text: `${create} \`
  "$request.body.action"
   ^^^^^^^^^^^^^^^^^^^^ shell-expansion
`,
    fixed: `${create} \`
  '$request.body.action'
`,
  },
  {
    code: 'shell-expansion',
    when: 'it is escaped',
    path: '/project/api.sh',
    text: `${create} "\\$request.body.action"\n`,
  },
]);

const silenced = (comment: string, key = 'join'): string =>
  template(route('Connect', '$connect'), `  # ${comment}\n${route('Join', `GET /${key}`)}`);

describeRules('comments that silence', [
  {
    code: 'unused-silencing',
    when: 'there is nothing to silence',
    text: silenced(`routescope-disable-next-line mixed-protocols, missing-dollar
                                 ^^^^^^^^^^^^^^^ unused-silencing
                                                  ^^^^^^^^^^^^^^ unused-silencing`),
  },
]);

const program = (expression: string): string => `import { WebSocketApi } from 'aws-cdk-lib/aws-apigatewayv2';
const api = new WebSocketApi(this, 'Chat', {
  routeSelectionExpression: ${expression},
});
api.addRoute('join', { integration });
`;

describeRules('rules of programs', [
  {
    code: 'unsupported-in-format',
    when: 'a variable is code between backticks',
    path: '/project/app.ts',
    text: program(`\`\${request.body.action}\`,
                             ^^^^^^^^^^^^^^^^^^^^^^ unsupported-in-format`).replace('format,', 'format'),
    fixed: program('`\\${request.body.action}`'),
  },
  {
    code: 'hcl-needs-escape',
    when: 'the file is none of Terraform',
    path: '/project/app.ts',
    text: program('`${request.body.action}`'),
  },
  {
    code: 'unknown-variable',
    when: 'JavaScript drops the backslash',
    path: '/project/app.ts',
    text: program(`'\\$default',
                             ^^^^^^^^^ unknown-variable`).replace('variable,', 'variable'),
    fixed: program(`'\\\\$default'`),
  },
]);
