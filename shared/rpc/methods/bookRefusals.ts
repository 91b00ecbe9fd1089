import { z } from 'zod';
import { date } from '../../domain/values.ts';

const numbers = z.strictObject({ numbers: z.array(z.string()) });

/** Everything the blackout book may refuse, with the details that the words on the screen need. */
export const bookRefusals = {
  bookSheetUnknown: z.strictObject({}),
  bookDateOutside: z.strictObject({ from: date, to: date }),
  bookSheetsFull: z.strictObject({ most: z.number().int() }),
  /** Rows that cannot have happened so; the screen says at each cell why. */
  bookRowsWrong: numbers,
  /** The same number came twice. */
  bookNumberTwice: numbers,
  /** Recorded before with other words; a correction changes them. */
  bookRowsRecorded: numbers,
  bookRowNotRecorded: z.strictObject({ number: z.string() }),
  /** Its visitor stands in today's line: a ticket like any other. */
  bookRowInQueue: z.strictObject({ number: z.string() }),
};
