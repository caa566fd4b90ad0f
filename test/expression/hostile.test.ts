import assert from 'node:assert/strict';
import { parseExpression } from '../../core/expression/parse.ts';
import { compileRoutes, selectRoute } from '../../core/routing/select-route.ts';

const many = 100_000;

/** Mocha's limit for one test is what would stop a hang. */
describe('hostile input is answered', () => {
  for (const [name, text] of [
    ['brackets', `$request.body${'['.repeat(many)}`],
    ['closed brackets', `$request.body${'[0]'.repeat(many)}`],
    ['dollars', '$'.repeat(many)],
    ['open braces', '${'.repeat(many)],
    ['open quotes in braces', "${['}".repeat(2000)],
    ['filters', `$request.body${'[?(@.a)]'.repeat(1200)}`],
    ['filters inside filters', `$request.body${'[?(@'.repeat(2000)}`],
    ['scans', `$request.body${'..*'.repeat(3000)}`],
    ['spaces', `$request.body[?(${' '.repeat(9000)}`],
    ['a deep pattern', `$request.body[?(@.a =~ /${'('.repeat(400)}/)]`],
  ] as const) {
    it(`an expression of ${name}`, () => {
      const { value } = selectRoute(compileRoutes(text, []), '{"a":{"a":[1,2,[3,{"a":4}]]}}');
      assert.ok(value === null || typeof value === 'string');
      assert.ok(parseExpression(text).parts.length > 0);
    });
  }

  for (const [name, message, value] of [
    ['lists in lists', `{"action":"join","x":${'['.repeat(many)}${']'.repeat(many)}}`, 'join'],
    ['open lists', `{"action":"join","x":${'['.repeat(many)}`, null],
    ['open objects', '{"action":'.repeat(many), null],
    ['lists of numbers in lists', `{"action":${'['.repeat(many)}1${']'.repeat(many)}}`, null],
    ['open quotes', `{"action":${'"\\'.repeat(many)}`, null],
    ['commas', `{"action":"join"${','.repeat(many)}}`, 'join'],
    ['zeros', `{"action":0.${'0'.repeat(many)}1}`, `1E-${many + 1}`],
    ['a large exponent', '{"action":1.0000000000000000001e999999999}', '1.0000000000000000001E+999999999'],
  ] as const) {
    it(`a message of ${name}`, () => {
      assert.equal(selectRoute(compileRoutes('$request.body.action', []), message).value, value);
    });
  }

  for (const [path, value] of [
    ['.__proto__', ''],
    ['.constructor', ''],
    ['.toString', ''],
    ['.a.length', ''],
    ["['__proto__'].polluted", ''],
    ['..constructor', '[]'],
    ["[?(@.constructor.name == 'Object')]", '[]'],
  ] as const) {
    it(`a path to ${path} finds nothing that the message does not say`, () => {
      assert.equal(selectRoute(compileRoutes(`$request.body${path}`, []), '{"a":["x"]}').value, value);
    });
  }

  it('a member called __proto__ is a member like others', () => {
    const message = '{"__proto__":{"polluted":1},"x":1.0}';
    assert.equal(selectRoute(compileRoutes('$request.body.__proto__', []), message).value, '{polluted=1}');
    assert.equal(
      selectRoute(compileRoutes('$request.body', []), message).value,
      '{__proto__={polluted=1}, x=1.0}',
    );
    assert.equal(({} as { polluted?: number }).polluted, undefined);
  });

  it('patterns that others go back in for years', () => {
    const text = JSON.stringify({ a: [`${'a'.repeat(2000)}!`] });
    for (const pattern of ['(a+)+', '(a|aa)+', '(a*)*b', '(.*)(.*)(.*)(.*)x', '(a{1,9}){1,9}']) {
      assert.equal(selectRoute(compileRoutes(`$request.body.a[?(@ =~ /${pattern}/)]`, []), text).value, '[]');
    }
  });

  it('a path that would visit a message again and again is given up', () => {
    const message = `${'{"a":'.repeat(300)}1${'}'.repeat(300)}`;
    assert.equal(selectRoute(compileRoutes(`$request.body${'..*'.repeat(5)}`, []), message).value, null);
  });

  it('paths that are each worth following are given up together', () => {
    const message = `${'{"a":'.repeat(300)}1${'}'.repeat(300)}`;
    const valueOf = (repeats: number) =>
      selectRoute(compileRoutes('${request.body..a}'.repeat(repeats), []), message).value;
    assert.equal(valueOf(2)?.length, 2 * (valueOf(1)?.length ?? 0));
    assert.equal(valueOf(500), null);
  });
});
