import assert from 'node:assert/strict';
import { existsSync, writeFileSync } from 'node:fs';
import { readDefinitions } from '../../core/formats/formats.ts';
import { outlineOf } from '../../server/cli/outline.ts';
import { positionAt } from '../../core/lines.ts';
import { surroundingsIn } from '../../server/language/surroundings.ts';
import { fixtureFolder, fixtureNames, readFixture } from './fixtures.ts';

/** `UPDATE=1 npm run unit` rewrites what is expected. */
describe('Definitions and their outlines', () => {
  for (const name of fixtureNames()) {
    it(name, () => {
      const text = readFixture(name);
      const reading = readDefinitions(fixtureFolder + name, text, undefined, surroundingsIn(fixtureFolder));
      const { apis, problems } = reading;
      const said = {
        apis: apis.map((api) => outlineOf(api, name, reading)),
        functions: apis[0]?.functions.map(
          ({ logicalId, handler, codeUri, timeoutInSeconds, environment }) => ({
            logicalId,
            handler: handler?.value,
            codeUri,
            timeoutInSeconds,
            environment,
          }),
        ),
        problems: problems.map(({ message, span }) => `${positionAt(text, span.start).line}: ${message}`),
      };
      const outline = `${name}.outline.json`;
      if (process.env['UPDATE'] || !existsSync(fixtureFolder + outline)) {
        writeFileSync(fixtureFolder + outline, `${JSON.stringify(said, null, 2)}\n`);
      }
      assert.deepEqual(JSON.parse(JSON.stringify(said)), JSON.parse(readFixture(outline)));
    });
  }
});
