/** A template in which every kind of part refers to others. */
export const ticketApi = `Resources:
  Tickets:
    Type: AWS::ApiGatewayV2::Api
    Properties:
      Name: tickets
      ProtocolType: WEBSOCKET
      # @sample {"action":"book"}
      RouteSelectionExpression: $request.body.action
  BookRoute: # not BookRoute
    Type: AWS::ApiGatewayV2::Route
    Properties:
      ApiId: !Ref Tickets
      RouteKey: book
      Target: !Sub integrations/\${Booking}
      RouteResponseSelectionExpression: $default
  ConnectRoute:
    Type: AWS::ApiGatewayV2::Route
    Properties:
      ApiId: !Ref Tickets
      RouteKey: $connect
      AuthorizationType: CUSTOM
      AuthorizerId: !Ref Guard
      Target: !Join ['/', [integrations, !Ref Booking]]
  BookRouteResponse:
    Type: AWS::ApiGatewayV2::RouteResponse
    Properties:
      ApiId: !Ref Tickets
      RouteId: { "Ref": "BookRoute" }
      RouteResponseKey: $default
  Booking:
    Type: AWS::ApiGatewayV2::Integration
    Properties:
      ApiId: !Ref Tickets
      IntegrationType: AWS_PROXY
      IntegrationUri: !Sub arn:aws:apigateway:\${AWS::Region}:lambda:path/2015-03-31/functions/\${Book.Arn}/invocations
  Guard:
    Type: AWS::ApiGatewayV2::Authorizer
    Properties:
      ApiId: !Ref Tickets
      AuthorizerType: REQUEST
      Name: guard
  Release:
    Type: AWS::ApiGatewayV2::Deployment
    DependsOn:
      - BookRoute
      - ConnectRoute
    Properties:
      ApiId: !Ref Tickets
  Live:
    Type: AWS::ApiGatewayV2::Stage
    Properties:
      ApiId: !Ref Tickets
      StageName: live
      DeploymentId: !Ref Release
  Book:
    Type: AWS::Serverless::Function
    Properties:
      CodeUri: src/
      Handler: book.handler
      Runtime: nodejs22.x
`;
