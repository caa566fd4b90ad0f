import type { EmulatorEvent } from '../core/contracts/emulator.ts';

/** A line for the output channel. */
export interface LogLine {
  readonly text: string;
  readonly level: 'info' | 'warning' | 'error';
}

/** What functions wrote and what the emulator has to say: the rest of the events is in the panel. */
export function logLines(events: readonly EmulatorEvent[]): readonly LogLine[] {
  return events.flatMap((event): LogLine[] => {
    if (event.type === 'notice') return [{ text: event.text, level: event.level }];
    if (event.type === 'log') return [{ text: `${event.function}: ${event.text.trimEnd()}`, level: 'info' }];
    return [];
  });
}
