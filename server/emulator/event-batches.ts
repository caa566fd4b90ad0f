import type { EmulatorEvent } from '../../core/contracts/emulator.ts';

/** Collects events and sends them on together. */
export interface EventBatches {
  readonly add: (event: EmulatorEvent) => void;
  /** Sends what is there now. */
  readonly flush: () => Promise<void>;
}

/** About a frame of a screen. */
const batchMilliseconds = 16;
/** A batch of so many is sent at once. */
const mostEvents = 500;

/** Sends events on in order, at most once a screen frame, and the next batch when the one before has gone. */
export function batchEvents(send: (batch: readonly EmulatorEvent[]) => Promise<void>): EventBatches {
  let waiting: EmulatorEvent[] = [];
  let timer: NodeJS.Timeout | undefined;
  let sending = Promise.resolve();
  const flush = (): Promise<void> => {
    clearTimeout(timer);
    timer = undefined;
    if (waiting.length > 0) {
      const batch = waiting;
      waiting = [];
      // A parent that is gone takes no more events; the process ends by its `disconnect`.
      sending = sending.then(() => send(batch)).catch(() => undefined);
    }
    return sending;
  };
  return {
    add: (event) => {
      waiting.push(event);
      if (waiting.length >= mostEvents) void flush();
      else timer ??= setTimeout(() => void flush(), batchMilliseconds);
    },
    flush,
  };
}
