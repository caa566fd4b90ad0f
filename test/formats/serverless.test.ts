import assert from 'node:assert/strict';
import { readDefinitions, type Reading } from '../../core/formats/formats.ts';
import type { Surroundings } from '../../core/formats/source.ts';
import { sourceOffset, sourceSpan, type Text } from '../../core/text.ts';

/** Files beside the definition, by name. */
function folderWith(files: Readonly<Record<string, string>>): Surroundings {
  return {
    read: (path) => files[path],
    list: (folder) =>
      Object.keys(files).flatMap((path) =>
        path.startsWith(`${folder}/`) ? [path.slice(folder.length + 1)] : [],
      ),
  };
}

function read(text: string, files: Readonly<Record<string, string>> = {}): Reading {
  return readDefinitions('serverless.yml', text, undefined, folderWith(files));
}

/** A service with an expression, and a section that its variables may name. */
function serviceWith(expression: string, rest = ''): string {
  return `service: chat
provider:
  name: aws
  stage: prod
  websocketsApiRouteSelectionExpression: ${expression}
${rest}functions:
  join:
    handler: join.handler
    events:
      - websocket: join
`;
}

/** The source of every character of a value, one by one. */
function sourceOf(text: string, value: Text): string {
  return Array.from(value.value, (_, index) => text.charAt(sourceOffset(value, index))).join('');
}

describe('Variables of the Serverless Framework', () => {
  const custom = `custom:
  path: body.kind
  byStage:
    prod: { path: body.live }
    dev: { path: body.local }
  list: [one, $request.body.two]
  a: \${self:custom.b}
  b: \${self:custom.a}
params:
  default: { key: common }
  prod: { key: special }
`;
  const rows: readonly (readonly [written: string, value: string, source: string])[] = [
    ['$request.body.action', '$request.body.action', '$request.body.action'],
    ["'$request.body[''a b'']'", "$request.body['a b']", "$request.body['a b']"],
    ['${request.body.action}', '${request.body.action}', '${request.body.action}'],
    ['$request.${self:custom.path}', '$request.body.kind', '$request.$$$$$$$$$'],
    ["${opt:expr, '$request.body.a'}", '$request.body.a', '$request.body.a'],
    ["${env:E, opt:e, '$request.body.a'}", '$request.body.a', '$request.body.a'],
    ["'${opt:expr, ''$request.body.a''}'", '$request.body.a', '$request.body.a'],
    ['"${opt:expr, \'$request.body[\\"a\\"]\'}"', '$request.body["a"]', '$request.body[\\a\\]'],
    ['${opt:expr, ${self:custom.list.1}}', '$request.body.two', '$request.body.two'],
    ['$request.${self:custom.byStage.${sls:stage}.path}', '$request.body.live', '$request.$$$$$$$$$'],
    [
      '$request.${self:custom.byStage.${opt:stage, "dev"}.path}',
      '$request.body.local',
      '$request.$$$$$$$$$$',
    ],
    ['$request.body.${param:key}', '$request.body.special', '$request.body.$$$$$$$'],
    ['$request.body.${aws:region}', '$request.body.us-east-1', '$request.body.$$$$$$$$$'],
    ['$request.body.${self:provider.region}', '$request.body.us-east-1', '$request.body.$$$$$$$$$'],
    ['\\${request.body.action}', '${request.body.action}', '${request.body.action}'],
    ['${AWS::Region}', '${AWS::Region}', '${AWS::Region}'],
  ];
  for (const [written, value, source] of rows) {
    it(written, () => {
      const text = serviceWith(written, custom);
      const { apis, problems } = read(text);
      const expression = apis[0]?.routeSelectionExpression;
      assert.ok(expression);
      assert.equal(expression.value, value);
      assert.equal(sourceOf(text, expression), source);
      assert.deepEqual(problems, []);
    });
  }

  for (const written of [
    '${env:EXPRESSION}',
    '$request.body.${ssm:/chat/key}',
    '${self:custom.a}',
    '${self:custom.nothing}',
    '${file(missing.yml):a}',
  ]) {
    it(`${written} is what only a deployment knows`, () => {
      const text = serviceWith(written, custom);
      const { apis, problems } = read(text);
      assert.equal(apis[0]?.routeSelectionExpression, undefined);
      assert.deepEqual(
        problems.map(({ span }) => text.slice(span.start, span.end)),
        [written],
      );
    });
  }
});

describe('Files that a service names', () => {
  const text = `service: files
provider: \${file(./provider.yml)}
functions:
  - \${file(functions/chat.yml):functions}
  - again:
      handler: again.handler
      events: \${file(functions/events.json)}
resources: \${file(resources-\${sls:stage}.yml)}
`;
  const files = {
    'provider.yml': 'name: aws\nstage: live\nwebsocketsApiRouteSelectionExpression: $request.body.type\n',
    'functions/chat.yml':
      '# the chat\nfunctions:\n  send:\n    handler: send.handler\n    events:\n      - websocket: send\n',
    'functions/events.json': '[{ "websocket": { "route": "again" } }]',
    'resources-live.yml': `Resources:
  PingRoute:
    Type: AWS::ApiGatewayV2::Route
    Properties: { ApiId: !Ref WebsocketsApi, RouteKey: 'ping' }
`,
  };

  it('are read, and what they say stands in them', () => {
    const { apis, text: whole, files: read_ } = read(text, files);
    const [api] = apis;
    assert.ok(api?.routeSelectionExpression);
    const at = (span: { start: number; end: number }) => whole.slice(span.start, span.end);
    assert.equal(at(api.routeSelectionExpression.span), '$request.body.type');
    assert.deepEqual(
      api.routes.map(({ routeKey, span }) => [routeKey && at(routeKey.span), at(span)]),
      [
        ['send', 'websocket: send'],
        ['again', '{ "websocket": { "route": "again" } }'],
        ['ping', `PingRoute:\n${files['resources-live.yml'].split('\n').slice(2, -1).join('\n')}`],
      ],
    );
    assert.equal(api.stages[0]?.name, 'live');
    assert.deepEqual(read_.map(({ path }) => path).toSorted(), Object.keys(files).toSorted());
  });

  it('are read again when they change, and only then', () => {
    const before = readDefinitions('serverless.yml', text, undefined, folderWith(files));
    const changed = {
      ...files,
      'functions/chat.yml': files['functions/chat.yml'].replace(': send\n', ': shout\n'),
    };
    const after = readDefinitions('serverless.yml', text, before, folderWith(changed));
    assert.deepEqual(after.apis, read(text, changed).apis);
    assert.ok(after.lookedAt.has('resources-live.yml'));
  });

  it('that are equal have places of their own', () => {
    const twins = {
      'a.yml': 'a: { handler: x.a, events: [{ websocket: a }] }\n',
      'b.yml': 'a: { handler: x.a, events: [{ websocket: a }] }\n',
    };
    const service =
      'service: s\nprovider: { name: aws }\nfunctions:\n  - ${file(a.yml)}\n  - ${file(b.yml)}\n';
    const { apis, text: whole, files: read_ } = read(service, twins);
    const [route] = apis[0]?.routes ?? [];
    assert.equal(route?.routeKey?.span.start, (read_[1]?.start ?? 0) + twins['b.yml'].indexOf('a }]'));
    assert.equal(whole.charAt(route.routeKey.span.start), 'a');
  });
});

describe('A service in TypeScript', () => {
  const text = `import type { AWS } from '@serverless/typescript';
import hello from '@functions/hello';
import { say } from './src/say';

const service: AWS = {
  service: 'typed',
  provider: {
    name: 'aws',
    websocketsApiRouteSelectionExpression: "$request.body['kind']",
  },
  functions: { hello, say },
};
module.exports = service;
`;
  const files = {
    'src/functions/hello/index.ts':
      "export default { handler: 'hello.main', events: [{ websocket: { route: 'hello' } }] };\n",
    'src/say.ts': "export const say = { handler: 'say.main', events: [{ websocket: `say` }] };\n",
  };

  it('is read with the files that it imports, each thing in its place', () => {
    const { apis, text: whole } = readDefinitions('serverless.ts', text, undefined, folderWith(files));
    const [api] = apis;
    assert.ok(api?.routeSelectionExpression);
    const at = (span: { start: number; end: number }) => whole.slice(span.start, span.end);
    assert.equal(at(api.routeSelectionExpression.span), "$request.body['kind']");
    assert.deepEqual(
      api.routes.map(({ routeKey, span }) => [routeKey?.value, at(span)]),
      [
        ['hello', "{ websocket: { route: 'hello' } }"],
        ['say', '{ websocket: `say` }'],
      ],
    );
    assert.equal(api.format, 'serverless-ts');
  });

  it('cut anywhere never fails', () => {
    for (let end = 0; end <= text.length; end += 7) {
      const { problems } = readDefinitions('serverless.ts', text.slice(0, end), undefined, folderWith(files));
      assert.deepEqual(problems, []);
    }
  });
});

describe('What the framework implies', () => {
  it('stands where the provider is named', () => {
    const text = serviceWith('').replace(/ {2}websocketsApi.*\n/, '');
    const [api] = read(text).apis;
    assert.ok(api?.routeSelectionExpression);
    const { value, span, implied } = api.routeSelectionExpression;
    assert.deepEqual(
      [value, text.slice(span.start, span.end), implied],
      ['$request.body.action', 'provider', true],
    );
    assert.deepEqual(sourceSpan(api.routeSelectionExpression, { start: 3, end: 5 }), {
      start: span.start,
      end: span.start,
    });
    assert.equal(api.name, 'prod-chat-websockets');
  });

  it('is an API of another stack where one is named', () => {
    const given = serviceWith('$request.body.x').replace(
      '  name: aws',
      '  name: aws\n  apiGateway: { websocketApiId: abc123 }',
    );
    assert.equal(read(given).apis[0]?.name, 'abc123');
  });

  it('is an API under resources where one is referred to', () => {
    const own = `${serviceWith('').replace(/ {2}websocketsApi.*\n/, '  apiGateway: { websocketApiId: !Ref Mine }\n')}resources:
  Resources:
    Mine:
      Type: AWS::ApiGatewayV2::Api
      Properties: { Name: mine, ProtocolType: WEBSOCKET, RouteSelectionExpression: $request.body.of }
`;
    const { apis } = read(own);
    assert.deepEqual(
      apis.map(({ logicalId, routeSelectionExpression, routes }) => [
        logicalId,
        routeSelectionExpression?.value,
        routes.map(({ routeKey }) => routeKey?.value),
      ]),
      [['Mine', '$request.body.of', ['join']]],
    );
  });
});

describe('Files that only look like a service', () => {
  const rows: readonly (readonly [what: string, text: string])[] = [
    ['another cloud', serviceWith('x').replace('name: aws', 'name: google')],
    ['no websocket event', serviceWith('x').replace('- websocket: join', '- http: GET /websocket')],
    ['a comment', serviceWith('x').replace('- websocket: join', '# - websocket: join')],
    ['other keys', 'provider: websocket\nfunctions: [websocket]\n'],
    ['a list', '- provider\n- functions\n- websocket\n'],
    ['broken', 'provider: "websocket\nfunctions: {'],
  ];
  for (const [what, text] of rows) {
    it(`${what}: nothing is said`, () => {
      const { apis, problems } = readDefinitions('settings.yml', text);
      assert.deepEqual({ apis, problems }, { apis: [], problems: [] });
    });
  }
});
