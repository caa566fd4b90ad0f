/** A size for people: `0 B`, `812 B`, `1.5 KB`, `128 KB`, with 1 KB = 1,024 bytes as API Gateway counts. */
export function formatBytes(bytes: number): string {
  if (bytes < 1024) return `${bytes} B`;
  const [value, unit] = bytes < 1024 * 1024 ? [bytes / 1024, 'KB'] : [bytes / (1024 * 1024), 'MB'];
  return `${value < 100 ? Number(value.toFixed(1)) : Math.round(value)} ${unit}`;
}

/** The length of a text as UTF-8, which is how it travels in a text frame. */
export function countBytes(text: string): number {
  return encoder.encode(text).length;
}

const encoder = new TextEncoder();
