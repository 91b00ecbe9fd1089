/**
 * The code by which a station joins an office: 19 random characters and one that checks them, in five groups.
 * The alphabet has 31 characters, none of which looks like another (no I, L, O, 0, 1), so the code carries 94 bits.
 * 31 is a prime: the weighted sum finds every single wrong character and every exchange of two.
 */
const alphabet = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';
const randomCharacters = 19;
const groupLength = 4;

/** Random bits in a code. */
export const joinCodeBits = Math.floor(randomCharacters * Math.log2(alphabet.length));

const valueOf = (character: string) => alphabet.indexOf(character);

/** @param bytes gives that many random bytes. @returns twenty characters without separators. */
export function makeJoinCode(bytes: (length: number) => Uint8Array): string {
  let characters = '';
  while (characters.length < randomCharacters) {
    for (const byte of bytes(32)) {
      // Without the rest of 256 / 31 some characters would come more often.
      if (byte < 248 && characters.length < randomCharacters) characters += alphabet.charAt(byte % alphabet.length);
    }
  }
  return characters + checkOf(characters);
}

function checkOf(characters: string): string {
  const sum = Array.from(characters).reduce((total, character, index) => total + (index + 1) * valueOf(character), 0);
  return alphabet.charAt(sum % alphabet.length);
}

/** As it is shown and read out: `ABCD-EFGH-JKMN-PQRS-TUVW`. */
export const groupedJoinCode = (code: string): string => (code.match(new RegExp(`.{1,${groupLength}}`, 'gu')) ?? []).join('-');

/** What a person typed, with any case and separators, as a code; `null`: mistyped. */
export function parseJoinCode(typed: string): string | null {
  const code = typed.toUpperCase().replaceAll(/[\s\-‐‑–—−._:/]/gu, '');
  if (code.length !== randomCharacters + 1 || Array.from(code).some((character) => valueOf(character) === -1)) return null;
  return checkOf(code.slice(0, -1)) === code.slice(-1) ? code : null;
}
