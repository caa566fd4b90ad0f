import assert from 'node:assert/strict';
import { readPowershell } from '../../core/syntax/powershell.ts';
import { showPlaces, showStatements } from './show-script.ts';

function check(source: string, expected: string): void {
  it(JSON.stringify(source), () => assert.equal(showStatements(readPowershell(source).statements), expected));
}

/** The second word of a command and, character by character, the source that stands for it. */
function checkPlaces(word: string, value: string, places: string): void {
  it(JSON.stringify(word), () => {
    const source = `x ${word}`;
    const { statements } = readPowershell(source);
    assert.equal(showStatements(statements), `[x] [${value}]`);
    const [command] = statements;
    assert.ok(command?.kind === 'command' && command.words[1]);
    assert.equal(showPlaces(source, command.words[1]), places);
  });
}

describe('words of PowerShell', () => {
  checkPlaces('ab', 'ab', 'a·b');
  checkPlaces("'$a ''b'''", "$a 'b'", "$·a· ·''·b·''");
  checkPlaces('"a`$b`"""', 'a$b""', 'a·`$·b·`"·""');
  checkPlaces('"$a.b"', '{a}.b', '$a·.·b');
  checkPlaces('"${a}b"', '{a}b', '${a}·b');
  checkPlaces('"$($a.b)c"', '{(= [{a.b}])}c', '$($a.b)·c');
  checkPlaces('$a.b.c', '{a.b.c}', '$a.b.c');
  checkPlaces('$a.b.Trim()', '{a.b}', '$a.b.Trim()');
  checkPlaces('$a[0].b', '{a[0].b}', '$a[0].b');
  checkPlaces('$env:A/b', '{env:A}/b', '$env:A·/·b');
  checkPlaces('${request.body.a}', '{request.body.a}', '${request.body.a}');
  checkPlaces('a`$b', 'a$b', 'a·`$·b');
  checkPlaces('@a', '{a...}', '@a');
  checkPlaces('(y z).A', '{([y] [z]).A}', '(y z).A');
  checkPlaces('--a=b,c', '--a=b,c', '-·-·a·=·b·,·c');
  checkPlaces('$true', 'True', '$true···'.replace('$true···', '···$true'));
  checkPlaces("@'\n$a'\n'@", "$a'", "$·a·'");
  checkPlaces('@"\n$a"\r\n"@', '{a}"', '$a·"');
  checkPlaces("''", '', '');
});

describe('statements of PowerShell', () => {
  check('a b `\n  c # d\ne', '[a] [b] [c] ; [e]');
  check('a b; c <# d\n #> e', '[a] [b] ; [c] [e]');
  check('$a = \'b\'\n$A += "c"', 'a=[b] ; a+=[c]');
  check('$a = aws b --c d', 'a=[{([aws] [b] [--c] [d])}]');
  check('$a = aws b | ConvertFrom-Json', 'a=[{([aws] [b] | [ConvertFrom-Json])}]');
  check('$a = (aws b | ConvertFrom-Json).ApiId', 'a=[{([aws] [b] | [ConvertFrom-Json]).ApiId}]');
  check('$a = @(\'b\', "c")', 'a=[{(= [b] [c])}]');
  check("$a = 'b', 'c'", 'a=([b] [c])');
  check("$a = 'b' + $c", 'a=[b{c}]');
  check("$a = 'b' -replace 'c', 'd'", 'a=([b{?}c] [d])');
  check("param(\n  [string]$A = 'b',\n  $C\n)\nd", 'A=[b] ; [d]');
  check("foreach ($a in 'b', 'c') { d $a }", 'for a in [b] [c] do [d] [{a}] done');
  check("foreach ($a in @('b')) {\n d\n}\ne", 'for a in [{(= [b])}] do [d] done ; [e]');
  check("'b', 'c' | ForEach-Object { d $_ }", 'for _ in [b] [c] do [d] [{_}] done');
  check('if ($a -eq 1) { b } else { c }', '[b] ; [c]');
  check('try { a } catch { b }', '[a] ; [b]');
  check('function Add-It($A, $B) { c $a }\nAdd-It d', 'Add-It(A,B) { [c] [{A}] } ; [Add-It] [d]');
  check('function f {\n  param([string]$A)\n  return $a\n}', 'f(A) { = [{A}] }');
  check('& aws @p > f.json', '[aws] [{p...}] > [f.json]');
  check('a b |\n  c', '[a] [b] | [c]');
  check('a "b', '[a] [b]');
  check('$a = ', 'a=[{()}]');
  check('})', '');
});
