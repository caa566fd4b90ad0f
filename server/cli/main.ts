import { Failure } from './failure.ts';
import { runCommand } from './program.ts';

// A reader that has seen enough, like `head`, is no error of ours.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  process.exit(error.code === 'EPIPE' ? 0 : 1);
});

try {
  process.exitCode = await runCommand(process.argv.slice(2));
} catch (error) {
  const message = error instanceof Error ? error.message : String(error);
  process.stderr.write(`routescope: ${message.trim().replaceAll(/\s*\n\s*/g, ' ')}\n`);
  process.exitCode = error instanceof Failure ? error.status : 1;
}
