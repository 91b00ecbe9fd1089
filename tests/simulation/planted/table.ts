/** docs/planted-bugs.md, made from the list, so that the two cannot part. */
import type { Bug } from './bugs.ts';

const intro = `# Planted bugs

A test that never fails proves nothing. Each bug below is planted in the program as it is loaded (\`tests/simulation/planted\`; no switch
for it stands in the program itself), and the simulation of an office must catch it by an invariant of \`tests/simulation/checks.ts\`. The
program without it must pass the same story. A story changes with the program, so forty offices are tried from the seed of the table on, up to
the first in which one of these invariants does not hold. \`tests/simulation/planted.test.ts\` tries all of them and holds this table to the list;
\`vitest run tests/simulation/planted.test.ts -u\` writes it anew.

Offices with a central server are every twelfth (\`--central\` simulates only these); its faults begin with \`server\` or \`order\`.

To see one of them: \`LOKET_PLANT=no-dedupe node --import ./tests/simulation/planted/plant.ts tests/simulation/run.ts --from SEED --seeds 40
--until INVARIANTS --no-shrink --steps STEPS --workers 1 --tell\`. Where faults are named, only these happen in its story; \`--without\` names all others.
`;

const invariants = `## The invariants

| Invariant | What holds |
| --- | --- |
| \`noError\` | No command ends in a failure of the program, and nothing is thrown |
| \`noNumberTwice\` | A number is given to one visitor |
| \`oneCounter\` | A visitor is at one counter |
| \`oneLead\` | One station at most decides as the lead |
| \`queueSound\` | The queue of each station holds together: lines, desks and tickets say the same |
| \`fair\` | Calls are in turn; nobody with priority waits beyond the limit; a regular visitor is passed only by who has waited long enough |
| \`readYourWrites\` | What a station told a person is to be seen at that station |
| \`secondDisk\` | What a station told a person is on two disks, unless it reached no other station |
| \`callKnown\` | A call of the main line that an officer was told of is on two disks while she has not come to the counter, unless a person keeps the lead going: its successor would call the same visitor |
| \`sameAnswer\` | A command that is asked again gets the answer that it got first |
| \`toldCounts\` | What was on two disks when a person was told of it counts after a new lead began, unless a person overrode |
| \`cutKnown\` | A new lead has all that it lets count of the lead before |
| \`staleTermRefused\` | No decision counts that was made after the end of its term |
| \`causesFirst\` | What a station decided comes, by its id, after all that it knew |
| \`chainValid\` | The hash chain of each origin is whole, after each restart and in the end |
| \`mergedOnce\` | Nothing of a branch is taken in twice |
| \`copiesAlike\` | With all cables in place, all copies are the same, events, tables and the vault |
| \`nothingLost\` | What people were told is done, and each alarm, is in the office's history |
| \`nothingPends\` | With all cables in place, everybody is level, and each branch is merged |
| \`filesEverywhere\` | With all cables in place, an attachment that one station can open, all can |
| \`acknowledgedIsThere\` | A station that says that nothing waits has been told by the server that it has all of it |
| \`centralHasEverything\` | With everything in place, each chain is on the server to its last event, hash for hash |
| \`noEventTwice\` | No event is on the server twice |
| \`nothingSetAside\` | The server never has to set an event of the office aside |
| \`orderByLead\` | An order of the server is carried out by the lead |
| \`orderOnce\` | An order has one effect, also when it came several times or the lead changed |
| \`orderDecided\` | With everything in place, every order has an outcome on the server |
| \`orderKept\` | What the server was told is done counts in the office, and what was refused was not done |
| \`serverNothingWaits\` | With everything in place, one station sends and nothing waits there |
| \`serverNotWaitedFor\` | No command takes longer because the server does not answer |
`;

const unseen = `## What the simulation does not see

Tried, and not caught in the seeds that were tried, because another rule stands behind the one that was taken away, or because the story is too rare:
a forgotten promise, followers that answer beats of an old term, a promotion without fetching (followers level each other meanwhile), a
lease counted from the answer or through a sleep, a branch merged before its end, batches out of order alone (the gap in the chain is noticed), and
vault rows by order of arrival (nobody changes one row at two stations there). Of the central server: what the public sees of the texts that
come beside events, attachments, and rotating keys; and, because such stories are too rare: an order that is carried out under a new id, a
refusal that is not remembered, an outcome that is told before another disk has it. They have tests of their own against a real server
(\`tests/integration/central/ordersAgain.test.ts\` for the last three).
`;

const head = ['Bug', 'What it would mean at a counter', 'Planted in', 'Caught by', 'From seed, steps, faults'];

const tableOf = (bugs: readonly Bug[]): string => {
  const rows = bugs.map(({ name, means, edits, caughtBy, seed, steps, faults }) => [
    `\`${name}\``,
    means,
    [...new Set(edits.map(({ file }) => `\`${file}\``))].join(', '),
    caughtBy.map((invariant) => `\`${invariant}\``).join(' or '),
    `${seed}, ${steps}, ${faults?.join(' ') ?? 'all'}`,
  ]);
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
};

export const documentOf = (bugs: readonly Bug[]): string => `${intro}\n## The bugs\n\n${tableOf(bugs)}\n\n${invariants}\n${unseen}`;
