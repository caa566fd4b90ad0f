import assert from 'node:assert/strict';
import { api, parts, path } from '../terraform-chat.ts';
import { checkAction, titlesAt } from './check-action.ts';

const stack = (expression: string) => `resource "aws_cloudformation_stack" "feed" {
  template_body = <<-EOT
    Resources:
      Feed:
        Type: AWS::ApiGatewayV2::Api
        Properties:
          ProtocolType: WEBSOCKET
          RouteSelectionExpression: ${expression}
  EOT
}
`;

const at = (text: string, from: string) => text.replace(from, `<|>${from}`);

describe('changes to Terraform', () => {
  it('a route is added as a copy', () =>
    checkAction(
      at(`${api()}${parts}`, 'chat" {'),
      'Add a route "$default" that runs what "join" runs',
      `${api()}${parts}`.replace(
        '\n\nresource "aws_apigatewayv2_integration"',
        `

resource "aws_apigatewayv2_route" "default" {
  api_id    = aws_apigatewayv2_api.chat.id
  route_key = "$default"
  target    = "integrations/\${aws_apigatewayv2_integration.join.id}"
}

resource "aws_apigatewayv2_integration"`,
      ),
      { path },
    ));

  it('the first route runs the function that there is', () => {
    const lambda = parts.slice(parts.indexOf('\nresource "aws_lambda_function"'));
    checkAction(
      at(`${api()}${lambda}`, 'chat" {'),
      'Add a route "$default"',
      `${api()}
resource "aws_apigatewayv2_integration" "handler" {
  api_id           = aws_apigatewayv2_api.chat.id
  integration_type = "AWS_PROXY"
  integration_uri  = aws_lambda_function.join.invoke_arn
}

resource "aws_apigatewayv2_route" "default" {
  api_id    = aws_apigatewayv2_api.chat.id
  route_key = "$default"
  target    = "integrations/\${aws_apigatewayv2_integration.handler.id}"
}
${lambda}`,
      { path },
    );
  });

  it('a route is made two-way', () =>
    checkAction(
      at(`${api()}${parts}`, 'join"\n  target'),
      'Make the route "join" two-way: clients get the answer',
      `${api()}${parts}`
        .replace('  route_key', '  route_response_selection_expression = "$default"\n  route_key')
        .replace(
          '\n\nresource "aws_apigatewayv2_integration"',
          `

resource "aws_apigatewayv2_route_response" "join" {
  api_id             = aws_apigatewayv2_api.chat.id
  route_id           = aws_apigatewayv2_route.join.id
  route_response_key = "$default"
}

resource "aws_apigatewayv2_integration"`,
        ),
      { path },
    ));

  it('a request parameter is declared', () => {
    const text = `${api()}${parts.replace('"join"\n  target', '"$connect"\n  target')}
resource "aws_apigatewayv2_authorizer" "token" {
  api_id           = aws_apigatewayv2_api.chat.id
  identity_sources = ["route.request.querystring.token"]
}
`;
    checkAction(
      at(text, 'route.request.querystring.token'),
      'Declare route.request.querystring.token as required for $connect',
      text.replace(
        '.join.id}"\n',
        `.join.id}"

  request_parameter {
    request_parameter_key = "route.request.querystring.token"
    required              = true
  }
`,
      ),
      { path },
    );
  });

  it('braces are written as Terraform needs them', () =>
    checkAction(
      at(`${api()}${parts}`, '$request.body'),
      'Write ${request.body.action}',
      `${api('"$${request.body.action}"')}${parts}`,
      { path },
    ));

  it('in a template of CloudFormation inside, too', () => {
    checkAction(
      stack('$request.<|>body.kind'),
      'Write ${request.body.kind}',
      stack('$${request.body.kind}'),
      { path },
    );
  });

  it('one of several routes of a block is no model for another', () => {
    const several = parts
      .replace('"join"\n  target', 'each.key\n  target')
      .replace('  route_key', '  for_each  = toset(["join", "leave"])\n  route_key');
    assert.deepEqual(
      titlesAt(at(`${api()}${several}`, 'chat" {'), { path }).filter((title) => title.includes('$default"')),
      ['Add a route "$default"', 'Add the routes "$connect", "$disconnect", "$default"'],
    );
  });
});
