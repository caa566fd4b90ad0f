import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { firstGlobs } from '../../client/definition-globs.ts';
import { diagnostics } from '../../server/language/rules/rules.ts';
import { chooseable } from '../../server/language/severities.ts';
import manifest from '../../package.json' with { type: 'json' };
import { tokenTypes } from '../../server/language/semantic-tokens.ts';

const { contributes } = manifest;
const commands = contributes.commands.map(({ command }) => command);

describe('the manifest', () => {
  it('declares the commands that the code registers', () => {
    const table = readFileSync('client/commands.ts', 'utf8').split('commandTable')[1]?.split('\n};')[0] ?? '';
    const registered = [...table.matchAll(/^ {2}(\w+): /gm)].map(([, name]) => `routescope.${name}`);
    assert.deepEqual(registered.toSorted(), commands.toSorted());
  });

  it('uses only commands of its own in menus, and says for each where the palette offers it', () => {
    const used = Object.values(contributes.menus).flatMap((items) => items.map(({ command }) => command));
    assert.deepEqual(
      used.filter((command) => !commands.includes(command)),
      [],
    );
    const always = ['routescope.openSettings', 'routescope.showLog'];
    const conditional = contributes.menus.commandPalette.map(({ command }) => command);
    assert.deepEqual([...conditional, ...always].toSorted(), commands.toSorted());
  });

  it('uses only `when` keys that the code sets', () => {
    const code = readFileSync('client/follow-changes.ts', 'utf8');
    const set = new Set(
      [...code.matchAll(/'((?:is|has)[A-Z]\w+)'/g)].map(([, name]) => `routescope.${name}`),
    );
    const used = JSON.stringify(contributes).matchAll(/(?<!command:)routescope\.(?:is|has)[A-Z]\w+/g);
    assert.deepEqual([...new Set([...used].map(([key]) => key))].toSorted(), [...set].toSorted());
  });

  it('declares the settings that the code reads, with the same defaults', () => {
    const code = readFileSync('client/settings.ts', 'utf8');
    const read = [...code.matchAll(/read\('([\w.]+)', ([^)]+)\)/g)].map(([, name, value]) => [
      `routescope.${name}`,
      JSON.parse(value ?? ''),
    ]);
    // The language client reads the setting of its trace by itself, the language server that of its rules.
    const declared = Object.entries(contributes.configuration.properties)
      .filter(([name]) => !['routescope.trace.server', 'routescope.rules'].includes(name))
      .map(([name, setting]) => [name, setting.default]);
    assert.deepEqual(Object.fromEntries(read), Object.fromEntries(declared));
  });

  it('maps every semantic token type that the server tells to scopes of themes', () => {
    const declared = contributes.semanticTokenTypes.map(({ id }) => id);
    assert.deepEqual(declared, [...tokenTypes]);
    const scopes = contributes.semanticTokenScopes.flatMap((one) => Object.keys(one.scopes));
    assert.deepEqual(scopes, [...tokenTypes]);
  });

  it('is activated by the files that are then looked into', () => {
    const globs = manifest.activationEvents.flatMap((event) => event.split('workspaceContains:')[1] ?? []);
    assert.deepEqual(globs, firstGlobs);
  });

  it('knows every diagnostic and severity in the setting of rules', () => {
    const { propertyNames, additionalProperties } = contributes.configuration.properties['routescope.rules'];
    assert.deepEqual(propertyNames.enum.toSorted(), diagnostics.map(({ code }) => code).toSorted());
    assert.deepEqual(additionalProperties.enum, chooseable);
  });

  it('names files that are there', () => {
    const files = [
      manifest.icon,
      ...contributes.viewsContainers.activitybar.map(({ icon }) => icon),
      ...contributes.grammars.map(({ path }) => path),
    ];
    assert.deepEqual(
      files.filter((file) => !existsSync(file)),
      [],
    );
  });
});
