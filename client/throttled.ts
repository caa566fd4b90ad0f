/** An action that happens soon after it was requested, and at most once in a time. */
export interface Throttled {
  readonly request: () => void;
  readonly dispose: () => void;
}

/** Runs the action `milliseconds` after a request; requests until then are the same one. */
export function throttled(milliseconds: number, action: () => void): Throttled {
  let timer: NodeJS.Timeout | undefined;
  return {
    request() {
      timer ??= setTimeout(() => {
        timer = undefined;
        action();
      }, milliseconds);
    },
    dispose() {
      clearTimeout(timer);
    },
  };
}
