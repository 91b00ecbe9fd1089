/** Lets what is done for one office in this process happen in the order in which it was asked for. */
export interface Turns {
  /** Runs behind whatever was asked for this office before, also when that failed. */
  take<T>(officeId: string, run: () => Promise<T>): Promise<T>;
}

export function createTurns(): Turns {
  const last = new Map<string, Promise<unknown>>();
  return {
    take(officeId, run) {
      const turn = (last.get(officeId) ?? Promise.resolve()).then(run, run);
      last.set(officeId, turn);
      const forget = () => {
        if (last.get(officeId) === turn) last.delete(officeId);
      };
      turn.then(forget, forget);
      return turn;
    },
  };
}
