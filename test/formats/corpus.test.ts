import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { readDefinitions } from '../../core/formats/formats.ts';
import { mayDefineApis } from '../../core/formats/may-define-apis.ts';
import { outlineOf } from '../../server/cli/outline.ts';
import { surroundingsIn } from '../../server/language/surroundings.ts';
import { comparable, corpusFolder, manifestRows } from './manifest.ts';
import { skipBecause } from '../kit/skip-because.ts';

const rows = manifestRows(
  'sam-yaml',
  'sam-websocketapi',
  'cfn-yaml',
  'cfn-json',
  'serverless-yml',
  'architect',
);

describe('Definitions that other people published', () => {
  if (rows.length === 0)
    it('(the corpus is not on this machine)', function () {
      skipBecause(this, 'the corpus is not beside the project.');
    });

  for (const { id, file, apis } of rows) {
    it(id, () => {
      const text = readFileSync(file, 'utf8');
      const reading = readDefinitions(file, text, undefined, surroundingsIn(corpusFolder));
      const found = mayDefineApis(file, text) ? reading.apis : [];
      assert.deepEqual(
        found.map((api, index) => comparable(outlineOf(api, file, reading), apis[index])),
        apis.map((api) => comparable(api)),
      );
    });
  }
});
