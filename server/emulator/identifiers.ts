import { createHash } from 'node:crypto';
import type { World } from './world.ts';

/** A new connection's id, 16 characters such as `SOqGjdZioAMCEeg=`. */
export function newConnectionId(world: World): string {
  return base64(world.randomBytes(11));
}

/** A new request's id, in the form of a connection's. */
export function newRequestId(world: World): string {
  return base64(world.randomBytes(11));
}

/** A new message's id: it shares the second half of its connection's, as AWS's do. */
export function newMessageId(world: World, connectionId: string): string {
  return base64(world.randomBytes(6)) + connectionId.slice(8);
}

/** A new UUID. */
export function newUuid(world: World): string {
  const hex = world.randomBytes(16).toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20)}`;
}

/** A new value of `X-Amzn-Trace-Id`. */
export function newTraceId(world: World): string {
  const seconds = Math.floor(world.now() / 1000).toString(16);
  return `Root=1-${seconds.padStart(8, '0')}-${world.randomBytes(12).toString('hex')}`;
}

/** Whether a text has the form of a connection's id: 16 characters, or 20 as seen since 2026. */
export function isConnectionId(text: string): boolean {
  return /^(?:[\w-]{15}=|[\w-]{18}==)$/.test(text);
}

/** An API's id, ten characters as AWS's, always the same for the same API. */
export function apiIdOf(file: string, logicalId: string): string {
  const hash = createHash('sha256').update(`${file}\n${logicalId}`).digest();
  return BigInt(`0x${hash.toString('hex')}`)
    .toString(36)
    .slice(0, 10);
}

function base64(bytes: Buffer): string {
  return bytes.toString('base64').replaceAll('+', '-').replaceAll('/', '_');
}
