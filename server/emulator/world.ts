import { randomBytes } from 'node:crypto';

/** What the emulator takes from outside, so that tests can hold it still: clock, timers and chance. */
export interface World {
  /** Epoch milliseconds. */
  now(): number;
  /** Runs once after the delay, unless the returned function is called before; never keeps a process alive. */
  after(milliseconds: number, run: () => void): () => void;
  randomBytes(count: number): Buffer;
}

/** The real clock, timers and chance. */
export const realWorld: World = {
  now: Date.now,
  after: (milliseconds, run) => {
    const timer = setTimeout(run, milliseconds).unref();
    return () => clearTimeout(timer);
  },
  randomBytes: takeRandomBytes,
};

let randomPool = Buffer.alloc(0);

/** Asking the system for a few bytes costs as much as for many. */
function takeRandomBytes(count: number): Buffer {
  if (randomPool.length < count) randomPool = randomBytes(4096);
  const taken = randomPool.subarray(0, count);
  randomPool = randomPool.subarray(count);
  return taken;
}
