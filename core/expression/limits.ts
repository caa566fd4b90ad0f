/** The longest text that is read as an expression, in characters; AWS states no limit. */
export const maxExpressionLength = 10_000;

/** The longest pattern after `=~` that is run, in characters. */
export const maxPatternLength = 500;

/** How many states a pattern may need once its counted repetitions are written out. */
export const maxPatternStates = 2000;

/** How many characters times states one match may cost: some tens of milliseconds. */
export const maxPatternWork = 2_000_000;

/** How many values the steps of one path may visit in one message. */
export const maxVisits = 300_000;
