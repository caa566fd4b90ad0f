/**
 * The longest mapping template, in bytes of UTF-8; counted here in characters.
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/limits.html
 */
export const maxTemplateLength = 300 * 1024;

/**
 * How often one `#foreach` runs its body; it ends without a word.
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/limits.html
 */
export const maxIterations = 1000;

/** How deep blocks, parentheses, lists and calls may lie in each other; AWS states no limit. */
export const maxTemplateDepth = 50;

/** The longest output that is made here, in characters. */
export const maxOutputLength = 1_000_000;

/** What one rendering may cost: at most some hundred milliseconds. A step costs 10, a character of a new text 1. */
export const maxRenderEffort = 4_000_000;

/** What one step costs, in the same units. */
export const stepEffort = 10;

/** How deep macros, definitions and texts may call each other, as Velocity has it. */
export const maxCallDepth = 20;
