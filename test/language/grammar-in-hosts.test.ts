import assert from 'node:assert/strict';
import { existsSync, globSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import manifest from '../../package.json' with { type: 'json' };
import { skipBecause } from '../kit/skip-because.ts';

const cache = resolve('.vscode-test');
const name = existsSync(cache) ? readdirSync(cache).find((one) => one.startsWith('code-server-')) : undefined;
const editor = join(cache, name ?? 'none', 'lib/vscode');

/** What of the editor's own library is used. */
interface Textmate {
  readonly INITIAL: unknown;
  readonly parseRawGrammar: (text: string, path: string) => unknown;
  readonly Registry: new (options: object) => {
    loadGrammar(scope: string): Promise<Tokenizer>;
  };
}

interface Tokenizer {
  tokenizeLine(
    line: string,
    state: unknown,
  ): {
    readonly tokens: readonly {
      readonly startIndex: number;
      readonly endIndex: number;
      readonly scopes: readonly string[];
    }[];
    readonly ruleStack: unknown;
  };
}

interface GrammarFile {
  readonly path: string;
  readonly scopeName: string;
  readonly injectTo?: readonly string[];
}

/** The grammars that come with the editor, by scope. */
function ownGrammars(): Map<string, string> {
  const found = new Map<string, string>();
  for (const file of globSync(join(editor, 'extensions/*/package.json'))) {
    const { contributes } = JSON.parse(readFileSync(file, 'utf8')) as {
      contributes?: { grammars?: readonly GrammarFile[] };
    };
    for (const { path, scopeName } of contributes?.grammars ?? [])
      found.set(scopeName, join(file, '..', path));
  }
  return found;
}

const ours: readonly GrammarFile[] = manifest.contributes.grammars;
// HashiCorp's grammar does not come with the editor; its strings are called so.
const hcl = {
  scopeName: 'source.hcl',
  patterns: [
    {
      begin: '"',
      end: '"',
      name: 'string.quoted.double.hcl',
      patterns: [{ match: '\\$\\$\\{', name: 'constant.character.escape.hcl' }],
    },
  ],
};

interface Loaded {
  readonly textmate: Textmate;
  readonly registry: InstanceType<Textmate['Registry']>;
}

let loaded: Promise<Loaded> | undefined;

async function loadTextmate(): Promise<Loaded> {
  const load = createRequire(join(editor, 'package.json'));
  const textmate = load('vscode-textmate') as Textmate;
  const oniguruma = load('vscode-oniguruma') as {
    loadWASM(data: Uint8Array): Promise<void>;
    OnigScanner: new (patterns: string[]) => unknown;
    OnigString: new (text: string) => unknown;
  };
  await oniguruma.loadWASM(readFileSync(load.resolve('vscode-oniguruma').replace(/main\.js$/, 'onig.wasm')));
  const files = ownGrammars();
  for (const { path, scopeName } of ours) files.set(scopeName, resolve(path));
  const registry = new textmate.Registry({
    onigLib: Promise.resolve({
      createOnigScanner: (patterns: string[]) => new oniguruma.OnigScanner(patterns),
      createOnigString: (text: string) => new oniguruma.OnigString(text),
    }),
    loadGrammar: (name: string) => {
      const path = files.get(name);
      if (name === 'source.hcl')
        return Promise.resolve(textmate.parseRawGrammar(JSON.stringify(hcl), 'hcl.json'));
      return Promise.resolve(
        path === undefined ? null : textmate.parseRawGrammar(readFileSync(path, 'utf8'), path),
      );
    },
    getInjections: (name: string) =>
      ours.filter(({ injectTo }) => injectTo?.includes(name)).map(({ scopeName }) => scopeName),
  });
  return { textmate, registry };
}

const letters: readonly (readonly [scope: RegExp, letter: string])[] = [
  [/^variable\.language\.routescope/, 'v'],
  [/^variable\.other\.property\.routescope/, 'p'],
  [/^constant\.language\.route-key/, 'k'],
  [/^punctuation\..*routescope|^keyword\.operator.*routescope/, 'o'],
  [/^constant\.numeric\.routescope/, 'n'],
  [/^constant\.character\.escape\.routescope/, 'e'],
  [/^string\.quoted.*routescope/, 's'],
  [/^support\.function\.velocity/, 'f'],
  [/^keyword\.control\.velocity/, 'c'],
];

/** Under every character of the text that we colour stands a letter; `.` is what the host language colours. */
function check(scope: string, text: string, expected: string): void {
  it(`${scope}: ${text}`, async function () {
    if (!existsSync(editor)) skipBecause(this, 'VS Code is not on this machine (npm run obtain).');
    loaded ??= loadTextmate();
    const { textmate, registry } = await loaded;
    const tokenizer = await registry.loadGrammar(scope);
    let state = textmate.INITIAL;
    const found = text.split('\n').map((line) => {
      const { tokens, ruleStack } = tokenizer.tokenizeLine(line, state);
      state = ruleStack;
      return tokens
        .map(({ startIndex, endIndex, scopes }) => {
          const letter = letters.find(([pattern]) => pattern.test(scopes.at(-1) ?? ''))?.[1] ?? '.';
          return letter.repeat(Math.min(endIndex, line.length) - startIndex);
        })
        .join('');
    });
    assert.equal(found.join('\n'), expected);
  });
}

describe('the colours of expressions in', () => {
  check('source.yaml', 'A: $request.body.action', '...ovvvvvvvvvvvvopppppp');
  check('source.yaml', "A: '${request.body.a}/x'", '....oovvvvvvvvvvvvopo...');
  check('source.yaml', 'A: !Sub "${!request.body.a}"', '.........ooovvvvvvvvvvvvopo.');
  check('source.yaml', 'A: $default # $default', '...kkkkkkkk...........');
  check('source.json', '{"A": "$request.body.a[0]"}', '.......ovvvvvvvvvvvvopono..');
  check('source.json', String.raw`{"A": "\\$default"}`, '.......eee.........');
  check('source.hcl', 'a = "$${request.body.a}"', '.....ooovvvvvvvvvvvvopo.');
  check('source.ts', "a('$request.body.a');", '...ovvvvvvvvvvvvop...');
  check('source.ts', 'a(`$request.body.a`);', '.....................');
  check('source.js', "a('$connect');", '...kkkkkkkk...');
  check('source.python', 'a="$request.body.a"', '...ovvvvvvvvvvvvop.');
  check('source.python', 'a=f"{x}$request.body.a"', '.......................');
  check('source.java', 'a("$request.body.a");', '...ovvvvvvvvvvvvop...');
  check('source.cs', 'a("$request.body.a");', '...ovvvvvvvvvvvvop...');
  check('source.shell', "a --b '$request.body.a'", '.......ovvvvvvvvvvvvop.');
  check('source.shell', 'a --b "$request.body.a"', '.......................');
  check('source.powershell', "a --b '$request.body.a'", '.......ovvvvvvvvvvvvop.');
  check('source.powershell', 'a --b "$request.body.a"', '.......................');
  check('source.batchfile', 'a --b "$request.body.a"', '.......ovvvvvvvvvvvvop.');
});

describe('the colours of mapping templates in', () => {
  check('source.yaml', "A: '{\"a\": $input.json(''$.x'')}'", '..........ovvvvvoffffossssssso..');
  check(
    'source.yaml',
    'A: |\n  #set($a = $input.path("$.x"))\n  #end',
    '....\n..cccc......ovvvvvoffffo.......\n..cccc',
  );
});
