import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { placeAt } from '../../core/formats/file-at.ts';
import { readDefinitions } from '../../core/formats/formats.ts';
import { mayDefineApis } from '../../core/formats/may-define-apis.ts';
import { diagnose } from '../../server/language/diagnose.ts';
import { samplesOf } from '../../server/language/samples.ts';
import { surroundingsIn } from '../../server/language/surroundings.ts';
import { manifestRows } from '../formats/manifest.ts';
import { skipBecause } from '../kit/skip-because.ts';
import { corpusFindings } from './corpus-findings.ts';

const rows = manifestRows(
  'sam-yaml',
  'sam-websocketapi',
  'cfn-yaml',
  'cfn-json',
  'serverless-yml',
  'terraform',
  'architect',
);

describe('What is found in definitions that other people published', () => {
  if (rows.length === 0)
    it('(the corpus is not on this machine)', function () {
      skipBecause(this, 'the corpus is not beside the project.');
    });

  for (const { id, file } of rows) {
    it(`is right in ${id}`, () => {
      const text = readFileSync(file, 'utf8');
      const reading = readDefinitions(file, text, undefined, surroundingsIn(dirname(file)));
      const found = mayDefineApis(file, text)
        ? diagnose(reading, (api) => samplesOf(api, reading.text, []))
        : [];
      assert.deepEqual(
        found.map(({ code, span }) => `${code} ${placeAt(reading, span.start).line}`).toSorted(),
        Object.keys(corpusFindings[id] ?? {}).toSorted(),
      );
    });
  }
});
