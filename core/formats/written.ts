/** The same object without what is undefined: a property that is not written is not there. */
export function written<Parts extends object>(
  parts: Parts,
): { [Key in keyof Parts]?: Exclude<Parts[Key], undefined> } {
  const made: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(parts)) if (value !== undefined) made[key] = value;
  return made as { [Key in keyof Parts]?: Exclude<Parts[Key], undefined> };
}
