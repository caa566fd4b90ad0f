import { build } from 'esbuild';

/** A page's entry file as one script, built as the product builds it. */
export async function bundle(entry: string): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [entry],
    bundle: true,
    write: false,
    minify: true,
    platform: 'browser',
    format: 'esm',
    target: 'chrome134',
    conditions: ['production'],
    logLevel: 'warning',
  });
  return outputFiles.map((file) => file.text).join('');
}
