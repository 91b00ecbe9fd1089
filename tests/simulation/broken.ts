/** An invariant that does not hold. */
export class Broken extends Error {
  override readonly name = 'Broken';
  readonly invariant: string;
  constructor(invariant: string, detail: string) {
    super(`${invariant}: ${detail}`);
    this.invariant = invariant;
  }
}
