import * as l10n from '@vscode/l10n';

/** A directive for hover and completion. */
export interface DirectiveMeaning {
  readonly name: string;
  /** What completion writes. */
  readonly insert: string;
  /** One sentence. */
  readonly meaning: string;
}

/**
 * The directives of VTL that mapping templates use.
 * https://velocity.apache.org/engine/1.7/vtl-reference.html
 */
export const directives: readonly DirectiveMeaning[] = [
  {
    name: 'set',
    insert: '#set($',
    meaning: l10n.t(
      'Gives a variable a value: `#set($name = $input.path("$.name"))`; without value nothing changes.',
    ),
  },
  {
    name: 'if',
    insert: '#if(',
    meaning: l10n.t(
      'Renders what follows where the condition holds; only `false` and what does not exist do not.',
    ),
  },
  {
    name: 'elseif',
    insert: '#elseif(',
    meaning: l10n.t('Another condition, where those before did not hold.'),
  },
  { name: 'else', insert: '#else', meaning: l10n.t('What is rendered where no condition before holds.') },
  { name: 'end', insert: '#end', meaning: l10n.t('Ends a block.') },
  {
    name: 'foreach',
    insert: '#foreach($',
    meaning: l10n.t(
      'Renders what follows for each element of a list or value of a map, at most 1000; `$foreach.hasNext` tells whether more come.',
    ),
  },
  { name: 'break', insert: '#break', meaning: l10n.t('Ends the `#foreach` around it.') },
  { name: 'stop', insert: '#stop', meaning: l10n.t('Ends the template.') },
  {
    name: 'define',
    insert: '#define($',
    meaning: l10n.t('Keeps what follows to be rendered wherever the variable is named.'),
  },
  {
    name: 'macro',
    insert: '#macro(',
    meaning: l10n.t('Makes a directive of one’s own: `#macro(name $parameter)`.'),
  },
  { name: 'evaluate', insert: '#evaluate(', meaning: l10n.t('Renders a text as a template.') },
];
