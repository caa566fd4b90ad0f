import * as l10n from '@vscode/l10n';
import { maximumFrameBytes } from '../../../core/limits.ts';
import type { Rule } from './rule.ts';

const encoder = new TextEncoder();

/** A message that fits into no frame. */
export const sampleTooLarge: Rule = {
  code: 'sample-too-large',
  severity: 'warning',
  check: ({ api, evaluations }) =>
    evaluations.flatMap(({ sample }) => {
      // No character takes more than three bytes for each of its units.
      if (sample.text.length * 3 <= maximumFrameBytes) return [];
      const bytes = encoder.encode(sample.text).length;
      if (bytes <= maximumFrameBytes) return [];
      return [
        {
          span: api.routeSelectionExpression?.span ?? api.span,
          message: l10n.t(
            'The sample "{0}" has {1} bytes; API Gateway closes the connection with 1009 at a frame above {2} bytes, and most clients send a message as one frame.',
            sample.name,
            bytes,
            maximumFrameBytes,
          ),
        },
      ];
    }),
};
