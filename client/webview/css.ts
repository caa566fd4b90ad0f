/** Style sheet text, as written; the tag lets editors and the formatter know it. */
export const css = String.raw;
