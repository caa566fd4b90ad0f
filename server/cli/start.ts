import { once } from 'node:events';
import { watch } from 'chokidar';
import type { EmulatorEvent } from '../../core/contracts/emulator.ts';
import { startGateway } from '../emulator/gateway.ts';
import { chooseApis } from './choose-apis.ts';
import { nothingFound, readDefinitionFile, readDefinitionFiles } from './definition-files.ts';
import { eventPrinter } from './event-printer.ts';
import { Failure } from './failure.ts';

export interface StartOptions {
  readonly api?: string;
  readonly stage?: string;
  readonly port: number;
  readonly json?: boolean;
}

/** Runs the APIs of a file or folder until Ctrl-C; a changed file is served from the next message on. */
export async function start(path: string, options: StartOptions): Promise<number> {
  let files = await readDefinitionFiles(path);
  if (!files.some(({ reading }) => reading.apis.length > 0)) throw new Failure(nothingFound(path, files), 1);
  const chosen = chooseApis(files, options);
  const interrupted = Promise.race(['SIGINT', 'SIGTERM', 'SIGHUP'].map((signal) => once(process, signal)));
  const emit = options.json ? printJson : eventPrinter(process.stdout);
  const gateway = await startGateway({ apis: chosen, port: options.port, runHandlers: true, emit });
  const watcher = watch([...new Set(chosen.map(({ file }) => file))], { ignoreInitial: true });
  watcher.on('change', (changed) => void reread(changed));
  await interrupted;
  // Who presses Ctrl-C again does not want to wait for the handlers of $disconnect.
  process.once('SIGINT', () => process.exit(130));
  await watcher.close();
  await gateway.stop();
  return 0;

  async function reread(changed: string): Promise<void> {
    try {
      files = await Promise.all(
        files.map(async (file) =>
          file.path === changed ? readDefinitionFile(file.name, file.reading) : file,
        ),
      );
      gateway.run(chooseApis(files, options));
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      process.stderr.write(`routescope: ${reason} The last good definition is still served.\n`);
    }
  }
}

function printJson(event: EmulatorEvent): void {
  process.stdout.write(`${JSON.stringify(event)}\n`);
}
