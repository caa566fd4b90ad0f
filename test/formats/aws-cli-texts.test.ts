import assert from 'node:assert/strict';
import { encodeIn, sourceOffset } from '../../core/text.ts';
import { apiOf, create } from './script-api.ts';

/** The expression that API Gateway gets and, character by character, the source that stands for it. */
function checkExpression(
  path: string,
  written: string,
  value: string,
  places: string,
  expanded = false,
): void {
  it(`${path}: ${written}`, () => {
    const script = `${create} --route-selection-expression ${written}\n`;
    const text = apiOf(script, path).routeSelectionExpression;
    assert.ok(text);
    assert.equal(text.value, value);
    const found = Array.from({ length: value.length }, (_, index) =>
      script.slice(sourceOffset(text, index), sourceOffset(text, index + 1)),
    );
    assert.equal(found.join('·'), places);
    assert.equal(text.expanded ?? false, expanded);
    for (let index = 0; index <= value.length; index++) {
      const offset = sourceOffset(text, index);
      assert.ok(offset >= text.span.start && offset <= text.span.end);
    }
  });
}

describe('an expression in a script', () => {
  checkExpression('a.sh', "'$request.b'", '$request.b', '$·r·e·q·u·e·s·t·.·b');
  checkExpression('a.sh', String.raw`"\$request.b"`, '$request.b', String.raw`\$·r·e·q·u·e·s·t·.·b`);
  checkExpression('a.sh', String.raw`\$request.b`, '$request.b', String.raw`\$·r·e·q·u·e·s·t·.·b`);
  checkExpression('a.sh', String.raw`'a['\''b'\'']'`, "a['b']", String.raw`a·[·'\''·b·'\''·]`);
  checkExpression('a.sh', '"$request.b"', '.b', '.·b', true);
  checkExpression('a.sh', '$request.b', '.b', '.·b', true);
  checkExpression('a.sh', '"${request.b}/x"', '/x', '/·x', true);
  checkExpression('a.sh', '"$default"', '', '', true);
  checkExpression('a.sh', String.raw`'\$default'`, String.raw`\$default`, String.raw`\·$·d·e·f·a·u·l·t`);
  checkExpression('a.ps1', "'a[''b'']'", "a['b']", "a·[·''·b·''·]");
  checkExpression('a.ps1', '"`$request.b"', '$request.b', '`$·r·e·q·u·e·s·t·.·b');
  checkExpression('a.ps1', '"$request.b"', '.b', '.·b', true);
  checkExpression('a.ps1', '"${request.b}/x"', '/x', '/·x', true);
  checkExpression('a.ps1', '$request.b', '', '', true);
  checkExpression('a.cmd', '"$request.b"', '$request.b', '$·r·e·q·u·e·s·t·.·b');
  checkExpression('a.cmd', "'$request.b'", "'$request.b'", "'·$·r·e·q·u·e·s·t·.·b·'");
});

describe('an expression that a variable holds stands where it is written', () => {
  for (const [path, script, place] of [
    ['a.sh', `KEY='$request.b'\n${create} --route-selection-expression "$KEY"\n`, '$request.b'],
    ['a.sh', `KEY='$request.b'\n${create} --route-selection-expression=$KEY\n`, '$KEY'],
    ['a.ps1', `$Key = '$request.b'\n${create} --route-selection-expression $key\n`, '$request.b'],
    ['a.cmd', `set "KEY=$request.b"\n${create} --route-selection-expression "%KEY%"\n`, '$request.b'],
  ] as const) {
    it(script, () => {
      const text = apiOf(script, path).routeSelectionExpression;
      assert.equal(text?.value, '$request.b');
      assert.equal(script.slice(text.span.start, text.span.end), place);
    });
  }

  it('and where only a part of it is known, it is none', () => {
    const api = apiOf(`${create} --route-selection-expression "$EXPRESSION"\n`);
    assert.equal(api.routeSelectionExpression, undefined);
  });
});

describe('a text that is written into an argument', () => {
  const piece = `$a ["b\\c'd'] \`e\``;
  for (const [path, around] of [
    ['a.sh', "'x'"],
    ['a.sh', '"x"'],
    ['a.sh', 'x'],
    ['a.sh', "$'x'"],
    ['a.ps1', "'x'"],
    ['a.ps1', '"x"'],
    ['a.ps1', 'x'],
    ['a.cmd', '"x"'],
  ] as const) {
    it(`${path}: ${around}`, () => {
      const script = `${create} --route-selection-expression ${around}\n`;
      const text = apiOf(script, path).routeSelectionExpression;
      assert.ok(text);
      const { start, end } = text.span;
      const edited = script.slice(0, start) + encodeIn(text, piece) + script.slice(end);
      assert.equal(apiOf(edited, path).routeSelectionExpression?.value, piece);
    });
  }

  for (const [path, around] of [
    ['a.sh', `'{"$default": "x"}'`],
    ['a.sh', String.raw`"{\"\$default\": \"x\"}"`],
    ['a.ps1', `'{"$default": "x"}'`],
    ['a.ps1', '"{`"`$default`": `"x`"}"'],
    ['a.cmd', String.raw`"{\"$default\": \"x\"}"`],
  ] as const) {
    it(`${path}: ${around}`, () => {
      const script = `${create} --route-selection-expression x\naws apigatewayv2 create-integration --integration-type MOCK --request-templates ${around}\n`;
      const template = apiOf(script, path).integrations[0]?.templates?.[0];
      assert.equal(template?.key.value, '$default');
      assert.equal(template.value.value, 'x');
      const { start, end } = template.value.span;
      assert.equal(script.slice(start, end), 'x');
      const edited = script.slice(0, start) + encodeIn(template.value, piece) + script.slice(end);
      const [again] = apiOf(edited, path).integrations;
      assert.equal(again?.templates?.[0]?.value.value, piece);
    });
  }
});
