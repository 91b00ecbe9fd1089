/**
 * The roots that a word may come from, by taking Indonesian affixes off (and the plainest English endings). It is no
 * dictionary: a word may have several candidates, and only those that stand in the lexicon ever matter, so a wrong
 * candidate does no harm.
 */

const shortestRoot = 3;
/** Particles, possessives, then derivational endings; a word may carry one of each. */
const endings = ['lah', 'kah', 'pun', 'tah', 'nya', 'ku', 'mu', 'kan', 'an', 'in', 'i', 's', 'es', 'ed', 'd', 'ing', 'ly'];

/** A prefix, and the letter that it swallowed from the root (*menyapu* from *sapu*). */
const prefixes: readonly (readonly [prefix: string, swallowed: string])[] = [
  ['di', ''],
  ['ke', ''],
  ['se', ''],
  ['te', ''],
  ['be', ''],
  ['ter', ''],
  ['ber', ''],
  ['per', ''],
  ['nge', ''],
  ['ng', ''],
  ['ng', 'k'],
  ['ny', 's'],
  ...['me', 'pe'].flatMap((prefix): (readonly [string, string])[] => [
    [prefix, ''],
    [`${prefix}m`, ''],
    [`${prefix}m`, 'p'],
    [`${prefix}n`, ''],
    [`${prefix}n`, 't'],
    [`${prefix}ng`, ''],
    [`${prefix}ng`, 'k'],
    [`${prefix}nge`, ''],
    [`${prefix}ny`, 's'],
  ]),
];

/** The word itself and every root it may have; a doubled word (*marah-marah*, *AC-nya*) also by its halves, however short. Lower case. */
export function rootsOf(word: string): ReadonlySet<string> {
  const halves = word.split('-');
  const found = new Set<string>();
  const open = [word, ...halves];
  while (open.length > 0) {
    const candidate = open.pop() ?? '';
    if (candidate.length < shortestRoot || found.has(candidate)) continue;
    found.add(candidate);
    open.push(...withoutEnding(candidate), ...withoutPrefix(candidate));
  }
  return new Set([...found, word, ...halves]);
}

const withoutEnding = (word: string): readonly string[] =>
  endings.filter((ending) => word.endsWith(ending)).map((ending) => word.slice(0, -ending.length));

const withoutPrefix = (word: string): readonly string[] =>
  prefixes.filter(([prefix]) => word.startsWith(prefix)).map(([prefix, swallowed]) => swallowed + word.slice(prefix.length));
