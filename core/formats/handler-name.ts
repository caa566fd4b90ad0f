/** What a function's `Handler` names. */
export interface HandlerName {
  /** The file's path in the code folder, without extension. */
  readonly module: string;
  /** What to call in it: `handler`, or a path such as `routes.join`. */
  readonly exported: string;
}

/**
 * Reads a `Handler` as Lambda's own runtimes do: Node.js splits the file's name at its first dot, so that
 * `src/app.routes.join` is what `routes.join` is in `src/app`; Python splits at the last one and writes folders
 * with dots, too. Undefined for one that names no function of a file.
 * https://docs.aws.amazon.com/lambda/latest/dg/nodejs-handler.html https://docs.aws.amazon.com/lambda/latest/dg/python-handler.html
 */
export function parseHandler(handler: string, runtime = ''): HandlerName | undefined {
  const isPython = runtime.startsWith('python');
  const pattern = isPython ? /^(.*[^./])\.([^./]+)$/ : /^((?:.*\/)?[^./]+)\.([^/]+)$/;
  const [, module, exported] = pattern.exec(handler) ?? [];
  if (module === undefined || exported === undefined) return undefined;
  return { module: isPython ? withFolders(module) : module, exported };
}

/** `chat.app` is `chat/app`; leading dots are the file system's. */
function withFolders(module: string): string {
  return module.replaceAll(/(?<=[^./])\.(?=[^./])/g, '/');
}
