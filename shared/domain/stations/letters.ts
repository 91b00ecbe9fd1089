const alphabet = Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZ');

/** The letters of joining stations in their order: A…Z, AA…ZZ. */
const letters: readonly string[] = [...alphabet, ...alphabet.flatMap((first) => alphabet.map((second) => first + second))];

/** The first letter that no station ever had, revoked ones included; `null` when all 702 are given. */
export function nextLetter(given: readonly string[]): string | null {
  const taken = new Set(given);
  return letters.find((letter) => !taken.has(letter)) ?? null;
}
