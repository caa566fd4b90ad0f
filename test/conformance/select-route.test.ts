import assert from 'node:assert/strict';
import { evaluateExpression } from '../../core/expression/evaluate.ts';
import { readJson } from '../../core/json/read-json.ts';
import { render } from '../../core/json/render.ts';
import { compileRoutes, selectRoute } from '../../core/routing/select-route.ts';
import { jaywayRows, jsonSmartRows, ownJaywayRows, routeRows } from './rows.ts';

describe('routes of the conformance table', () => {
  for (const { id, expression, payload, routes, value, route, problem = false } of routeRows) {
    it(`${id}: ${expression} on ${payload} takes ${route ?? 'no route'}`, () => {
      const selector = compileRoutes(expression, routes);
      const selection = selectRoute(selector, payload);
      const { problems } = evaluateExpression(selector.compiled, payload);
      assert.deepEqual(
        { value: selection.value, route: selection.route, problem: problems.length > 0 },
        { value, route, problem },
      );
    });
  }
});

describe('JSONPaths as Jayway follows them', () => {
  for (const { id, path, payload, outcome, definite, string } of [...jaywayRows, ...ownJaywayRows]) {
    it(`${id}: ${path} is ${string ?? outcome}`, () => {
      const selector = compileRoutes(`\${request.body${path.slice(1)}}`, []);
      const [part] = selector.expression.parts;
      const expected = { value: string === 'null' ? '' : string, missing: '', invalid: null };
      assert.equal(selectRoute(selector, payload).value, expected[outcome]);
      assert.equal(part?.kind === 'variable' && part.definite, definite ?? false);
      const { problems } = evaluateExpression(selector.compiled, payload);
      assert.equal(problems.length > 0, outcome === 'invalid');
    });
  }
});

describe('texts as json-smart reads them', () => {
  for (const { text, string } of jsonSmartRows) {
    it(`${JSON.stringify(text)} is ${string ?? 'refused'}`, () => {
      const reading = readJson(text);
      assert.equal(reading ? render(reading.value) : null, string);
    });
  }
});
