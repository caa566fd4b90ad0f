import assert from 'node:assert/strict';
import { readCmd } from '../../core/syntax/cmd.ts';
import { showPlaces, showStatements } from './show-script.ts';

function check(source: string, expected: string): void {
  it(JSON.stringify(source), () => assert.equal(showStatements(readCmd(source).statements), expected));
}

/** The second word of a command and, character by character, the source that stands for it. */
function checkPlaces(word: string, value: string, places: string): void {
  it(word, () => {
    const source = `x ${word}`;
    const { statements } = readCmd(source);
    assert.equal(showStatements(statements), `[x] [${value}]`);
    const [command] = statements;
    assert.ok(command?.kind === 'command' && command.words[1]);
    assert.equal(showPlaces(source, command.words[1]), places);
  });
}

describe('words of cmd', () => {
  checkPlaces("'$a'", "'$a'", "'·$·a·'");
  checkPlaces('"$a b"', '$a b', '$·a· ·b');
  checkPlaces(String.raw`"{\"a\": 1}"`, '{"a": 1}', String.raw`{·\"·a·\"·:· ·1·}`);
  checkPlaces(String.raw`"a\\"`, 'a\\', String.raw`a·\\`);
  checkPlaces('"a""b"', 'a"b', 'a·""·b');
  checkPlaces('a^&b', 'a&b', 'a·^&·b');
  checkPlaces('"%A%/b"', '{A}/b', '%A%·/·b');
  checkPlaces('%%i', '{%i}', '%%i');
  checkPlaces('%1', '{1}', '%1');
  checkPlaces('%A:b=c%', '{?}', '%A:b=c%');
  checkPlaces('50%%', '50%', '5·0·%%');
});

describe('statements of cmd', () => {
  check('a b ^\n  c\r\nd', '[a] [b] [c] ; [d]');
  check('@echo off\nrem a\n:: b\n:c\nd & e && f || g', '[echo] [off] ; [d] ; [e] ; [f] ; [g]');
  check('set A=b c\nset "D=e f"\nx', 'A=[b c] ; D=[e f] ; [x]');
  check('set a=1\nx %A%', 'a=[1] ; [x] [{a}]');
  check(
    `for /f "tokens=*" %%i in ('aws b --c "d e" ^| f') do set A=%%i\nx`,
    'for %i in [{([aws] [b] [--c] [d e] | [f])}] do A=[{%i}] done ; [x]',
  );
  check(
    "for /f %%i in ('a ^\n  b') do (\n  set A=%%i\n)\nx",
    'for %i in [{([a] [b])}] do A=[{%i}] done ; [x]',
  );
  check('for %%r in (a "b c") do aws %%r & x', 'for %r in [a] [b c] do [aws] [{%r}] ; [x] done');
  check('if "%A%"=="" (\n  a\n) else (\n  b\n)\nc', '[a] ; [b] ; [c]');
  check('if not exist a aws b', '[aws] [b]');
  check('a > b.json 2>nul\nset /p A=<b.json', '[a] > [b.json] ; A=[{( < [b.json])}]');
  check('a | b', '[a] | [b]');
  check('call aws b', '[aws] [b]');
  check('setlocal EnableDelayedExpansion\nx !A!', '[setlocal] [EnableDelayedExpansion] ; [x] [{A}]');
  check('a "b\nc', '[a] [b] ; [c]');
  check("for /f %%i in ('a", 'for %i in [{([a])}] do  done');
  check(')', '[)]');
});
