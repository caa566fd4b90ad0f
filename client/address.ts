import type { ApiAddress } from '../core/contracts/language.ts';

/** A text that is equal for equal addresses, to be used as a key. */
export function addressKey(address: ApiAddress): string {
  return `${address.uri}#${address.logicalId}`;
}
