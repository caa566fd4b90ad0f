import assert from 'node:assert/strict';
import { temporaryFolder } from '../kit/temporary-folder.ts';
import { runCli } from './run-cli.ts';

const template = `Resources:
  Chat:
    Type: AWS::ApiGatewayV2::Api
    Properties:
      Name: chat
      ProtocolType: WEBSOCKET
      RouteSelectionExpression: \${request.body.action
  LeaveRoute:
    Type: AWS::ApiGatewayV2::Route
    Properties:
      ApiId: !Ref Chat
      RouteKey: leave
`;

describe('routescope check', () => {
  const folder = temporaryFolder();
  before(() => {
    folder.write('template.yaml', template);
    folder.write('fine/template.yaml', template.replace('${request.body.action', '$request.body.action'));
    folder.write('fine/.routescope/samples/any.json', '{"action":"join"}');
  });
  after(() => folder.remove());
  const check = (...args: readonly string[]) => runCli(['check', ...args], '', folder.path);

  it('reports a line for each finding', async () => {
    const { status, stdout, stderr } = await check('template.yaml');
    assert.match(stdout, /^template\.yaml:7:\d+ error: .+ \[malformed-expression\]$/m);
    assert.deepEqual({ status, stderr }, { status: 1, stderr: '' });
  });

  it('reports JSON', async () => {
    const { stdout } = await check('template.yaml', '--format', 'json');
    const { findings }: { findings: readonly Record<string, unknown>[] } = JSON.parse(stdout);
    const found = findings.find(({ code }) => code === 'malformed-expression');
    assert.deepEqual([found?.['file'], found?.['line'], found?.['severity']], ['template.yaml', 7, 'error']);
  });

  it('reports SARIF', async () => {
    const { stdout } = await check('template.yaml', '--format', 'sarif');
    const { version, runs } = JSON.parse(stdout);
    assert.equal(version, '2.1.0');
    const ids = new Set(runs[0].tool.driver.rules.map(({ id }: { id: string }) => id));
    assert.ok(runs[0].results.length > 0);
    for (const { ruleId, level, locations } of runs[0].results) {
      assert.ok(ids.has(ruleId));
      assert.match(level, /^(?:error|warning|note)$/);
      const { artifactLocation, region } = locations[0].physicalLocation;
      assert.equal(artifactLocation.uri, 'template.yaml');
      assert.ok(region.startLine >= 1 && region.startColumn >= 1 && region.endLine >= region.startLine);
    }
  });

  it('looks into folders, and judges by their samples', async () => {
    const { stdout } = await check('fine');
    assert.match(stdout, /^fine\/template\.yaml:\d+:\d+ \w+: .+ \[no-sample-matches\]$/m);
  });
});
