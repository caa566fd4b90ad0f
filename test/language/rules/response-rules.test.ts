import { describeRules } from './findings.ts';
import { part, route, template } from './template.ts';

const backend = (type: string, properties = ''): string =>
  part('Backend', 'Integration', `IntegrationType: ${type}\n${properties}`);
const response = (properties: string): string =>
  part('Answer', 'IntegrationResponse', `IntegrationId: !Ref Backend\n${properties}`);

describeRules('rules of what comes back', [
  {
    code: 'route-response-mismatch',
    when: 'responses are made for each route, in Terraform',
    path: '/project/main.tf',
    text: `resource "aws_apigatewayv2_api" "chat" {
  protocol_type              = "WEBSOCKET"
  route_selection_expression = "$request.body.action"
}
resource "aws_apigatewayv2_route" "all" {
  for_each                            = toset(["join", "leave"])
  api_id                              = aws_apigatewayv2_api.chat.id
  route_key                           = each.key
  route_response_selection_expression = "$default"
}
resource "aws_apigatewayv2_route_response" "all" {
  for_each           = aws_apigatewayv2_route.all
  api_id             = aws_apigatewayv2_api.chat.id
  route_id           = each.value.id
  route_response_key = "$default"
}
`,
  },
  {
    code: 'route-response-on-wrong-route',
    when: 'it is no message',
    text: template(
      route(
        'Connect',
        '$connect',
        `RouteResponseSelectionExpression: $default
                                  ^^^^^^^^ route-response-on-wrong-route`,
      ),
      route('Join', 'join', 'RouteResponseSelectionExpression: $default'),
    ),
  },
  {
    code: 'template-selection',
    when: 'no template has the key',
    text: template(
      backend(
        'MOCK',
        `TemplateSelectionExpression: '201'
                              ^^^ template-selection
RequestTemplates: { '200': '{}' }`,
      ),
    ),
  },
  {
    code: 'template-selection',
    when: 'there is one for all',
    text: template(
      backend('MOCK', `TemplateSelectionExpression: '201'\nRequestTemplates: { $default: '{}' }`),
    ),
  },
  {
    code: 'integration-response-key',
    when: 'it is no pattern',
    text: template(
      backend('MOCK'),
      response(`IntegrationResponseKey: '200'
                         ^^^ integration-response-key`),
    ),
    fixed: template(backend('MOCK'), response(`IntegrationResponseKey: '/200/'`)),
  },
  {
    code: 'integration-response-key',
    when: 'it is one',
    text: template(backend('MOCK'), response(`IntegrationResponseKey: /2\\d\\d/`)),
  },
  {
    code: 'ignored-integration-response',
    when: 'the integration is a proxy',
    text: template(
      backend('HTTP_PROXY'),
      response('IntegrationResponseKey: $default').replace('\n', '\n  ^^^^^^ ignored-integration-response\n'),
    ),
  },
  {
    code: 'illegal-value',
    when: 'AWS knows no such word',
    text: template(
      backend(
        'MOCK',
        `PassthroughBehavior: ALWAYS
                     ^^^^^^ illegal-value`,
      ),
    ),
  },
]);
