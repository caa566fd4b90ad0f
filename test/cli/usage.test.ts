import assert from 'node:assert/strict';
import { temporaryFolder } from '../kit/temporary-folder.ts';
import { runCli } from './run-cli.ts';

const files: Readonly<Record<string, string>> = {
  'prose.yaml': 'This: is: not YAML',
  'broken.json': '{"Resources": ',
  'http.yaml': 'Resources:\n  A: {Type: AWS::ApiGatewayV2::Api, Properties: {ProtocolType: HTTP}}\n',
  'chat.yaml':
    'Resources:\n  Chat:\n    Type: AWS::ApiGatewayV2::Api\n    Properties:\n      ProtocolType: WEBSOCKET\n' +
    '      RouteSelectionExpression: $request.body.action\n',
};

describe('the command line', () => {
  const folder = temporaryFolder();
  before(() => Object.entries(files).forEach(([name, text]) => folder.write(name, text)));
  after(() => folder.remove());

  const rows: readonly (readonly [args: string, status: number, stderr: RegExp])[] = [
    ['evall', 2, /^routescope: unknown command 'evall'.*eval/],
    ['eval --foo', 2, /unknown option '--foo'/],
    ['eval', 2, /eval needs an expression/],
    ['eval $request.body.a', 2, /--payload TEXT or --payload-file FILE/],
    ['eval x --payload a --payload-file b', 2, /not both/],
    ['eval x --payload-file nowhere', 2, /nowhere cannot be read: there is no such file/],
    ['eval x --batch', 2, /takes none here/],
    ['eval --batch --payload {}', 2, /takes none here/],
    ['routes', 2, /missing required argument 'path'/],
    ['routes nowhere.yaml', 2, /nowhere.yaml cannot be read: there is no such file/],
    ['routes prose.yaml', 1, /prose.yaml defines no WebSocket API that can be read; line 1: /],
    ['routes broken.json', 1, /broken.json defines no WebSocket API that can be read; line 1: /],
    ['routes http.yaml', 0, /http.yaml defines no WebSocket API: no AWS::ApiGatewayV2::Api with/],
    ['check http.yaml --format xml', 2, /Allowed choices are text, json, sarif/],
    ['start http.yaml', 1, /http.yaml defines no WebSocket API/],
    ['start chat.yaml --api Other', 2, /no API named "Other"; there is Chat\./],
    ['start chat.yaml --port many', 2, /A port is a number from 0 to 65535/],
  ];
  for (const [args, status, expected] of rows) {
    it(`routescope ${args}`, async () => {
      const finished = await runCli(args.split(' '), '', folder.path);
      assert.equal(finished.status, status);
      assert.match(finished.stderr, expected);
      assert.equal(finished.stderr.trimEnd().split('\n').length, 1, 'more than one line');
      assert.equal(finished.stdout, '');
    });
  }

  it('says what it can do', async () => {
    const { status, stdout } = await runCli(['--help']);
    assert.equal(status, 0);
    for (const command of ['eval', 'routes', 'check', 'start'])
      assert.match(stdout, new RegExp(`\\n  ${command} `));
  });

  it('says its version', async () => {
    assert.match((await runCli(['--version'])).stdout, /^\d+\.\d+\.\d+\n$/);
  });
});
