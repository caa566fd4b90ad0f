import assert from 'node:assert/strict';
import { readShell } from '../../core/syntax/shell.ts';
import { showPlaces, showStatements } from './show-script.ts';

function check(source: string, expected: string): void {
  it(JSON.stringify(source), () => assert.equal(showStatements(readShell(source).statements), expected));
}

/** The second word of a command and, character by character, the source that stands for it. */
function checkPlaces(word: string, value: string, places: string): void {
  it(JSON.stringify(word), () => {
    const source = `x ${word}`;
    const { statements } = readShell(source);
    assert.equal(showStatements(statements), `[x] [${value}]`);
    const [command] = statements;
    assert.ok(command?.kind === 'command' && command.words[1]);
    assert.equal(showPlaces(source, command.words[1]), places);
  });
}

describe('words of a POSIX shell', () => {
  checkPlaces('ab', 'ab', 'a·b');
  checkPlaces(String.raw`a\$b`, 'a$b', String.raw`a·\$·b`);
  checkPlaces("'$a b'", '$a b', '$·a· ·b');
  checkPlaces(String.raw`'it'\''s'`, "it's", String.raw`i·t·'\''·s`);
  checkPlaces(`"a'b"`, "a'b", "a·'·b");
  checkPlaces(String.raw`"\$\"\a"`, String.raw`$"\a`, String.raw`\$·\"·\·a`);
  checkPlaces('"$a.b"', '{a}.b', '$a·.·b');
  checkPlaces('"${a}b"', '{a}b', '${a}·b');
  checkPlaces('$a/b', '{a}/b', '$a·/·b');
  checkPlaces("$'a\\'b\\x24\\n'", "a'b$\n", String.raw`a·\'·b·\x24·\n`);
  checkPlaces(`a'b'"c"`, 'abc', `a·b·c`);
  checkPlaces('a\\\nb', 'ab', 'a\\\n·b');
  checkPlaces('"a\\\nb"', 'ab', 'a\\\n·b');
  checkPlaces('$(y z)c', '{([y] [z])}c', '$(y z)·c');
  checkPlaces('`y z`c', '{([y] [z])}c', '`y z`·c');
  checkPlaces('"$(y "z)")"', '{([y] [z)])}', '$(y "z)")');
  checkPlaces('${a:-b}', '{a:-[b]}', '${a:-b}');
  checkPlaces(`"\${a:-'b'$c}"`, '{a:-[b{c}]}', "${a:-'b'$c}");
  checkPlaces('${a[@]}', '{a...}', '${a[@]}');
  checkPlaces('${a%%:*}', '{?}', '${a%%:*}');
  checkPlaces('${request.body.a}', '{request.body.a}', '${request.body.a}');
  checkPlaces('$((1 + 2))', '{?}', '$((1 + 2))');
  checkPlaces('$1$@', '{1}{@...}', '$1·$@');
  checkPlaces('a#b', 'a#b', 'a·#·b');
  checkPlaces("''", '', '');
  checkPlaces('$', '$', '$');
});

describe('statements of a POSIX shell', () => {
  check('a b \\\n  c # d\ne', '[a] [b] [c] ; [e]');
  check('a && b || c; d & e\n', '[a] ; [b] ; [c] ; [d] ; [e]');
  check("A=1 B='2 3' c", 'A=[1] ; B=[2 3] ; [c]');
  check('A=$(b --c d)', 'A=[{([b] [--c] [d])}]');
  check('export A=b C', 'A=[b] ; [export] [C]');
  check('A=(b "c d")\nA+=(e)', 'A=([b] [c d]) ; A+=([e])');
  check('a | b -r .C > d.json 2>&1', '[a] | [b] [-r] [.C] > [d.json]');
  check('a <<< "$b" 2>/dev/null', '[a] << [{b}]');
  check('a > f <<\'E\' && b\n{"$c"}\nE\nd', '[a] << [{"$c"}\n] > [f] ; [b] ; [d]');
  check('a <<E\n\\$b$c\nE\nd', '[a] << [$b{c}\n] ; [d]');
  check('a <<-E\n\tb\n\tE\nd', '[a] << [\tb\n] ; [d]');
  check('if ! a; then b; else c; fi', '[a] ; [b] ; [c]');
  check('if [[ -z "$a" && b < c ]]; then d; fi', '[d]');
  check('for a in b "c d"; do e $a; done; f', 'for a in [b] [c d] do [e] [{a}] done ; [f]');
  check('for a in b\ndo\n  while c; do d; done\ndone\ne', 'for a in [b] do [c] ; [d] done ; [e]');
  check('for ((i = 0; i < 3; i++)); do a; done', '[a]');
  check('a() {\n  local b=$1\n  c "$b"\n}\na d', 'a() { b=[{1}] ; [local] ; [c] [{b}] } ; [a] [d]');
  check('function a { b; }', 'a() { [b] }');
  check('case "$1" in\n  a|b) c ;;\n  *) d ;;\nesac\ne', '[c] ; [d] ; [e]');
  check('(cd a && b) && c', '( [cd] [a] ; [b] ) ; [c]');
  check('a\r\nb c\r\n', '[a] ; [b] [c]');
  check('a $(b', '[a] [{([b])}]');
  check("a 'b\nc", '[a] [b\nc]');
  check(')', '');
});
