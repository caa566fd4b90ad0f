import type { WriteStream } from 'node:tty';
import { styleText } from 'node:util';
import type { EmulatorEvent, Ready } from '../../core/contracts/emulator.ts';
import type { Hit } from '../../core/routing/trace.ts';

type Style = Parameters<typeof styleText>[0];

/** Prints events for people, one line each: in colour on a terminal, plain elsewhere. */
export function eventPrinter(
  output: NodeJS.WriteStream & Partial<WriteStream>,
): (event: EmulatorEvent) => void {
  const colour = (style: Style, text: string) => styleText(style, text, { stream: output });
  const clock = (at: number) => colour('dim', new Date(at).toTimeString().slice(0, 8));
  const line = (at: number, ...words: readonly string[]) => [clock(at), ...words].join('  ');

  return (event) => {
    for (const text of linesOf(event)) output.write(`${printable(text)}\n`);
  };

  function linesOf(event: EmulatorEvent): readonly string[] {
    switch (event.type) {
      case 'ready':
        return readyLines(event);
      case 'connected':
        return [line(event.at, colour('green', 'open '), shortId(event.connectionId), event.api)];
      case 'disconnected': {
        const reason = [event.code, event.reason].filter(Boolean).join(' ');
        return [line(event.at, colour('yellow', 'close'), shortId(event.connectionId), reason)];
      }
      case 'frame': {
        const arrow = event.direction === 'in' ? colour('cyan', '  →  ') : colour('magenta', '  ←  ');
        return [line(event.at, arrow, shortId(event.connectionId), oneLine(event.text))];
      }
      case 'hit':
        return [hitLine(event.hit)];
      case 'log':
        return [
          line(
            event.at,
            colour('dim', event.stream === 'stderr' ? ' err ' : ' log '),
            event.function,
            event.text.trimEnd(),
          ),
        ];
      case 'notice':
        return [line(event.at, colour(event.level === 'error' ? 'red' : 'yellow', event.level), event.text)];
    }
  }

  function readyLines({ apis }: Ready): readonly string[] {
    const rows = apis.map(({ name, url, connections }) => [
      colour('bold', name),
      `  connect  ${colour('cyan', url)}`,
      `  post     ${connections}/@connections/{connectionId}`,
    ]);
    return [...rows.flat(), colour('dim', 'Ctrl-C stops it; a changed definition is served at once.'), ''];
  }

  function hitLine({ at, connectionId, route, value, result, milliseconds, ok }: Hit): string {
    const evaluated = value === null ? '' : ` (${JSON.stringify(value)})`;
    const outcome = `${result}, ${Math.round(milliseconds)} ms`;
    const where = colour(ok ? 'green' : 'red', `${route ?? 'no route'}${evaluated}`);
    return line(
      at,
      colour(ok ? 'green' : 'red', ok ? '  ✓  ' : '  ✗  '),
      shortId(connectionId),
      `${where}: ${outcome}`,
    );
  }
}

/** Control characters but for line ends, tabs and colours: what clients send must not steer the person's terminal. */
// oxlint-disable-next-line no-control-regex -- colours begin with the escape character
const steering = /(?!\u001b\[\d+(?:;\d+)*m)(?![\n\t])\p{Cc}/gu;

function printable(text: string): string {
  return text.replaceAll(
    steering,
    (character) => `\\x${(character.codePointAt(0) ?? 0).toString(16).padStart(2, '0')}`,
  );
}

/** Enough of a connection's id to tell connections apart by eye. */
function shortId(connectionId: string): string {
  return connectionId.slice(0, 6);
}

function oneLine(text: string): string {
  const flat = text.replaceAll(/\s+/g, ' ');
  return flat.length > 160 ? `${flat.slice(0, 159)}…` : flat;
}
