import * as l10n from '@vscode/l10n';
import { touches } from '../span.ts';
import { contextVariableAt, eventsOf } from './context-variables.ts';
import type { Description } from './describe.ts';
import { parseMappings } from './mapping.ts';
import type { MappingKind } from './variables.ts';

/** Explains the name at an offset of a parameter mapping or an identity source. */
export function describeMappingAt(text: string, offset: number, kind: MappingKind): Description | undefined {
  const mapping = parseMappings(text, kind).find(({ span }) => touches(span, offset));
  if (!mapping) return undefined;
  const { span, variable, name, problems } = mapping;
  if (mapping.kind === 'constant')
    return { span, markdown: l10n.t('A constant, the same for every request.') };
  if (!variable) return { span, markdown: problems.map(({ message }) => message).join(' ') };
  const known = variable.name === 'context' ? contextVariableAt(name) : undefined;
  const meaning = known ? `${known.meaning} ${eventsOf(known)}`.trim() : variable.meaning;
  return { span, markdown: `**${mapping.text}**\n\n${meaning}` };
}
