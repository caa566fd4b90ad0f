/** The longest pattern after `=~` that is run, in characters. */
export const maxPatternLength = 500;

/** How many states a pattern may need once its counted repetitions are written out. */
export const maxPatternStates = 2000;

/** How many characters times states one match may cost: some tens of milliseconds. */
export const maxPatternWork = 2_000_000;

/** How many values the steps of one path may visit in one message. */
export const maxVisits = 1_000_000;

/** How many steps a path may have: more than messages can be deep. */
export const maxSteps = 500;
