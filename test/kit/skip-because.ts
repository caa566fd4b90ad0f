import type { Context } from 'mocha';

/** Skips the running test or suite, with a line that says why. */
export function skipBecause(context: Context, reason: string): never {
  console.log(`      skipped: ${reason}`);
  return context.skip();
}
