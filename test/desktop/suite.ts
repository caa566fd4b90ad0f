import Mocha from 'mocha';

/** What VS Code calls inside its extension host; settles when every test passed. */
export async function run(): Promise<void> {
  const mocha = new Mocha({ ui: 'bdd', timeout: 60_000, color: false, forbidOnly: true });
  mocha.suite.emit('pre-require', globalThis, 'suite', mocha);
  await import('./extension.test.ts');
  await import('./language.test.ts');
  await import('./run.test.ts');
  const failures = await new Promise<number>((done) => mocha.run(done));
  if (failures > 0) throw new Error(`${failures} of the tests inside VS Code failed.`);
}
