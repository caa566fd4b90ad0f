import type { ApiAddress } from '../core/contracts/language.ts';

/** The query of the address of the document that evaluates an API's samples. */
export function evaluationQuery({ logicalId, uri }: ApiAddress): string {
  return JSON.stringify({ logicalId, uri });
}

/** The API that such a query names; undefined for one that names none. */
export function evaluationAddress(query: string): ApiAddress | undefined {
  try {
    const { logicalId, uri } = JSON.parse(query) as Readonly<Record<string, unknown>>;
    return typeof logicalId === 'string' && typeof uri === 'string' ? { logicalId, uri } : undefined;
  } catch {
    return undefined;
  }
}
