import assert from 'node:assert/strict';
import { fromPlain } from '../../core/json/from-plain.ts';
import { fromJson } from '../../core/template/from-json.ts';
import { parseTemplate } from '../../core/template/parse-template.ts';
import { renderTemplate } from '../../core/template/render-template.ts';
import type { Value } from '../../core/template/value.ts';
import { JavaList } from '../../core/template/value.ts';
import { ownVelocityRows, velocityContext, velocityRows } from './rows.ts';

describe('templates as Velocity renders them', () => {
  for (const { id, template, output, error } of [...velocityRows, ...ownVelocityRows]) {
    it(`${id}: ${template} gives ${output ?? error}`, () => {
      const rendering = renderTemplate(parseTemplate(template), variables());
      assert.deepEqual(
        { output: rendering.problem ? undefined : rendering.output, failed: rendering.problem !== undefined },
        { output, failed: error !== undefined },
      );
    });
  }
});

/** New ones for each template, because templates change them. */
function variables(): Record<string, Value> {
  return Object.fromEntries(
    Object.entries(velocityContext).map(([name, value]) => {
      const made = fromJson(fromPlain(value));
      return [name, made instanceof JavaList ? new JavaList(made.items) : made];
    }),
  );
}
