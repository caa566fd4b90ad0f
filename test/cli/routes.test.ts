import assert from 'node:assert/strict';
import { resolve } from 'node:path';
import type { Outline } from '../../server/cli/outline.ts';
import { fixtureFolder } from '../formats/fixtures.ts';
import { comparable, corpusFolder, manifestRows } from '../formats/manifest.ts';
import { runCli } from './run-cli.ts';
import { skipBecause } from '../kit/skip-because.ts';

const isTemplate = ({ file }: { file: string }) => /(?:sam|cfn)-\w+\.\w+$/.test(file);

describe('routescope routes', () => {
  it('lists APIs and routes for people', async () => {
    const { status, stdout } = await runCli(['routes', `${fixtureFolder}sam-rooms.yaml`]);
    assert.equal(status, 0);
    assert.match(stdout, /^rooms-live {2}\$request\.body\.action {2}.*sam-rooms\.yaml {2}\(live\)$/m);
    assert.match(stdout, /^ {2}join +AWS_PROXY +JoinFunction +line 49$/m);
  });

  it('lists problems with their places', async () => {
    const { stdout } = await runCli(['routes', fixtureFolder, '--json']);
    const { apis, problems } = JSON.parse(stdout);
    assert.deepEqual(
      apis.filter(isTemplate).map(({ name }: { name: string }) => name),
      ['orders-test', 'tickets', 'feed', 'lobby', 'Empty', 'rooms-live'],
    );
    assert.deepEqual(
      problems.filter(isTemplate).map(({ line, column }: { line: number; column: number }) => [line, column]),
      [
        [32, 33],
        [87, 15],
      ],
    );
  });

  const rows = manifestRows(
    'sam-yaml',
    'sam-websocketapi',
    'cfn-yaml',
    'cfn-json',
    'serverless-yml',
    'architect',
  );
  it('finds in the corpus what its manifest says', async function () {
    if (rows.length === 0) skipBecause(this, 'the corpus is not beside the project.');
    const { stdout } = await runCli(['routes', corpusFolder, '--json']);
    const { apis }: { apis: readonly Outline[] } = JSON.parse(stdout);
    for (const row of rows) {
      const found = apis.filter(({ file }) => resolve(String(file)) === row.file);
      assert.deepEqual(
        found.map((api, index) => comparable(api, row.apis[index])),
        row.apis.map((api) => comparable(api)),
        row.id,
      );
    }
  });
});
