import fc from 'fast-check';
import { expect, it } from 'vitest';
import { paperModel } from '../../../electron/host/printing/models.ts';
import { paperWidths } from '../../../shared/domain/office/types.ts';
import { languages } from '../../../shared/domain/values.ts';
import { paperCommands } from '../../../shared/papers/raw/index.ts';
import { visitorAtCounter } from '../../fixtures/atCounter.ts';

const digit = fc.integer({ min: 0, max: 9 }).map(String);
const digits = (min: number, max: number) => fc.string({ unit: digit, minLength: min, maxLength: max });
// From nine digits on: fewer could stand in an id, a time or a registration number by chance.
const nik = fc.oneof(digits(16, 16), digits(9, 20));
const phone = fc
  .tuple(
    fc.constantFrom('', '+62', '0', '62 ', '+62-'),
    fc.array(digits(3, 4), { minLength: 3, maxLength: 4 }),
    fc.constantFrom('', '-', ' '),
  )
  .map(([prefix, groups, separator]) => `${prefix}${groups.join(separator)}`)
  .filter((text) => text.length <= 25);

/** Digits that follow one another on a paper, whatever stands between them. */
const bare = (text: string) => text.replaceAll(/[\s-]/gu, '');

it('no paper, screen list or print job ever holds a full NIK or phone (RELIABILITY 33)', { timeout: 60_000 }, async () => {
  const at = await visitorAtCounter();
  await fc.assert(
    fc.asyncProperty(nik, phone, async (typedNik, typedPhone) => {
      const input = at.submission({ applicant: { name: 'Siti', nik: typedNik, phone: typedPhone } });
      await at.window.done('documents.register', input);
      const request = { kind: 'documentReceipt', subjectId: input.documentId, copy: 0 } as const;
      const shown: string[] = [JSON.stringify(await at.window.ask('documents.recent', { search: '', limit: 1 }))];
      for (const language of languages) {
        for (const paper of paperWidths) shown.push((await at.window.ask('printing.paper', { ...request, paper, language })).html);
        const model = paperModel(at.test.host.services, { ...request, language });
        if (model === null) throw new Error('no paper');
        shown.push(JSON.stringify(paperCommands(model, 48)));
      }
      shown.push(JSON.stringify(await at.window.ask('printing.jobs', { limit: 5 })));
      for (const text of shown) {
        expect(text).not.toContain(typedNik);
        expect(text).not.toContain(typedPhone);
        expect(bare(text).includes(bare(typedPhone).replace(/^\+?62/u, ''))).toBe(false);
      }
    }),
    { numRuns: 40 },
  );
});
