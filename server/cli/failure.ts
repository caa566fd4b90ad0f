/** What ends a command early: one sentence for stderr, and the exit status (1 a failed run, 2 wrong usage). */
export class Failure extends Error {
  readonly status: 1 | 2;

  constructor(message: string, status: 1 | 2) {
    super(message);
    this.status = status;
  }
}
