import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { getL10nJson } from '@vscode/l10n-dev';

/** The languages of the interface besides English, as VS Code names them. */
const languages = ['pt-br', 'es', 'zh-tw'];

type Sentences = Readonly<Record<string, string>>;

const read = (path: string): Sentences => JSON.parse(readFileSync(path, 'utf8'));

/** What no translation may lose: places for values, code, and links to commands. */
function fixedParts(sentence: string): string[] {
  return [...sentence.matchAll(/\{\w+\}|`[^`]+`|\(command:[^)]+\)|\$\([\w-]+\)/g)]
    .map(([part]) => part)
    .toSorted();
}

function checkTranslation(english: Sentences, translated: Sentences): void {
  assert.deepEqual(Object.keys(translated).toSorted(), Object.keys(english).toSorted());
  for (const [key, sentence] of Object.entries(english)) {
    const translation = translated[key] ?? '';
    assert.notEqual(translation.trim(), '', key);
    assert.deepEqual(fixedParts(translation), fixedParts(sentence), key);
  }
}

describe('translations', () => {
  const english = read('l10n/bundle.l10n.json');
  const manifest = read('package.nls.json');

  it('have every sentence of the code; `npm run translations` collects them', async function () {
    this.timeout(60_000);
    const files = globSync(['client/**/*.ts', 'core/**/*.ts', 'server/**/*.ts']).toSorted();
    const found = await getL10nJson(
      files.map((file) => ({ contents: readFileSync(file, 'utf8'), extension: '.ts' })),
    );
    assert.deepEqual(Object.keys(found).toSorted(), Object.keys(english).toSorted());
  });

  it('have every sentence of package.json', () => {
    const used = [...readFileSync('package.json', 'utf8').matchAll(/"%([\w.-]+)%"/g)].map(
      ([, key = '']) => key,
    );
    assert.deepEqual([...new Set(used)].toSorted(), Object.keys(manifest).toSorted());
  });

  for (const language of languages) {
    it(`are complete in ${language}`, () => {
      checkTranslation(english, read(`l10n/bundle.l10n.${language}.json`));
      checkTranslation(manifest, read(`package.nls.${language}.json`));
    });
  }
});
