/** A template with an API, and nothing that belongs to it. */
export const yaml = `Resources:
  Chat:
    Type: AWS::ApiGatewayV2::Api
    Properties:
      Name: chat
      ProtocolType: WEBSOCKET
      RouteSelectionExpression: $request.body.action
`;

/** A route of that API. */
export const route = `
  JoinRoute:
    Type: AWS::ApiGatewayV2::Route
    Properties:
      ApiId: !Ref Chat
      RouteKey: join
      Target: !Sub integrations/\${Join}
`;

/** A text with the cursor before the first occurrence of a place. */
export const at = (text: string, place: string) => text.replace(place, `<|>${place}`);
