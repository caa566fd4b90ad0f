/** Where the definition is. */
export const path = '/project/main.tf';

/** An API with that route selection expression. */
export const api = (expression = '"$request.body.action"') => `resource "aws_apigatewayv2_api" "chat" {
  name                       = "chat"
  protocol_type              = "WEBSOCKET"
  route_selection_expression = ${expression}
}
`;

/** A route of it, with its integration and its function. */
export const parts = `
resource "aws_apigatewayv2_route" "join" {
  api_id    = aws_apigatewayv2_api.chat.id
  route_key = "join"
  target    = "integrations/\${aws_apigatewayv2_integration.join.id}"
}

resource "aws_apigatewayv2_integration" "join" {
  api_id           = aws_apigatewayv2_api.chat.id
  integration_type = "AWS_PROXY"
  integration_uri  = aws_lambda_function.join.invoke_arn
}

resource "aws_lambda_function" "join" {
  function_name = "join"
  handler       = "index.handler"
  runtime       = "nodejs22.x"
}
`;
