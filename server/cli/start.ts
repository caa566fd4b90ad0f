import { once } from 'node:events';
import { watch } from 'chokidar';
import type { EmulatorEvent, RunnableApi } from '../../core/contracts/emulator.ts';
import { placeAt } from '../../core/formats/file-at.ts';
import { startGateway } from '../emulator/gateway.ts';
import { chooseApis } from './choose-apis.ts';
import {
  nothingFound,
  readDefinitionFile,
  readDefinitionFiles,
  type DefinitionFile,
} from './definition-files.ts';
import { eventPrinter } from './event-printer.ts';
import { Failure } from './failure.ts';

/** The options of `routescope start`. */
export interface StartOptions {
  readonly api?: string;
  readonly stage?: string;
  readonly port: number;
  readonly allowOrigin: readonly string[];
  readonly json?: boolean;
}

/** Runs the APIs of a file or folder until Ctrl-C; a changed file is served from the next message on. */
export async function start(path: string, options: StartOptions): Promise<number> {
  let files = await readDefinitionFiles(path);
  const chosen = runnableIn(files);
  const interrupted = Promise.race(['SIGINT', 'SIGTERM', 'SIGHUP'].map((signal) => once(process, signal)));
  const emit = options.json ? printJson : eventPrinter(process.stdout);
  const gateway = await startGateway({
    apis: chosen,
    port: options.port,
    runHandlers: true,
    allowedOrigins: options.allowOrigin,
    emit,
  });
  const watcher = watch(
    [
      ...new Set(
        chosen.map(({ file }) => file).concat(files.flatMap(({ reading }) => [...reading.lookedAt])),
      ),
    ],
    {
      ignoreInitial: true,
      depth: 0,
    },
  );
  // Some editors save by putting a new file in the old one's place.
  for (const event of ['change', 'add'] as const) watcher.on(event, (changed) => void reread(changed));
  await interrupted;
  // Who presses Ctrl-C again does not want to wait for the handlers of $disconnect.
  process.once('SIGINT', () => process.exit(130));
  await watcher.close();
  await gateway.stop();
  return 0;

  function runnableIn(read: readonly DefinitionFile[]): RunnableApi[] {
    if (!read.some(({ reading }) => reading.apis.length > 0)) throw new Failure(nothingFound(path, read), 1);
    for (const { name, reading } of read) {
      for (const { message, span } of reading.problems) {
        process.stderr.write(`${name}:${placeAt(reading, span.start).line}: ${message}\n`);
      }
    }
    return chooseApis(read, options);
  }

  async function reread(changed: string): Promise<void> {
    try {
      files = await Promise.all(
        files.map(async (file) =>
          file.path === changed || file.reading.lookedAt.has(changed)
            ? readDefinitionFile(file.name, file.reading)
            : file,
        ),
      );
      gateway.run(runnableIn(files));
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      process.stderr.write(`routescope: ${reason} The last good definition is still served.\n`);
    }
  }
}

function printJson(event: EmulatorEvent): void {
  process.stdout.write(`${JSON.stringify(event)}\n`);
}
