/** The file name of a sample, `.json` where the person gave no ending; undefined where it is no file name. */
export function sampleFileName(name: string): string | undefined {
  const trimmed = name.trim();
  if (!/^[\w-][\w.-]{0,99}$/.test(trimmed)) return undefined;
  return /\.(json|txt)$/.test(trimmed) ? trimmed : `${trimmed}.json`;
}

/** A message that takes the first custom route, where the expression is as simple as most are; else one to fill in. */
export function skeletonMessage(expression: string, routeKeys: readonly string[]): string {
  const property = /^\$\{?request\.body\.([\w-]+)\}?$/.exec(expression)?.[1] ?? 'action';
  const key = routeKeys.find((routeKey) => !routeKey.startsWith('$')) ?? '';
  return `${JSON.stringify({ [property]: key }, null, 2)}\n`;
}
