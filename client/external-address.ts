/**
 * The address to show for one on this machine, given what VS Code says to be its external form. A VS Code in a
 * browser that came from the loopback address offers its proxy, which needs neither to be there nor to be passed.
 */
export function shownAddress(local: string, external: string, isInBrowser: boolean): string {
  const { hostname } = new URL(external);
  const isLoopback = hostname === 'localhost' || hostname === '127.0.0.1' || hostname === '[::1]';
  return isInBrowser && isLoopback ? local : external;
}

/** `ws` addresses as `http` ones, which is what VS Code can forward. */
export function toHttp(address: string): string {
  return address.replace(/^ws/, 'http');
}

/** The reverse of `toHttp`. */
export function toWebSocket(address: string): string {
  return address.replace(/^http/, 'ws');
}
