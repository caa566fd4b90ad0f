/** A message of about as many bytes as asked for, of the kind that applications send. */
export function messageOf(bytes: number): string {
  const items: unknown[] = [];
  const message = { action: 'join', room: 'lobby', items };
  let length = JSON.stringify(message).length;
  while (length < bytes - 40) {
    const item = { id: items.length, name: `Ann ${items.length}`, tags: ['new', 'hot'], price: 12.5 };
    items.push(item);
    length += JSON.stringify(item).length + 1;
  }
  return JSON.stringify(message);
}
