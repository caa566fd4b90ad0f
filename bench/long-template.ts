/** A SAM template with this many routes, each with its integration and its function of `lines` lines. */
export function longTemplate(routes: number, lines: number): string {
  const filler = Array.from({ length: lines }, (_, index) => `          VARIABLE_${index}: value-${index}\n`);
  const parts = Array.from(
    { length: routes },
    (_, index) => `
  Route${index}:
    Type: AWS::ApiGatewayV2::Route
    Properties:
      ApiId: !Ref Api
      RouteKey: action${index}
      Target: !Join ['/', [integrations, !Ref Integration${index}]]
  Integration${index}:
    Type: AWS::ApiGatewayV2::Integration
    Properties:
      ApiId: !Ref Api
      IntegrationType: AWS_PROXY
      IntegrationUri: !Sub arn:aws:apigateway:\${AWS::Region}:lambda:path/2015-03-31/functions/\${Function${index}.Arn}/invocations
  Function${index}:
    Type: AWS::Serverless::Function
    Properties:
      Handler: app.handler
      Runtime: nodejs22.x
      Environment:
        Variables:
${filler.join('')}`,
  );
  return `Transform: AWS::Serverless-2016-10-31
Resources:
  Api:
    Type: AWS::ApiGatewayV2::Api
    Properties:
      Name: bench
      ProtocolType: WEBSOCKET
      RouteSelectionExpression: $request.body.action
${parts.join('')}`;
}
