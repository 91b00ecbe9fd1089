import fc from 'fast-check';
import i18next from 'i18next';
import { describe, expect, it } from 'vitest';
import { cleanLine, cleanNik, cleanPhone, cleanText } from '../../../renderer/ui/cleaning.ts';
import { promiseProblem, proposedDates } from '../../../renderer/screens/complaints/form/model/officeFacts.ts';
import { isBlank, proposedTitle, stepStates, textOf } from '../../../renderer/screens/complaints/form/model/progress.ts';
import { accepted, marked, suggestedLines } from '../../../renderer/screens/complaints/form/model/suggested.ts';
import { summaryOf } from '../../../renderer/screens/complaints/form/model/summary.ts';
import { closed, withPoint } from '../../../renderer/screens/complaints/form/parts/strokes.ts';
import { complaintForm, type ComplaintForm, emptyForm, signature } from '../../../shared/domain/complaints/form.ts';
import { suggest } from '../../../shared/domain/complaints/suggestion/suggest.ts';
import { idOf } from '../counter/fixtures.tsx';

const empty = emptyForm(idOf(1));
const told: ComplaintForm = {
  ...empty,
  listen: { ...empty.listen, chronology: 'Petugas membentak ibu saya. Kami pulang.' },
  identity: { ...empty.identity, name: 'Siti Rahmawati', phone: '0812' },
  description: { ...empty.description, title: 'Petugas membentak', occurredOn: '2026-11-20' },
};

describe('where the form stands', () => {
  it('an empty form reproaches nothing and leaves no draft', () => {
    expect(Object.values(stepStates(empty)).every((state) => state === 'untouched')).toBe(true);
    expect(isBlank(empty)).toBe(true);
    expect(isBlank(told)).toBe(false);
  });

  it('a step with content is complete, one with a gap says so', () => {
    expect(stepStates(told)).toMatchObject({ listen: 'complete', identity: 'missing', description: 'complete', solution: 'untouched' });
    const agreed = { ...told, identity: { ...told.identity, consent: true } };
    expect(stepStates(agreed).identity).toBe('complete');
  });

  it('proposes the first sentence as title, shortened at a word', () => {
    expect(proposedTitle(told)).toBe('Petugas membentak ibu saya');
    const long = { ...told, listen: { ...told.listen, gist: `${'kata '.repeat(40)}.` } };
    expect(proposedTitle(long)).toMatch(/^kata( kata)+ …$/u);
    expect(proposedTitle(long).length).toBeLessThanOrEqual(82);
  });

  it('reads a copied text once', () => {
    const copied = { ...told, description: { ...told.description, what: told.listen.chronology } };
    expect(textOf(copied)).toBe(textOf(told));
  });
});

describe('what is typed can always be saved', () => {
  const formWith = (change: Partial<ComplaintForm['identity']>, chronology = '') =>
    complaintForm.safeParse({ ...empty, listen: { ...empty.listen, chronology }, identity: { ...empty.identity, ...change } }).success;

  it('whatever is pasted', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (typed) => {
        expect(formWith({ nik: cleanNik(typed), phone: cleanPhone(typed), name: cleanLine(typed).slice(0, 120) }, cleanText(typed))).toBe(
          true,
        );
      }),
    );
  });

  it('a NIK in groups and a number with a country code are taken as they are meant', () => {
    expect(cleanNik('3273.0145 0560-0001')).toBe('3273014505600001');
    expect(cleanPhone(' +62 812-3456')).toBe('+62 812-3456');
    expect(cleanPhone('0812+3456 abc')).toBe('08123456 ');
  });
});

it('a draft of the first form, which knew no channel, came over the counter', () => {
  const { channel: _, ...older } = empty;
  expect(complaintForm.parse(older).channel).toBe('counter');
});

describe('dates to promise', () => {
  const office = { today: '2026-03-13', holidays: new Set(['2026-03-18', '2026-03-19', '2026-03-20']) };

  it('are working days, over the weekend and the holidays', () => {
    expect(proposedDates(office).slice(0, 2)).toEqual([
      { days: 1, date: '2026-03-16' },
      { days: 3, date: '2026-03-23' },
    ]);
  });

  it('that are none are said, as is one later than the limit', () => {
    expect(promiseProblem('2026-03-19', office, undefined)).toBe('notWorking');
    expect(promiseProblem('2026-03-15', office, undefined)).toBe('notWorking');
    expect(promiseProblem('2026-03-24', office, '2026-03-23')).toBe('late');
    expect(promiseProblem('2026-03-23', office, '2026-03-23')).toBeNull();
    expect(promiseProblem(office.today, office, '2026-03-23')).toBeNull();
    expect(promiseProblem(null, office, undefined)).toBeNull();
  });

  it('that have passed are said: a draft may be older than its promise', () => {
    expect(promiseProblem('2026-03-12', office, '2026-03-23')).toBe('past');
  });
});

describe('the suggestion', () => {
  it('is taken over as a whole, and what nothing is said about stays', () => {
    const suggestion = suggest('Sistem error.');
    const before = { ...empty.classification, urgency: 'low' as const };
    const after = accepted(before, suggestion);
    expect(after).toMatchObject({ type: 'technical', tag: 'technical', class: 'ordinary', urgency: 'low' });
    expect(suggestedLines(suggestion, after).every((line) => line.accepted)).toBe(true);
    expect(suggestedLines(suggestion, before).some((line) => line.accepted)).toBe(false);
  });

  it('marks words without changing the text, however the marks overlap', () => {
    const span = fc.tuple(fc.nat(30), fc.nat(10)).map(([start, length]) => ({ start, end: start + length, text: '' }));
    fc.assert(
      fc.property(fc.string({ minLength: 40, maxLength: 60 }), fc.array(span, { maxLength: 6 }), (text, spans) => {
        expect(
          marked(text, spans)
            .map((piece) => piece.text)
            .join(''),
        ).toBe(text);
      }),
    );
  });
});

describe('the summary', () => {
  const context = { t: i18next.t, language: 'id', priority: 'urgent', unit: 'Bidang Pelayanan' } as const;
  const sentences = (form: ComplaintForm) => summaryOf(form, context).flatMap((part) => part.sentences);

  it('is read out in plain sentences, without what was not said', () => {
    expect(sentences(told)).toEqual([
      'Kronologi: Petugas membentak ibu saya. Kami pulang.',
      'Siti Rahmawati mengadukan: Petugas membentak.',
      'Kabar dikirim ke 0812.',
      'Kejadiannya Jumat, 20 November 2026.',
      'Ditangani oleh Bidang Pelayanan.',
    ]);
  });

  it('never names who wants to stay anonymous', () => {
    expect(sentences({ ...told, identity: { ...told.identity, anonymous: true } }).join(' ')).not.toContain('Siti');
  });
});

describe('a signature', () => {
  const box = { left: 10, top: 20, width: 400, height: 100 };
  const point = fc.tuple(fc.double({ min: -500, max: 2000, noNaN: true }), fc.double({ min: -500, max: 2000, noNaN: true }));

  it('is always one that the form takes', () => {
    fc.assert(
      fc.property(fc.array(point, { minLength: 1, maxLength: 1200 }), (points) => {
        const stroke = points.reduce<readonly number[]>((drawn, [x, y]) => withPoint(drawn, x, y, box), []);
        expect(signature.safeParse({ kind: 'pad', strokes: [closed(stroke)] }).success).toBe(true);
      }),
    );
  });

  it('lies where it was drawn', () => {
    expect(withPoint([], 210, 70, box)).toEqual([500, 500]);
    expect(withPoint([500, 500], 211, 70, box)).toEqual([500, 500]);
  });
});
