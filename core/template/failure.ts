/** A call that Java refuses, as one sentence; thrown and caught within this folder. */
export class Failure extends Error {}

/** Rendering costs more than it may; thrown and caught within this folder. */
export class TooMuchWork extends Error {}
