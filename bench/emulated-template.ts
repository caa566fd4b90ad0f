/** A SAM template with so many routes: `mock`, `handler`, and others that nobody sends to. */
export function emulatedTemplate(routes: number): string {
  const others = Array.from({ length: routes - 2 }, (_, index) => routeOf(`other${index}`, 'Mock'));
  return `Transform: AWS::Serverless-2016-10-31
Resources:
  Api:
    Type: AWS::ApiGatewayV2::Api
    Properties: { Name: bench, ProtocolType: WEBSOCKET, RouteSelectionExpression: $request.body.action }
  Mock:
    Type: AWS::ApiGatewayV2::Integration
    Properties: { ApiId: !Ref Api, IntegrationType: MOCK, RequestTemplates: { $default: '{"statusCode":200}' } }
  MockResponse:
    Type: AWS::ApiGatewayV2::IntegrationResponse
    Properties:
      ApiId: !Ref Api
      IntegrationId: !Ref Mock
      IntegrationResponseKey: $default
      ResponseTemplates: { $default: '${JSON.stringify({ text: 'x'.repeat(180) })}' }
  Function:
    Type: AWS::Serverless::Function
    Properties: { Handler: app.handler, Runtime: nodejs22.x, CodeUri: . }
  Proxy:
    Type: AWS::ApiGatewayV2::Integration
    Properties:
      ApiId: !Ref Api
      IntegrationType: AWS_PROXY
      IntegrationUri: !Sub arn:aws:apigateway:\${AWS::Region}:lambda:path/2015-03-31/functions/\${Function.Arn}/invocations
${routeOf('mock', 'Mock')}${routeOf('handler', 'Proxy')}${others.join('')}
`;
}

function routeOf(key: string, integration: string): string {
  return `
  Route${key}:
    Type: AWS::ApiGatewayV2::Route
    Properties: { ApiId: !Ref Api, RouteKey: ${key}, Target: !Sub 'integrations/\${${integration}}' }
  Response${key}:
    Type: AWS::ApiGatewayV2::RouteResponse
    Properties: { ApiId: !Ref Api, RouteId: !Ref Route${key}, RouteResponseKey: $default }`;
}
