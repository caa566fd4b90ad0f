/** The longest text that is read as an expression, in characters; AWS states no limit. */
export const maxExpressionLength = 10_000;

/** The longest pattern after `=~` that is run, in characters. */
export const maxPatternLength = 500;

/** How many states a pattern may need once its counted repetitions are written out. */
export const maxPatternStates = 2000;

/**
 * What one evaluation may cost, all its paths together: some tens of milliseconds. Units are characters of values,
 * and characters times states of a pattern.
 */
export const maxEffort = 2_000_000;

/** What it costs to visit one value of a message, in the same units. */
export const visitEffort = 20;
