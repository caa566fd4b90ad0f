import type { Api } from '../core/api.ts';
import { readDefinitions } from '../core/formats/formats.ts';
import type { Sample } from '../core/sample.ts';
import { complete } from '../server/language/completion.ts';
import { diagnose } from '../server/language/diagnose.ts';
import { inlayHints } from '../server/language/inlay-hints.ts';
import type { KnownFile } from '../server/language/known-file.ts';
import { samplesOf } from '../server/language/samples.ts';
import { startEditor } from '../test/language/editor.ts';
import { longTemplate } from './long-template.ts';
import { median, percentile, type Row } from './row.ts';

const path = '/project/template.yaml';
const uri = `file://${path}`;
const keystrokes = 100;

/** About as many lines as it says. */
const sizes: readonly (readonly [lines: number, text: string])[] = [
  [100, longTemplate(3, 11)],
  [1000, longTemplate(30, 11)],
  [10_000, longTemplate(300, 11)],
];

const files = Array.from({ length: 10 }, (_, index): Sample => ({
  name: `s${index}`,
  text: `{"action":"action${index}"}`,
  source: 'file',
}));

/** From a keystroke to what the editor shows of it, in process and through the server's own process. */
export async function* language(): AsyncGenerator<Row> {
  const perKeystroke: number[] = [];
  for (const [lines, text] of sizes) {
    const what = `${lines} lines`;
    yield { text: `${what}: read and judged when opened, ms`, value: timeOf(() => judged(fileOf(text))) };
    const before = memory();
    const { shown, offered } = typed(text);
    const shownAtMost = percentile(shown, 95);
    perKeystroke.push(median(shown));
    yield { text: `${what}: keystroke to hints and diagnostics, p50 ms`, value: median(shown) };
    yield {
      text: `${what}: keystroke to hints and diagnostics, p95 ms`,
      value: shownAtMost,
      goal: { text: 'below 20', met: shownAtMost < 20 },
    };
    const offeredAtMost = percentile(offered, 95);
    yield {
      text: `${what}: completion, p95 ms`,
      value: offeredAtMost,
      goal: { text: 'below 10', met: offeredAtMost < 10 },
    };
    yield { text: `${what}: more memory after ${keystrokes} keystrokes, MB`, value: memory() - before };
    yield* throughServer(what, text);
  }
  const [, small = Number.NaN, large = Number.NaN] = perKeystroke;
  yield { text: 'a keystroke in 10,000 lines : in 1,000', value: large / small };
}

/** The template with one more letter in a route key in the middle, at every keystroke. */
function* edits(text: string): Generator<string> {
  const keys = [...text.matchAll(/RouteKey: action\d+/g)];
  const key = keys[keys.length >> 1];
  const at = (key?.index ?? 0) + (key?.[0].length ?? 0);
  for (let count = 1; count <= keystrokes; count++) {
    yield `${text.slice(0, at)}${'x'.repeat(count % 12)}${text.slice(at)}`;
  }
}

function typed(text: string): { readonly shown: readonly number[]; readonly offered: readonly number[] } {
  let file = fileOf(text);
  const shown: number[] = [];
  const offered: number[] = [];
  for (const edited of edits(text)) {
    shown.push(
      timeOf(() => {
        file = fileOf(edited, file);
        judged(file);
      }),
    );
    const expression = file.reading.apis[0]?.routeSelectionExpression?.span.end ?? 0;
    offered.push(timeOf(() => complete(file, expression)));
  }
  return { shown, offered };
}

function fileOf(text: string, previous?: KnownFile): KnownFile {
  return {
    uri,
    path,
    root: '/project',
    text,
    reading: readDefinitions(path, text, previous?.reading),
    samplesOf: (api: Api) => samplesOf(api, text, files),
    runningOf: () => undefined,
    circumstances: {},
  };
}

function judged(file: KnownFile): number {
  const found = diagnose(file.reading, file.samplesOf, file.circumstances);
  return found.length + inlayHints(file, { start: 0, end: file.text.length }).length;
}

async function* throughServer(what: string, text: string): AsyncGenerator<Row> {
  const editor = await startEditor();
  try {
    const opened = editor.diagnostics(uri, 1);
    await editor.open(uri, text);
    await opened;
    const times: number[] = [];
    let version = 1;
    for (const edited of edits(text)) {
      version += 1;
      const told = editor.diagnostics(uri, version);
      const start = performance.now();
      await editor.replace(uri, version, edited);
      await told;
      times.push(performance.now() - start);
    }
    yield { text: `${what}: keystroke to diagnostics through the server, p50 ms`, value: median(times) };
    yield {
      text: `${what}: keystroke to diagnostics through the server, p95 ms`,
      value: percentile(times, 95),
    };
  } finally {
    await editor.close();
  }
}

function memory(): number {
  return process.memoryUsage().heapUsed / 1_000_000;
}

function timeOf(task: () => unknown): number {
  const start = performance.now();
  task();
  return performance.now() - start;
}
