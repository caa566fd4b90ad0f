/** A name as a logical id, as Architect makes one: `send-message` is `SendMessage`. https://github.com/architect/utils */
export function logicalIdOf(name: string): string {
  const spaced = name.replaceAll(/[A-Z]/g, ' $&');
  if (spaced.length === 1) return spaced.toUpperCase();
  const lower = spaced.replaceAll(/^[\W_]+|[\W_]+$/g, '').toLowerCase();
  const id = `${lower.charAt(0).toUpperCase()}${lower.slice(1)}`.replaceAll(
    /[\W_]+(\w|$)/g,
    (_, letter: string) => letter.toUpperCase(),
  );
  return id === 'Get' ? 'GetIndex' : id;
}
