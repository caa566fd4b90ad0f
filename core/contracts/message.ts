/** The name of a message that is sent and not answered, with the type of what it carries. */
export interface Notification<Params> {
  readonly method: string;
  readonly carries?: Params;
}

/** The name of a message that is answered, with the types of what it carries and of its answer. */
export interface Request<Params, Result> {
  readonly method: string;
  readonly carries?: Params;
  readonly answers?: Result;
}
