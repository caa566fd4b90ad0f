import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { IConfiguration } from 'dependency-cruiser';

const read = (file: string): string => readFileSync(file, 'utf8');
const tracked = execFileSync('git', ['ls-files'], { encoding: 'utf8' }).split('\n').filter(existsSync);
const programs = tracked.filter((file) => /\.(ts|mjs|py)$/.test(file));
const typescript = tracked.filter((file) => file.endsWith('.ts'));

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

  it('no test is switched off, waits for time or uses a fixed port', () => {
    const tests = typescript.filter((file) => file.startsWith('test/'));
    assert.deepEqual(found(/\b(it|describe)\.(only|skip)\b|waitForTimeout\(|\blisten\([1-9]/, tests), []);
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

describe('manifest, code and README agree', () => {
  const { commands, configuration } = readManifest().contributes;
  const readme = read('README.md');

  it('on the commands', () => {
    const table = /commandTable\b[^]*?\n\};/.exec(read('client/commands.ts'))?.[0] ?? '';
    const registered = [...table.matchAll(/^ {2}(\w+):/gm)].map(([, name]) => `routescope.${name}`);
    assert.deepEqual(commands.map(({ command }) => command).toSorted(), registered.toSorted());
    assert.deepEqual(
      commands.map(({ title }) => title).filter((title) => !readme.includes(title)),
      [],
    );
  });

  it('on the settings', () => {
    const contributed = Object.keys(configuration.properties).toSorted();
    const inCode = [...read('client/settings.ts').matchAll(/\bread\('([\w.]+)'/g)].map(
      ([, name]) => `routescope.${name}`,
    );
    // The language client reads this one by the name it is given.
    inCode.push('routescope.trace.server');
    assert.deepEqual(inCode.toSorted(), contributed);
    const rows = [...readme.matchAll(/^\| `(routescope\.[\w.]+)` \| `([^`]*)` \|/gm)];
    assert.deepEqual(
      rows.map(([, name, value]) => `${name} ${value}`).toSorted(),
      contributed.map((name) => `${name} ${configuration.properties[name]?.default}`),
    );
  });

  it('on the diagnostics, each of which has a test', () => {
    const codes = globSync('server/language/rules/*.ts')
      .map((file) => basename(file, '.ts'))
      .filter((name) => name !== 'rule' && name !== 'rules')
      .toSorted();
    assert(codes.length >= 10);
    const rows = [...readme.matchAll(/<a id="([\w-]+)"><\/a>`\1`/g)].map(([, code = '']) => code);
    assert.deepEqual(rows.toSorted(), codes);
    const tests = globSync('test/language/**/*.test.ts').map(read).join('\n');
    assert.deepEqual(
      codes.filter((code) => !tests.includes(code)),
      [],
    );
  });

  it('on the formats, each of which has a definition beside its outline', () => {
    const union = /type FormatName =([^;]+);/.exec(read('core/api.ts'))?.[1] ?? '';
    const formats = [...union.matchAll(/'([\w-]+)'/g)].map(([, name = '']) => name);
    const outlines = globSync('test/formats/fixtures/*.outline.json').map(read);
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

function readManifest(): Manifest {
  return JSON.parse(read('package.json')) as Manifest;
}
