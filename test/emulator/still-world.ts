import type { World } from '../../server/emulator/world.ts';

/** A world whose time passes only when it is told to, and whose chance is a count. */
export interface StillWorld extends World {
  /** Lets time pass and runs what is due. */
  pass(milliseconds: number): void;
}

/** Makes a still world; it is 16 May 2022, 17:30:17.711 UTC. */
export function stillWorld(): StillWorld {
  let now = 1_652_722_217_711;
  let count = 0;
  const timers = new Set<{ readonly at: number; readonly run: () => void }>();
  return {
    now: () => now,
    after: (milliseconds, run) => {
      const timer = { at: now + milliseconds, run };
      timers.add(timer);
      return () => timers.delete(timer);
    },
    randomBytes: (bytes) => {
      count += 1;
      return Buffer.alloc(bytes, count);
    },
    pass: (milliseconds) => {
      const end = now + milliseconds;
      for (;;) {
        const [due] = [...timers].filter(({ at }) => at <= end).toSorted((a, b) => a.at - b.at);
        if (!due) break;
        timers.delete(due);
        now = Math.max(now, due.at);
        due.run();
      }
      now = end;
    },
  };
}
