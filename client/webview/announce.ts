import type { PanelState } from '../../core/contracts/panel.ts';

/** What a screen reader should say of a change of state; undefined where nothing important changed. */
export function announce(before: PanelState | null, after: PanelState): string | undefined {
  if (before === null) return undefined;
  const sentences = [runSentence(before, after), ...connectionSentences(before, after)].filter(
    (sentence) => sentence !== undefined,
  );
  return sentences.length === 0 ? undefined : sentences.join(' ');
}

function runSentence(before: PanelState, { run }: PanelState): string | undefined {
  if (before.run.state === run.state) return undefined;
  switch (run.state) {
    case 'stopped':
      return 'Stopped.';
    case 'starting':
      return 'Starting.';
    case 'running':
      return `Running at ${run.url}.`;
    case 'failed':
      return `Could not start: ${run.message}`;
  }
}

function connectionSentences(before: PanelState, after: PanelState): string[] {
  const wasOpen = new Set(before.connections.filter((one) => one.open).map((one) => one.connectionId));
  const known = new Set(before.connections.map((one) => one.connectionId));
  return after.connections.flatMap((one) => {
    const name = one.connectionId === '' ? 'Connection' : `Connection ${one.connectionId}`;
    const fate = one.connectionId === '' ? 'refused' : 'closed';
    if (one.open && !known.has(one.connectionId)) return [`${name} opened.`];
    if (!one.open && (wasOpen.has(one.connectionId) || !known.has(one.connectionId)))
      return [`${name} ${fate}${one.ended === undefined ? '' : `: ${one.ended}`}.`];
    return [];
  });
}
