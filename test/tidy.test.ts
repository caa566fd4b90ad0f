import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { IConfiguration } from 'dependency-cruiser';
import { diagnostics } from '../server/language/rules/rules.ts';

const read = (file: string): string => readFileSync(file, 'utf8');
const tracked = execFileSync('git', ['ls-files'], { encoding: 'utf8' }).split('\n').filter(existsSync);
// Definitions in code are written as other people do.
const own = tracked.filter((file) => !file.startsWith('test/formats/fixtures/'));
const programs = own.filter((file) => /\.(ts|mjs|py)$/.test(file));
const typescript = own.filter((file) => file.endsWith('.ts'));

/** Lines of files that a pattern finds, as `file:line: text`; the house rules name themselves and are not searched. */
function found(pattern: RegExp, files: readonly string[]): string[] {
  return files
    .filter((file) => file !== 'test/tidy.test.ts' && !file.endsWith('.png'))
    .flatMap((file) =>
      read(file)
        .split('\n')
        .flatMap((line, index) => (pattern.test(line) ? [`${file}:${index + 1}: ${line.trim()}`] : [])),
    );
}

/** Code without the texts between backticks and quotes: what a handler in a test does is its own affair. */
function withoutTexts(code: string): string {
  return code.replace(/`[^`]*`|'[^'\n]*'|"[^"\n]*"/g, '');
}

describe('house rules', () => {
  it('no file is longer than 300 lines', () => {
    const long = programs
      .map((file) => ({ file, lines: read(file).trimEnd().split('\n').length }))
      .filter(({ lines }) => lines > 300);
    assert.deepEqual(long, []);
  });

  it('files are kebab-case and named after what they are', () => {
    const vague = /(^|-)(utils?|helpers?|common|misc|types|manager|service)(-|\.|$)/;
    const wrong = programs.filter((file) => {
      const name = basename(file);
      return !/^[a-z0-9-]+(\.test)?\.(ts|mjs|py)$/.test(name) || vague.test(name) || name === 'index.ts';
    });
    assert.deepEqual(wrong, []);
  });

  it('a file gives what it defines, by name', () => {
    assert.deepEqual(found(/^export (\*|(type )?\{[^}]*\}) from|^export default/, typescript), []);
  });

  it('core knows no clock and no randomness', () => {
    const core = typescript.filter((file) => file.startsWith('core/'));
    assert.deepEqual(found(/\bDate\.now\b|\bnew Date\(\)|\bMath\.random\b|\bperformance\./, core), []);
  });

  const tests = typescript.filter((file) => file.startsWith('test/'));

  it('no test is switched off or uses a fixed port', () => {
    assert.deepEqual(found(/\b(it|describe)\.(only|skip)\b|\blisten\([1-9]/, tests), []);
  });

  it('no test waits for time', () => {
    // VS Code has no event for new hints and lenses, so the suite inside it has to ask again.
    const mayAskAgain = new Set(['test/desktop/eventually.ts']);
    const waiting = /\b(waitForTimeout|setTimeout|setInterval)\(|timers\/promises/;
    const files = tests.filter((file) => !mayAskAgain.has(file) && file !== 'test/tidy.test.ts');
    assert.deepEqual(
      files.filter((file) => waiting.test(withoutTexts(read(file)))),
      [],
    );
  });

  it('nothing names the machine that it was written on, or a package registry', () => {
    assert.deepEqual(
      found(/\/(root|home)\/\w|\/work\/(main|wt|shared|brief)\b|registry\.\w+\.\w+/, tracked),
      [],
    );
    assert.deepEqual(found(/"resolved": "http/, ['package-lock.json']), []);
  });
});

describe('layers', () => {
  it('every import goes where the design lets it, and none in a circle', async () => {
    const { forbidden, options } = JSON.parse(read('.dependency-cruiser.json')) as IConfiguration;
    assert(forbidden && options);
    // Its top-level await keeps mocha from loading it with the file.
    const { cruise } = await import('dependency-cruiser');
    const { output } = await cruise(['client', 'core', 'server'], {
      ...options,
      ruleSet: { forbidden },
      validate: true,
    });
    assert(typeof output === 'object');
    assert.deepEqual(
      output.summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`),
      [],
    );
  });
});

describe('packages', () => {
  const manifest = readManifest();

  it('exactly one vscode-jsonrpc is installed', () => {
    const { packages } = JSON.parse(read('package-lock.json')) as { packages: Record<string, unknown> };
    const copies = Object.keys(packages).filter((path) => path.endsWith('node_modules/vscode-jsonrpc'));
    assert.deepEqual(copies, ['node_modules/vscode-jsonrpc']);
  });

  it('the API that is compiled against is the oldest that is supported', () => {
    assert.equal(manifest.engines.vscode, `^${manifest.devDependencies['@types/vscode']}`);
  });

  it('versions are exact and nothing is shipped beside the bundles', () => {
    assert.equal(manifest.dependencies, undefined);
    const loose = Object.entries(manifest.devDependencies).filter(
      ([, version]) => !/^(npm:.+@)?\d+\.\d+\.\d+(-[\w.]+)?$/.test(version),
    );
    assert.deepEqual(loose, []);
  });
});

// What code and manifest have in common is checked beside the client's tests, in manifest.test.ts.
describe('the README tells', () => {
  const { commands, configuration } = readManifest().contributes;
  const readme = read('README.md');
  const section = (heading: string): string => readme.split(`\n## ${heading}\n`)[1]?.split('\n## ')[0] ?? '';

  it('every command', () => {
    const rows = [...section('Commands').matchAll(/^\| ([^|]+) \|/gm)].map(([, titles = '']) => titles);
    const told = rows.slice(1).flatMap((titles) => titles.split(', '));
    assert.deepEqual(told.toSorted(), commands.map(({ title }) => title).toSorted());
  });

  it('every setting with its default', () => {
    const rows = [...section('Settings').matchAll(/^\| `(routescope\.[\w.]+)` \| `([^`]*)` \|/gm)];
    assert.deepEqual(
      rows.map(([, name, value]) => `${name} ${value}`).toSorted(),
      Object.entries(configuration.properties)
        .map(([name, setting]) => `${name} ${shown(setting.default)}`)
        .toSorted(),
    );
  });

  it('every diagnostic', () => {
    const rows = [...section('Diagnostics').matchAll(/^\| <a id="([\w-]+)"><\/a>`\1` \| (\w+) \|/gm)];
    assert.deepEqual(
      rows.map(([, code, severity]) => `${code} ${severity}`).toSorted(),
      diagnostics.map(({ code, severity }) => `${code} ${severity}`).toSorted(),
    );
  });
});

describe('formats', () => {
  it('each has a definition beside its outline', () => {
    const union = /type FormatName =([^;]+);/.exec(read('core/api.ts'))?.[1] ?? '';
    const formats = [...union.matchAll(/'([\w-]+)'/g)].map(([, name = '']) => name);
    const outlines = globSync('test/formats/fixtures/**/*.outline.json').map(read);
    const shown = new Set(
      outlines.flatMap((text) => [...text.matchAll(/"format": "([\w-]+)"/g)].map(([, name = '']) => name)),
    );
    assert.deepEqual([...shown].toSorted(), formats.toSorted());
  });
});

interface Manifest {
  readonly engines: { readonly vscode: string };
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
  readonly contributes: {
    readonly commands: readonly { readonly command: string; readonly title: string }[];
    readonly configuration: {
      readonly properties: Readonly<Record<string, { readonly default: string | number | boolean }>>;
    };
  };
}

/** The manifest as an English VS Code shows it. */
function readManifest(): Manifest {
  const english: Readonly<Record<string, string>> = JSON.parse(read('package.nls.json'));
  const text = read('package.json').replace(/"%([\w.-]+)%"/g, (_, key: string) =>
    JSON.stringify(english[key]),
  );
  return JSON.parse(text) as Manifest;
}

/** A setting's default as README writes it. */
function shown(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}
