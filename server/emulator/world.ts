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
  randomBytes,
};
