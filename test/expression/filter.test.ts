import assert from 'node:assert/strict';
import { compileRoutes, selectRoute } from '../../core/routing/select-route.ts';

const message = JSON.stringify({
  least: 5,
  items: [
    { sku: 'A1', qty: 2, hot: true, note: null },
    { sku: 'B2', qty: 10, hot: false },
    { sku: 'c3', qty: 5.5, tags: ['x'] },
  ],
});

describe('filters', () => {
  check('@.qty > 5', 'B2, c3');
  check('@.qty >= 10', 'B2');
  check('@.qty < 5.5', 'A1');
  check('@.qty <= 2', 'A1');
  check('@.qty == 10.0', 'B2');
  check('@.qty != 2', 'B2, c3');
  check('@.qty > $.least', 'B2, c3');
  check("@.sku == 'A1'", 'A1');
  check('@.sku == "A1"', 'A1');
  check("'A1' == @.sku", 'A1');
  check("@.sku > 'B'", 'B2, c3');
  check('@.hot == true', 'A1');
  check('@.hot', 'A1, B2');
  check('!@.hot', 'c3');
  check('@.note', '');
  check('@.note == null', 'A1');
  check('@.tags[0] == "x"', 'c3', '[?(@.tags)][?(@.tags[0] == "x")]');
  check('@.hot == false || @.qty == 2', 'A1, B2');
  check('@.qty > 1 && @.qty < 6 || @.hot == false', 'A1, B2, c3');
  check("@['sku'] == 'B2'", 'B2');
  check('@.sku =~ /[A-Z]\\d/', 'A1, B2');
  check('@.sku =~ /[a-c]\\d/i', 'A1, B2, c3');
  check('@.sku =~ /A|B2/', 'B2');
  check('@.sku =~ /.{1,2}/', 'A1, B2, c3');
  check('@.sku =~ /^(?:A|c)[^2]$/', 'A1, c3');
  check('@.qty =~ /\\d+/', 'A1, B2');
});

function check(criterion: string, skus: string, filters = `[?(${criterion})]`): void {
  it(`${criterion} accepts ${skus || 'nothing'}`, () => {
    const selector = compileRoutes(`$request.body.items${filters}.sku`, []);
    assert.deepEqual(selector.expression.problems, []);
    assert.equal(selectRoute(selector, message).value, `[${skus}]`);
  });
}
