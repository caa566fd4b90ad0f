import assert from 'node:assert/strict';
import { parseTemplate } from '../../core/template/parse-template.ts';
import { renderTemplate } from '../../core/template/render-template.ts';
import { requestVariables, silentVariables } from '../../core/template/request-variables.ts';

const body = `{"action":"join","n":1.50,"list":[1,"two",{"k":"v"}],"deep":{"a b":"c","none":null},"say":"it's \\"ok\\""}`;

const context = {
  connectionId: 'L0SM9cOFvHcCIhw=',
  requestTimeEpoch: 1652722217711,
  identity: { sourceIp: '192.0.2.1' },
  authorizer: { principalId: 'me' },
};

/** A template gives this text, or fails with a sentence about a part of it. */
function check(text: string, expected: string | { readonly at: string; readonly message: RegExp }): void {
  const template = parseTemplate(text);
  const parameters = { querystring: { room: 'r1' }, header: { 'X-Id': '7' } };
  const variables = requestVariables({ body, parameters, context, stageVariables: { table: 't1' } });
  const { output, problem } = renderTemplate(template, variables, silentVariables);
  if (typeof expected === 'string') {
    assert.equal(problem?.message ?? output, expected);
    return;
  }
  assert.ok(problem, output);
  assert.equal(text.slice(problem.span.start, problem.span.end), expected.at);
  assert.match(problem.message, expected.message);
}

function checkAll(rows: readonly (readonly [string, string])[]): void {
  for (const [template, output] of rows) it(`${template} gives ${output}`, () => check(template, output));
}

describe('$input', () => {
  checkAll([
    ['$input.body', body],
    ["$input.json('$.action')", '"join"'],
    ["$input.json('$.list')", '[1,"two",{"k":"v"}]'],
    ["$input.json('$.missing')", '""'],
    ["$input.json('$.n')", '1.5'],
    ["$input.path('$.action')", 'join'],
    ["$input.path('$.list')", '[1,"two",{"k":"v"}]'],
    ["$input.path('$.list').size() $input.path('$.list').count()", '3 3'],
    ["$input.path('$.list[2]')", '{k=v}'],
    ["$input.path('$').deep", '{a b=c, none=null}'],
    ["[$input.path('$.deep.none')][$input.path('$.missing')]", '[][]'],
    ["$input.path('$.list[*]')", '[1,"two",{"k":"v"}]'],
    ["#foreach($one in $input.path('$.list'))$one;#end", '1;two;{k=v};'],
    ["#set($root = $input.path('$'))$root.action ${root['action']} $root.get('deep')['a b']", 'join join c'],
    ["$input.params('room') $input.params('X-Id') [$input.params('none')]", 'r1 7 []'],
    ['$input.params()', '{path={}, querystring={room=r1}, header={X-Id=7}}'],
    ["$input.params().get('querystring').room", 'r1'],
    ["#if($input.path('$.missing') == '')none#end", 'none'],
  ]);
});

describe('$context, $stageVariables and $util', () => {
  checkAll([
    [
      '$context.connectionId $context.identity.sourceIp $context.authorizer.principalId',
      'L0SM9cOFvHcCIhw= 192.0.2.1 me',
    ],
    ['#set($t = $context.requestTimeEpoch + 86400)$t', '1652722304111'],
    ['[$context.missing][$context.authorizer.missing][$stageVariables.missing]', '[][][]'],
    ['#if($context.missing)yes#{else}no#end', 'no'],
    ["$stageVariables.table $stageVariables['table'] ${stageVariables['table']}", 't1 t1 t1'],
    ["$util.escapeJavaScript($input.path('$.say'))", String.raw`it\'s \"ok\"`],
    [String.raw`$util.escapeJavaScript($input.path('$.say')).replaceAll("\\'","'")`, String.raw`it's \"ok\"`],
    ["$util.escapeJavaScript('a/é')", String.raw`a\/\u00E9`],
    ['$util.parseJson(\'{"a":[1]}\').a[0]', '1'],
    ["$util.urlEncode('a b&é*~') $util.urlDecode('a+b%26%C3%A9')", 'a+b%26%C3%A9*%7E a b&é'],
    ["$util.base64Encode('é😀a') $util.base64Decode('w6nwn5iAYQ==')", 'w6nwn5iAYQ== é😀a'],
    ['$util.nothing(1) $unknown.x', '$util.nothing(1) $unknown.x'],
  ]);
});

describe('the language', () => {
  checkAll([
    ['a ## comment\nb #* other\n *# c', 'a b  c'],
    ['#literal()$x#if(true)a#end#end!', '$x#if(true)a#end!'],
    ['#macro(outer $a)[#inner($a)]#end#macro(inner $b)<$b>#end#outer($none)#outer(1)', '[<$a>][<1>]'],
    ['#[[ $x #if ]]#', ' $x #if '],
    ['#macro(twice $x)$x$x#end#twice("a")#twice($none)', 'aa$none$none'],
    ['#evaluate("#set($x = 1)$x")', '1'],
    ['#set($x = {"a": 1, "b": [true, 2.5]})$x $x.b[-1]', '{a=1, b=[true, 2.5]} 2.5'],
    ['#set($m = {"a": 1})#foreach($e in $m.entrySet())$e.key=$e.value#if($foreach.hasNext),#end#end', 'a=1'],
    ['#foreach($i in [3..1])$i#end$i', '321$i'],
    ['#foreach($i in [1..2000])#set($n = $i)#end$n', '1000'],
    ['#set($x = 7 / 2)$x #set($y = 7 % 2)$y #set($z = 7.0 / 2)$z', '313.5'],
    ['#set($x = 1 / 0)[$!x]', '[]'],
    ['#set($x = $none + "a")$x', '$nonea'],
    ['#if($none == $other)same#end#if(!$none && !("a" == "b"))not#end', 'samenot'],
    ['#set($a = 1)\n  #set($b = 2)\n$a$b', '12'],
    ['x#stop y', 'x'],
    [
      "#set($s = 'a,b,,')$s.split(',').size() $s.replaceAll('(.),', '$1;') $s.trim().isEmpty()",
      '2 a;b;, false',
    ],
    ['$!{none}#{if}(true)yes#{end}no', 'yesno'],
    ['{"price": "$5", "css": "#fff", "mail": "a@b"}', '{"price": "$5", "css": "#fff", "mail": "a@b"}'],
    ['$context.requestTimeEpoch(UTC)', '1652722217711(UTC)'],
  ]);
});

describe('what cannot be rendered', () => {
  for (const [template, at, message] of [
    ["$input.json('$.a[')", 'json', /JSONPath/],
    ["#set($s = 'abc')$s.substring(9)", 'substring', /out of bounds/],
    ['#set($x = $y.foo(1 + 2))', '+', /call takes values/],
    ['#if($a)x', '#if', /no `#end`/],
    ['x#end', '#end', /belongs to no/],
    ['#set($x = )', ')', /value is missing/],
    ['#set($x = 1 -1)', '-', /negative number/],
    ['${input.body', '${input.body', /add a `}`/],
    ['#macro(x)#x()#end#x()', '#x()', /without end/],
    ['#set($s = \'x\')#foreach($i in [1..1000])#set($s = "$s$s")#end', 's', /more time/],
    ['#set($l = [])#set($d = $l.add($l))$l', 'l', /more time/],
    ["#set($s = 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!')$s.matches('(a+)+')", 'matches', /more time/],
  ] as const) {
    it(template, () => check(template, { at, message }));
  }
});
