import { z } from 'zod';
import { id, instant } from '../../domain/values.ts';
import { command, pick, query } from '../define.ts';

export const peopleRefusals = {
  personUnknown: z.strictObject({}),
  exportLimitReached: z.strictObject({ perDay: z.number().int() }),
};

/** Why personal data is exported or erased (UU 27/2022): chosen, never typed, so that no event holds a name. */
export const dataReason = z.enum(['subjectRequest', 'retentionEnded', 'courtOrder', 'enteredInError']);

export const peopleMethods = {
  /** Finds a person by full NIK or phone through the keyed index. NIK and phone come back masked; an export shows them. */
  'people.find': query({
    roles: ['pengawas', 'admin'],
    input: z.strictObject({ by: z.enum(['nik', 'phone']), value: z.string().min(3).max(40) }),
    output: z.array(
      z.strictObject({
        personId: id,
        name: z.string(),
        nik: z.string(),
        phone: z.string(),
        documents: z.number().int(),
        complaints: z.number().int(),
      }),
    ),
    topics: ['people', 'documents'],
  }),
  /** All that is kept on one person, unmasked. Needs a reason, is recorded, at most 20 a day. */
  'people.export': command({
    roles: ['admin'],
    input: z.strictObject({ personId: id, reason: dataReason }),
    output: z.strictObject({ exportId: id }),
    refusals: pick(peopleRefusals, 'personUnknown', 'exportLimitReached'),
  }),
  /** The content of an export that this person made in this session, for ten minutes. */
  'people.exported': query({
    roles: ['admin'],
    input: z.strictObject({ exportId: id }),
    output: z.strictObject({
      person: z.strictObject({ name: z.string(), nik: z.string(), phone: z.string(), address: z.string(), email: z.string() }),
      documents: z.array(z.strictObject({ number: z.string(), service: z.string(), receivedAt: instant })),
      complaints: z.array(
        z.strictObject({
          number: z.string(),
          stage: z.string(),
          receivedAt: instant,
          text: z.string(),
          attachments: z.array(z.string()),
        }),
      ),
      notes: z.array(z.string()),
    }),
    refusals: pick(peopleRefusals, 'personUnknown'),
    topics: [],
  }),
  /** Destroys the person's key: what is stored on her can never be read again, also not from a backup. */
  'people.erase': command({
    roles: ['admin'],
    input: z.strictObject({ personId: id, reason: dataReason }),
    output: z.strictObject({}),
    refusals: pick(peopleRefusals, 'personUnknown'),
  }),
};
