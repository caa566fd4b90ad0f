/** The offset in `after` of an offset in `before`, taking the difference for one edit; inside it, where the edit begins. */
export function throughEdit(before: string, after: string): (offset: number) => number {
  const shorter = Math.min(before.length, after.length);
  let prefix = 0;
  while (prefix < shorter && before[prefix] === after[prefix]) prefix += 1;
  let suffix = 0;
  while (suffix < shorter - prefix && before.at(-1 - suffix) === after.at(-1 - suffix)) suffix += 1;
  const moved = after.length - before.length;
  return (offset) =>
    offset <= prefix ? offset : offset >= before.length - suffix ? offset + moved : Math.max(prefix, 0);
}
