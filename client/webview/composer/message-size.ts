import * as l10n from '@vscode/l10n';
import { maximumFrameBytes } from '../../../core/limits.ts';
import { countBytes, formatBytes } from '../format/bytes.ts';

/** A message's size for people, with a warning where API Gateway would not take it. */
export function messageSize(text: string): { readonly size: string; readonly warning?: string } {
  const bytes = countBytes(text);
  const size = formatBytes(bytes);
  if (bytes <= maximumFrameBytes) return { size };
  return { size, warning: l10n.t('API Gateway closes the connection (1009) on a frame above 32 KB.') };
}
