import assert from 'node:assert/strict';
import type { Api } from '../../core/api.ts';
import { readDefinitions, type Reading } from '../../core/formats/formats.ts';
import { mayDefineApis } from '../../core/formats/may-define-apis.ts';

/** Files by path; the first is the definition. */
type Files = Readonly<Record<string, string>>;

function readFiles(files: Files, previous?: Reading): Reading {
  const [[path, text] = ['', '']] = Object.entries(files);
  return readDefinitions(path, text, previous, { read: (other) => files[other], list: () => [] });
}

/** What every route of the first API runs: `key → function`. */
function routesOf(files: Files): string[] {
  return readFiles(files).apis.flatMap(({ routes, integrations }) =>
    routes.map(({ routeKey, routeKeyRaw, integration }) => {
      const target = integrations.find(({ logicalId }) => logicalId === integration)?.target;
      const key = routeKey?.value ?? routeKeyRaw ?? '';
      return `${key} → ${target?.kind === 'lambda' ? target.ref : (target?.kind ?? 'nothing')}`;
    }),
  );
}

function firstApi(files: Files): Api {
  const [api] = readFiles(files).apis;
  assert.ok(api);
  return api;
}

const chat = `  Chat:
    Type: AWS::ApiGatewayV2::Api
    Properties: { ProtocolType: WEBSOCKET, RouteSelectionExpression: $request.body.action }
`;

const route = (id: string, key: string, api = 'Chat') => `  ${id}:
    Type: AWS::ApiGatewayV2::Route
    Properties: { ApiId: !Ref ${api}, RouteKey: ${key}, Target: !Sub 'integrations/\${${id}Integration}' }
  ${id}Integration:
    Type: AWS::ApiGatewayV2::Integration
    Properties: { ApiId: !Ref ${api}, IntegrationType: AWS_PROXY, IntegrationUri: !GetAtt ${id}Function.Arn }
  ${id}Function:
    Type: AWS::Serverless::Function
    Properties: { CodeUri: src/, Handler: app.${id} }
`;

const include = (location: string, indent = '  ') =>
  `${indent}Fn::Transform:\n${indent}  Name: AWS::Include\n${indent}  Parameters: { Location: ${location} }\n`;

const loop = (collection: string) => `  Fn::ForEach::Routes:
    - Name
    - ${collection}
    - \${Name}Route:
        Type: AWS::ApiGatewayV2::Route
        Properties: { ApiId: !Ref Chat, RouteKey: !Ref Name, OperationName: !Sub 'do-\${Name}' }
`;

describe('A template with nested stacks', () => {
  const parent = `Resources:
${chat}${route('Join', 'join')}  Rooms:
    Type: AWS::CloudFormation::Stack
    Properties:
      TemplateURL: ./rooms/template.yaml
      Parameters: { Api: !Ref Chat, Key: leave }
`;
  const nested = `Parameters: { Api: { Type: String }, Key: { Type: String } }
Resources:
${route('Leave', '!Ref Key', 'Api')}`;

  it('has the routes that a nested one adds to its API', () => {
    const files = { 'template.yaml': parent, 'rooms/template.yaml': nested };
    assert.deepEqual(routesOf(files), ['join → JoinFunction', 'leave → Rooms/LeaveFunction']);
  });

  it('knows where they are written', () => {
    const { apis, text, files } = readFiles({ 'template.yaml': parent, 'rooms/template.yaml': nested });
    const span = apis[0]?.routes[1]?.span ?? { start: 0, end: 0 };
    assert.match(text.slice(span.start, span.end), /^Leave:/);
    assert.ok(span.start > (files[0]?.start ?? Number.POSITIVE_INFINITY));
  });

  it('finds the code of nested functions from its own folder', () => {
    const { functions } = firstApi({ 'template.yaml': parent, 'rooms/template.yaml': nested });
    assert.deepEqual(
      functions.map(({ codeUri }) => codeUri),
      ['src/', 'rooms/src'],
    );
  });

  it('has no routes of a file that is not there', () =>
    assert.deepEqual(routesOf({ 'template.yaml': parent }), ['join → JoinFunction']));

  it('leaves the APIs of a nested one to that file', () => {
    const whole = { 'template.yaml': parent, 'rooms/template.yaml': `Resources:\n${chat}` };
    assert.deepEqual(
      readFiles(whole).apis.map(({ logicalId }) => logicalId),
      ['Chat'],
    );
  });

  it('puts together what stands in two nested ones', () => {
    const files = {
      'template.yaml': `Resources:
  Api: { Type: AWS::CloudFormation::Stack, Properties: { TemplateURL: api.yaml } }
  Routes:
    Type: AWS::Serverless::Application
    Properties: { Location: routes.yaml, Parameters: { Api: !GetAtt Api.Outputs.Id } }
`,
      'api.yaml': `Resources:\n${chat}Outputs: { Id: { Value: !Ref Chat } }\n`,
      'routes.yaml': `Parameters: { Api: { Type: String } }\nResources:\n${route('Join', 'join', 'Api')}`,
    };
    assert.deepEqual(routesOf(files), ['join → Routes/JoinFunction']);
    assert.ok(mayDefineApis('template.yaml', files['template.yaml']));
  });

  it('says nothing where neither it nor what it nests is about an API', () => {
    const twice = '  Rooms: { Type: AWS::CloudFormation::Stack, Properties: { TemplateURL: rooms.yaml } }\n';
    const files = {
      'template.yaml': `Resources:\n${twice.repeat(2)}`,
      'rooms.yaml': 'Resources:\n  A: 1\n  A: 2\n',
    };
    const { apis, problems } = readFiles(files);
    assert.deepEqual({ apis, problems }, { apis: [], problems: [] });
    assert.ok(mayDefineApis('template.yaml', files['template.yaml']));
    assert.ok(!mayDefineApis('template.yaml', twice.replace('rooms.yaml', 'https://s3.test/rooms.yaml')));
  });

  it('is read again when a nested one changes', () => {
    const before = readFiles({ 'template.yaml': parent, 'rooms/template.yaml': nested });
    const changed = { 'template.yaml': parent, 'rooms/template.yaml': nested.replaceAll('Leave', 'Quit') };
    const after = readFiles(changed, before);
    const { apis, problems } = readFiles(changed);
    assert.deepEqual({ apis: after.apis, problems: after.problems }, { apis, problems });
  });

  it('that are nested in themselves has an end', () => {
    const circle = parent.replace('./rooms/template.yaml', 'template.yaml');
    assert.deepEqual(routesOf({ 'template.yaml': circle }), ['join → JoinFunction']);
  });
});

describe('A template that includes files', () => {
  it('has the resources that stand in them', () => {
    const files = {
      'template.yaml': `Resources:\n${chat}${include('./parts/routes.yaml')}`,
      'parts/routes.yaml': route('Join', 'join').replaceAll(/^ {2}/gm, ''),
    };
    assert.deepEqual(routesOf(files), ['join → JoinFunction']);
  });

  it('has the properties that stand in them', () => {
    const files = {
      'template.yaml': `Resources:\n${chat}  Join:\n    Type: AWS::ApiGatewayV2::Route\n    Properties:\n      ApiId: !Ref Chat\n${include('join.json', '      ')}`,
      'join.json': '{ "RouteKey": "join" }',
    };
    const { apis, text } = readFiles(files);
    const key = apis[0]?.routes[0]?.routeKey;
    assert.equal(key?.value, 'join');
    assert.equal(text.slice(key.span.start, key.span.end), 'join');
  });

  it('reads nothing from S3', () =>
    assert.deepEqual(routesOf({ 'template.yaml': `Resources:\n${chat}${include('s3://a/b.yaml')}` }), []));
});

/** What a loop over a collection makes: logical id, route key and operation. */
function checkLoop(collection: string, around: string, expected: readonly string[]): void {
  const { routes } = firstApi({ 'template.yaml': `${around}Resources:\n${chat}${loop(collection)}` });
  assert.deepEqual(
    routes.map(
      ({ logicalId, routeKey, operationName }) => `${logicalId} ${routeKey?.value} ${operationName}`,
    ),
    expected,
  );
}

describe('Loops', () => {
  const both = ['joinRoute join do-join', 'leaveRoute leave do-leave'];

  it('over a list', () => checkLoop('[join, leave]', '', both));
  it('over a parameter', () =>
    checkLoop(
      '!Ref Keys',
      'Parameters: { Keys: { Type: CommaDelimitedList, Default: "join, leave" } }\n',
      both,
    ));
  it('over what only AWS knows', () =>
    checkLoop('!Ref Keys', 'Parameters: { Keys: { Type: String } }\n', []));

  it('give keys that stand where they are written', () => {
    const { apis, text } = readFiles({ 'template.yaml': `Resources:\n${chat}${loop('[join, leave]')}` });
    const spans = apis[0]?.routes.map(({ routeKey }) => routeKey?.span) ?? [];
    assert.deepEqual(
      spans.map((span) => text.slice(span?.start, span?.end)),
      ['join', 'leave'],
    );
  });
});

describe('The settings of sam deploy', () => {
  const template = `Parameters:
  Stage: { Type: String, Default: dev }
  Key: { Type: String }
Resources:
${chat}  Route: { Type: AWS::ApiGatewayV2::Route, Properties: { ApiId: !Ref Chat, RouteKey: !Ref Key } }
  Live: { Type: AWS::ApiGatewayV2::Stage, Properties: { ApiId: !Ref Chat, StageName: !Ref Stage } }
`;
  const rows: readonly (readonly [name: string, settings: string])[] = [
    ['samconfig.toml', '[default.deploy.parameters]\nparameter_overrides = "Stage=live Key=\\"join\\""\n'],
    ['samconfig.toml', '[default.deploy.parameters]\nparameter_overrides = ["Stage=live", "Key=join"]\n'],
    [
      'samconfig.toml',
      '[default.global.parameters]\nparameter_overrides = "ParameterKey=Stage,ParameterValue=live Key=join"\n',
    ],
    [
      'samconfig.yaml',
      'default: { deploy: { parameters: { parameter_overrides: { Stage: live, Key: join } } } }\n',
    ],
  ];
  for (const [name, settings] of rows) {
    it(`go before the defaults: ${settings.slice(0, 90).replaceAll('\n', ' ')}`, () => {
      const { apis, text } = readFiles({ 'template.yaml': template, [name]: settings });
      assert.equal(apis[0]?.stages[0]?.name, 'live');
      const key = apis[0].routes[0]?.routeKey;
      assert.equal(key?.value, 'join');
      assert.equal(text.slice(key.span.start, key.span.end), 'join');
    });
  }

  it('that cannot be read count nothing', () => {
    const { apis } = readFiles({ 'template.yaml': template, 'samconfig.toml': '[default' });
    assert.equal(apis[0]?.stages[0]?.name, 'dev');
  });
});
