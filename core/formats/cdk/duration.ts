import type { Value } from '../../script/value.ts';
import { lastName } from '../constructs/names.ts';

const units: Readonly<Record<string, number>> = {
  millis: 0.001,
  seconds: 1,
  minutes: 60,
  hours: 3600,
  days: 86_400,
};

/** The seconds of a `Duration`; undefined where the program does not tell. */
export function durationIn(value: Value): number | undefined {
  if (value.kind !== 'made' || !/\bDuration\.\w+$/.test(value.path)) return undefined;
  const unit = units[lastName(value.path)];
  const amount = value.positional[0]?.value;
  return unit !== undefined && amount?.kind === 'plain' ? Number(amount.value) * unit : undefined;
}
