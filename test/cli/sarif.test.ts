import assert from 'node:assert/strict';
import { sarifOf } from '../../server/cli/sarif.ts';
import { diagnostics } from '../../server/language/rules/rules.ts';
import { temporaryFolder } from '../kit/temporary-folder.ts';
import { runCli } from './run-cli.ts';

const template = `Resources:
  Chat:
    Type: AWS::ApiGatewayV2::Api
    Properties:
      Name: chat
      ProtocolType: WEBSOCKET
      RouteSelectionExpression: \${request.body.action
`;
const at = { line: 1, column: 1, endLine: 1, endColumn: 1 };

/** What SARIF 2.1.0 and code scanning ask of a log, as far as this program writes it. */
interface Log {
  readonly version: string;
  readonly $schema: string;
  readonly runs: readonly [
    {
      readonly tool: { readonly driver: Driver };
      readonly columnKind: string;
      readonly results: readonly Result[];
    },
  ];
}

interface Driver {
  readonly name: string;
  readonly informationUri: string;
  readonly rules: readonly {
    readonly id: string;
    readonly helpUri: string;
    readonly defaultConfiguration: { readonly level: string };
  }[];
}

interface Result {
  readonly ruleId: string;
  readonly ruleIndex: number;
  readonly level: string;
  readonly message: { readonly text: string };
  readonly locations: readonly [
    {
      readonly physicalLocation: {
        readonly artifactLocation: { readonly uri: string };
        readonly region: Readonly<Record<'startLine' | 'startColumn' | 'endLine' | 'endColumn', number>>;
      };
    },
  ];
}

describe('a SARIF log', () => {
  const folder = temporaryFolder();
  let log: Log;
  before(async () => {
    folder.write('template.yaml', template);
    const { stdout } = await runCli(['check', 'template.yaml', '--format', 'sarif'], '', folder.path);
    log = JSON.parse(stdout);
  });
  after(() => folder.remove());

  it('is of version 2.1.0 and says how it counts', () => {
    assert.equal(log.version, '2.1.0');
    assert.match(log.$schema, /sarif-2\.1\.0\.json$/);
    assert.equal(log.runs.length, 1);
    assert.equal(log.runs[0].columnKind, 'utf16CodeUnits');
  });

  it('describes every rule with its page and level', () => {
    const { name, informationUri, rules } = log.runs[0].tool.driver;
    assert.equal(name, 'routescope');
    const levels = { error: 'error', warning: 'warning', information: 'note' };
    assert.deepEqual(
      rules,
      diagnostics.map(({ code, severity }) => ({
        id: code,
        helpUri: `${informationUri}#${code}`,
        defaultConfiguration: { level: levels[severity] },
      })),
    );
  });

  it('has results that name a rule, a file and a region', () => {
    const [{ results, tool }] = log.runs;
    assert.ok(results.length > 0);
    for (const { ruleId, ruleIndex, level, message, locations } of results) {
      assert.equal(tool.driver.rules[ruleIndex]?.id, ruleId);
      assert.match(level, /^(?:error|warning|note)$/);
      assert.ok(message.text.length > 0);
      const { artifactLocation, region } = locations[0].physicalLocation;
      assert.equal(artifactLocation.uri, 'template.yaml');
      const { startLine, startColumn, endLine, endColumn } = region;
      assert.ok(Math.min(startLine, startColumn, endLine, endColumn) >= 1);
      assert.ok(endLine > startLine || (endLine === startLine && endColumn >= startColumn));
    }
  });

  for (const [windows, file, uri] of [
    [false, './a b/template.yaml', 'a%20b/template.yaml'],
    [false, '/a b/template.yaml', 'file:///a%20b/template.yaml'],
    [true, '.\\app\\template.yaml', 'app/template.yaml'],
    [true, 'C:\\app\\template.yaml', 'file:///C:/app/template.yaml'],
    [true, '\\\\server\\share\\template.yaml', 'file://server/share/template.yaml'],
  ] as const) {
    it(`names ${file} as ${uri}`, () => {
      const finding = { file, ...at, code: 'c', severity: 'error', message: 'm', href: 'h' } as const;
      assert.ok(JSON.stringify(sarifOf([finding], windows)).includes(`"uri":"${uri}"`));
    });
  }
});
