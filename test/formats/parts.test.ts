import assert from 'node:assert/strict';
import type { Api } from '../../core/api.ts';
import { readDefinitions } from '../../core/formats/formats.ts';

const template = `Resources:
  Chat:
    Type: AWS::ApiGatewayV2::Api
    Properties: { ProtocolType: WEBSOCKET, RouteSelectionExpression: $request.body.action, Version: !Ref Version }
  Web: { Type: AWS::ApiGatewayV2::Api, Properties: { ProtocolType: HTTP } }
  Join:
    Type: AWS::ApiGatewayV2::Route
    Properties: { ApiId: !Ref Chat, RouteKey: join, Target: !Sub 'integrations/\${Rooms}', AuthorizationScopes: [a] }
  Answer:
    Type: AWS::ApiGatewayV2::RouteResponse
    Properties: { ApiId: !Ref Chat, RouteId: !Ref Join, RouteResponseKey: $default }
  Rooms:
    Type: AWS::ApiGatewayV2::Integration
    Properties:
      ApiId: !Ref Chat
      IntegrationType: HTTP
      TimeoutInMillis: 40000
      RequestParameters:
        integration.request.header.id: "context.connectionId"
        integration.request.header.table: !Ref Table
      RequestTemplates:
        \\$default: |
          {"id": "$context.connectionId"}
  RoomsAnswer:
    Type: AWS::ApiGatewayV2::IntegrationResponse
    Properties:
      ApiId: !Ref Chat
      IntegrationId: !Ref Rooms
      IntegrationResponseKey: $default
      ResponseParameters: { route.response.header.id: "'1'" }
      ResponseTemplates: { json: '{}' }
  Guard:
    Type: AWS::ApiGatewayV2::Authorizer
    Properties:
      ApiId: !Ref Chat
      AuthorizerType: REQUEST
      IdentitySource: [route.request.header.Auth, !Sub "route.request.\${Where}.token"]
  Live:
    Type: AWS::ApiGatewayV2::Stage
    Properties:
      ApiId: !Ref Chat
      AutoDeploy: false
      DeploymentId: !Ref Deployed
      AccessLogSettings: { DestinationArn: !GetAtt Logs.Arn }
      RouteSettings: { join: { ThrottlingRateLimit: 1 } }
  Deployed:
    Type: AWS::ApiGatewayV2::Deployment
    DependsOn: [Join, Answer]
    Properties: { ApiId: !Ref Chat, Description: !Ref Version }
  ToChat:
    Type: AWS::ApiGatewayV2::ApiMapping
    Properties: { ApiId: !Ref Chat, DomainName: !Ref Domain, Stage: !Ref Live, ApiMappingKey: chat }
  ToWeb:
    Type: AWS::ApiGatewayV2::ApiMapping
    Properties: { ApiId: !Ref Web, DomainName: !Ref Domain, Stage: x }
  Domain: { Type: AWS::ApiGatewayV2::DomainName }
  Talk: { Type: AWS::Lambda::Function, Properties: { Timeout: 60, Handler: app.handler } }
  MayTalk:
    Type: AWS::Lambda::Permission
    Properties:
      FunctionName: !GetAtt Talk.Arn
      Principal: apigateway.amazonaws.com
      SourceArn: !Join ['', ['arn:aws:execute-api:', !Ref AWS::Region, ':1:', !Ref Chat, '/*/join']]
  FromS3: { Type: AWS::Lambda::Permission, Properties: { FunctionName: !Ref Talk, Principal: s3.amazonaws.com } }
  Role:
    Type: AWS::IAM::Role
    Properties:
      Policies:
        - PolicyName: sends
          PolicyDocument:
            Statement:
              - Effect: Allow
                Action: [execute-api:Invoke, 'execute-api:ManageConnections']
                Resource: !Sub arn:aws:execute-api:*:*:\${Chat}/*
              - { Effect: Deny, Action: execute-api:Invoke, Resource: '*' }
              - { Effect: Allow, Action: dynamodb:GetItem, Resource: '*' }
  Table: { Type: AWS::DynamoDB::Table }
Parameters:
  Version: { Type: String, Default: v1 }
  Where: { Type: String, Default: querystring }
`;

const sam = `Globals:
  WebSocketApi: { Domain: { DomainName: chat.example.org, BasePath: [chat] } }
Resources:
  Chat:
    Type: AWS::Serverless::WebSocketApi
    Properties:
      RouteSelectionExpression: $request.body.action
      AccessLogSettings: { DestinationArn: 'arn:aws:logs:us-east-1:1:log-group:chat:*' }
      Auth: { AuthType: CUSTOM, AuthArn: !GetAtt Talk.Arn, IdentitySource: [route.request.header.Auth] }
      Routes:
        $connect: { FunctionArn: !GetAtt Talk.Arn, IntegrationTimeout: 40000 }
  Answer:
    Type: AWS::ApiGatewayV2::RouteResponse
    Properties: { ApiId: !Ref Chat, RouteId: !Ref ChatConnectRoute, RouteResponseKey: $default }
  Talk:
    Type: AWS::Serverless::Function
    Properties:
      Policies:
        - AWSLambdaBasicExecutionRole
        - Statement: { Effect: Allow, Action: execute-api:Invoke, Resource: '*' }
        - DynamoDBReadPolicy: { TableName: x }
`;

/** What a part of the API says, texts and places as their source. */
function check(text: string, part: (api: Api) => unknown, expected: unknown): void {
  const [api] = readDefinitions('template.yaml', text).apis;
  assert.ok(api);
  assert.deepEqual(asWritten(part(api)), expected);

  function asWritten(said: unknown): unknown {
    if (Array.isArray(said)) return said.map(asWritten);
    if (typeof said !== 'object' || said === null) return said;
    if ('start' in said && 'end' in said) return text.slice(Number(said.start), Number(said.end));
    if ('spelling' in said && 'span' in said) return asWritten(said.span);
    return Object.fromEntries(Object.entries(said).map(([key, value]) => [key, asWritten(value)]));
  }
}

describe('The parts of an API in a template, as they are written', () => {
  const rows: readonly (readonly [what: string, part: (api: Api) => unknown, expected: unknown])[] = [
    ['the value of a property', (api) => api.properties?.['Version'], { span: 'Version', text: 'v1' }],
    [
      'a property without a text',
      (api) => api.routes[0]?.properties?.['AuthorizationScopes'],
      { span: 'AuthorizationScopes' },
    ],
    [
      'a number',
      (api) => api.integrations[0]?.properties?.['TimeoutInMillis'],
      { span: 'TimeoutInMillis', text: '40000' },
    ],
    ['of a function', (api) => api.functions[0]?.properties?.['Timeout'], { span: 'Timeout', text: '60' }],
    [
      'parameter mappings that the file tells',
      (api) => api.integrations[0]?.parameterMappings,
      [{ key: 'integration.request.header.id', value: 'context.connectionId' }],
    ],
    [
      'templates',
      (api) => api.integrations[0]?.templates,
      [{ key: String.raw`\$default`, value: '{"id": "$context.connectionId"}\n' }],
    ],
    [
      'parameter mappings of responses',
      (api) => api.integrations[0]?.responses[0]?.parameterMappings,
      [{ key: 'route.response.header.id', value: "'1'" }],
    ],
    [
      'templates of responses',
      (api) => api.integrations[0]?.responses[0]?.templates,
      [{ key: 'json', value: '{}' }],
    ],
    [
      'identity sources',
      (api) => api.authorizers[0]?.identitySourceTexts,
      ['route.request.header.Auth', 'route.request.${Where}.token'],
    ],
    ['the kind of authorizer', (api) => api.authorizers[0]?.authorizerType, 'REQUEST'],
    ['the route of a response', (api) => api.routeResponses?.[0]?.route, 'Join'],
    ['the key of a response', (api) => api.routeResponses?.[0]?.routeResponseKey, '$default'],
    ['what a deployment waits for', (api) => api.deployments?.[0]?.dependsOn, ['Join', 'Answer', 'Chat']],
    ['a stage that is not deployed by itself', (api) => api.stages[0]?.autoDeploy, false],
    ['the deployment of a stage', (api) => api.stages[0]?.deployment, 'Deployed'],
    ['the keys of route settings', (api) => api.stages[0]?.routeSettingKeys, ['join']],
    ['where logs go', (api) => api.stages[0]?.accessLogDestination, '!GetAtt Logs.Arn'],
    ['what logs refer to', (api) => api.stages[0]?.accessLogDestination?.value, '${Logs.Arn}'],
    [
      'a shared domain',
      (api) => without(api.mappings, 'span'),
      [
        {
          logicalId: 'ToChat',
          domainName: 'Domain',
          stage: 'Live',
          apiMappingKey: 'chat',
          sharedWithHttp: true,
        },
      ],
    ],
    [
      'who may call',
      (api) => without(api.permissions, 'span', 'properties'),
      [
        {
          logicalId: 'MayTalk',
          function: 'Talk',
          principal: 'apigateway.amazonaws.com',
          sourceArn: 'arn:aws:execute-api:${AWS::Region}:1:${Chat}/*/join',
        },
      ],
    ],
    [
      'what is allowed',
      (api) => without(api.policies, 'span'),
      [
        {
          actions: ['execute-api:Invoke', 'execute-api:ManageConnections'],
          resources: ['arn:aws:execute-api:*:*:${Chat}/*'],
          resourceSpan: '!Sub arn:aws:execute-api:*:*:${Chat}/*',
        },
      ],
    ],
  ];
  for (const [what, part, expected] of rows) it(what, () => check(template, part, expected));
});

describe('The parts of an API of SAM, as they are written', () => {
  const rows: readonly (readonly [what: string, part: (api: Api) => unknown, expected: unknown])[] = [
    [
      'where logs go',
      (api) => api.stages[0]?.accessLogDestination,
      'arn:aws:logs:us-east-1:1:log-group:chat:*',
    ],
    [
      'a timeout',
      (api) => api.integrations[0]?.properties?.['TimeoutInMillis'],
      { span: 'IntegrationTimeout', text: '40000' },
    ],
    ['the authorizer', (api) => api.authorizers[0]?.properties?.['AuthorizerUri'], { span: 'AuthArn' }],
    ['its sources', (api) => api.authorizers[0]?.identitySourceTexts, ['route.request.header.Auth']],
    [
      'responses of routes that SAM makes',
      (api) => api.routeResponses?.map(({ logicalId }) => logicalId),
      ['Answer'],
    ],
    ['a domain of Globals', (api) => api.mappings?.[0]?.apiMappingKey, 'chat'],
    ['policies of a function', (api) => api.policies?.[0]?.actions, ['execute-api:Invoke']],
    ['permissions, which SAM makes itself', (api) => api.permissions, undefined],
  ];
  for (const [what, part, expected] of rows) it(what, () => check(sam, part, expected));
});

function without(parts: readonly object[] | undefined, ...keys: readonly string[]): unknown {
  return parts?.map((part) =>
    Object.fromEntries(Object.entries(part).filter(([key]) => !keys.includes(key))),
  );
}
