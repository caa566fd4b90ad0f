import assert from 'node:assert/strict';
import { diagnose } from '../../../server/language/diagnose.ts';
import { knownFile } from '../known.ts';

/** The fix of `missing-default-route` puts this text behind that one. */
function check(path: string, text: string, behind: string, inserted: string): void {
  const file = knownFile(text, {}, path);
  const finding = diagnose(file.reading, file.samplesOf).find(({ code }) => code === 'missing-default-route');
  const [edit] = finding?.fixes?.[0]?.edits ?? [];
  assert.ok(edit);
  assert.equal(edit.newText, inserted);
  assert.ok(text.slice(0, edit.span.start).endsWith(behind));
}

describe('a route is added in the style of the others', () => {
  it('CloudFormation in YAML, without what only one route can have', () =>
    check(
      'template.yaml',
      `Resources:
  Chat:
    Type: AWS::ApiGatewayV2::Api
    Properties:
      ProtocolType: WEBSOCKET
      RouteSelectionExpression: $request.body.action
  ConnectRoute:
    Type: AWS::ApiGatewayV2::Route
    Properties:
      ApiId: !Ref Chat
      RouteKey: $connect
      AuthorizationType: AWS_IAM
  JoinRoute:
    Type: AWS::ApiGatewayV2::Route
    Properties:
      ApiId: !Ref Chat
      OperationName: join
      RouteKey: 'join'
      Target: !Sub integrations/\${Join}

Outputs: {}
`,
      'integrations/${Join}',
      `
  DefaultRoute:
    Type: AWS::ApiGatewayV2::Route
    Properties:
      ApiId: !Ref Chat
      RouteKey: '$default'
      Target: !Sub integrations/\${Join}`,
    ));

  it('CloudFormation in JSON, with a name that is free', () =>
    check(
      'template.json',
      `{
  "Resources": {
    "Chat": {
      "Type": "AWS::ApiGatewayV2::Api",
      "Properties": { "ProtocolType": "WEBSOCKET", "RouteSelectionExpression": "$request.body.action" }
    },
    "DefaultRoute": {
      "Type": "AWS::ApiGatewayV2::Route",
      "Properties": { "ApiId": { "Ref": "Chat" }, "RouteKey": "join" }
    }
  }
}
`,
      `"RouteKey": "join" }
    }`,
      `,
    "DefaultRoute2": {
      "Type": "AWS::ApiGatewayV2::Route",
      "Properties": { "ApiId": { "Ref": "Chat" }, "RouteKey": "$default" }
    }`,
    ));

  it('SAM, behind the last of the routes', () =>
    check(
      'template.yaml',
      `Resources:
  Chat:
    Type: AWS::Serverless::WebSocketApi
    Properties:
      RouteSelectionExpression: $request.body.action
      Routes:
        join:
          FunctionArn: !GetAtt Join.Arn
        $disconnect:
          FunctionArn: !GetAtt Leave.Arn
      Name: chat
`,
      '!GetAtt Leave.Arn',
      `
        $default:
          FunctionArn: !GetAtt Join.Arn`,
    ));
});
