/** Given/when/then for every command in the life of a complaint, and for every way in which it can be refused. */
import { describe, expect, test } from 'vitest';
import type { ComplaintCommand } from '../../../shared/domain/complaints/commands.ts';
import { escalationDue, nextDue } from '../../../shared/domain/complaints/due.ts';
import { possibleSteps } from '../../../shared/domain/complaints/guards.ts';
import { defaultComplaintRules } from '../../../shared/domain/complaints/rules.ts';
import type { ComplaintAction } from '../../../shared/rpc/methods/complaintViews.ts';
import type { ComplaintStage } from '../../../shared/domain/complaints/types.ts';
import { afterWorkingDays, workingCalendar } from '../../../shared/domain/time/workingTime.ts';
import {
  categoryId,
  colleague,
  complaintId,
  complaintOffice,
  Life,
  otherId,
  receiptAt,
  receiver,
  registering,
  supervisor,
  textId,
  unitId,
} from '../../fixtures/complaintLife.ts';
import { idOf } from '../../fixtures/documents.ts';

const dayMs = 86_400_000;
const registered = () => new Life().given([registering()]);
const verify = (): ComplaintCommand => ({ method: 'complaint.verify', input: { complaintId, textId: null, tag: 'procedural' } });
const assign = (staffId: string | null = null, unit = unitId): ComplaintCommand => ({
  method: 'complaint.assign',
  input: { complaintId, unitId: unit, staffId, textId: null },
});
const answer = (written = false): ComplaintCommand => ({ method: 'complaint.answer', input: { complaintId, textId: textId(), written } });
const ask = (): ComplaintCommand => ({ method: 'complaint.askComplainant', input: { complaintId, textId: textId() } });
const requestCompletion = (): ComplaintCommand => ({ method: 'complaint.requestCompletion', input: { complaintId, textId: textId() } });
const recordCompletion = (): ComplaintCommand => ({ method: 'complaint.recordCompletion', input: { complaintId, textId: textId() } });
const measure = (): ComplaintCommand => ({ method: 'complaint.recordMeasure', input: { complaintId, textId: textId() } });
const note = (id = textId()): ComplaintCommand => ({ method: 'complaint.note', input: { complaintId, textId: id } });
const reply = (satisfied: boolean): ComplaintCommand => ({
  method: 'complaint.recordReply',
  input: { complaintId, textId: textId(), satisfied },
});
const close = (outcome: 'resolved' | 'withdrawn' | 'notProven' | 'noReply' | 'resolvedOnSpot' = 'resolved'): ComplaintCommand => ({
  method: 'complaint.close',
  input: { complaintId, textId: null, outcome },
});
const reopen = (): ComplaintCommand => ({ method: 'complaint.reopen', input: { complaintId, textId: textId() } });
const refer = (): ComplaintCommand => ({ method: 'complaint.refer', input: { complaintId, textId: textId() } });
const merge = (intoId = otherId): ComplaintCommand => ({ method: 'complaint.merge', input: { complaintId, intoId } });
const link = (id = otherId): ComplaintCommand => ({ method: 'complaint.link', input: { complaintId, otherId: id } });
const report = (): ComplaintCommand => ({
  method: 'complaint.recordStatusReport',
  input: { complaintId, textId: textId(), channel: 'whatsapp' },
});
const reclassify = (change: object = {}): ComplaintCommand => ({
  method: 'complaint.reclassify',
  input: { complaintId, type: 'ethics', class: 'supervised', categoryId: null, urgency: 'high', impact: 'high', ...change },
});
const watch = (level: 'warned' | 'supervisor' | 'head'): ComplaintCommand => ({
  method: 'complaint.watchDeadline',
  input: { complaintId, deadline: 'answer', level },
});
const acknowledge = (): ComplaintCommand => ({ method: 'complaint.acknowledgeEscalation', input: { complaintId } });
const closeUnanswered = (): ComplaintCommand => ({ method: 'complaint.closeUnanswered', input: { complaintId } });
const refused = (error: object) => ({ ok: false, error });
/** Every step that a person takes on one complaint, by its action. */
const everyStep: Readonly<Record<ComplaintAction, () => ComplaintCommand>> = {
  verify,
  assign,
  note,
  recordMeasure: measure,
  answer,
  askComplainant: ask,
  requestCompletion,
  recordCompletion,
  recordReply: () => reply(true),
  close: () => close('withdrawn'),
  reopen,
  refer,
  reclassify,
  merge,
  link,
  recordStatusReport: report,
  acknowledgeEscalation: acknowledge,
};

describe('complaint.register', () => {
  test('given a complete form, it is received with number, deadlines and the status report that will be owed', () => {
    const decision = new Life().when(registering());
    expect(decision).toMatchObject({
      ok: true,
      value: [
        {
          type: 'complaintReceived.v1',
          data: { complaintId, number: 'P-2026-000001', class: 'ordinary', priority: 'medium', counterName: 'Loket 3', responded: false },
        },
      ],
    });
  });

  test('given a temporary solution, the first response is given with it', () => {
    const { form } = registering().input;
    expect(new Life().given([registering({ form: { ...form, hasTemporary: true } })]).complaint.respondedAt).toBe(receiptAt);
  });

  test('given an oral complaint answered on the spot, it is answered and closed at once, in the lowest class when nobody chose one', () => {
    const { form } = registering().input;
    const classification = { ...form.classification, class: null, urgency: null, impact: null };
    const life = new Life().given([registering({ form: { ...form, kind: 'short', classification } })]);
    expect(life.complaint).toMatchObject({ stage: 'closed', outcome: 'resolvedOnSpot', class: 'ordinary', reportDueAt: null });
  });

  test('given a matter of another office, it is registered and passed on, never refused', () => {
    const { form } = registering().input;
    expect(new Life().given([registering({ form: { ...form, referred: true } })]).complaint).toMatchObject({ stage: 'referred' });
  });

  test('given similar ones, it is linked or merged with them', () => {
    const { form } = registering().input;
    const similar = (relation: 'merge' | 'related') => ({
      form: { ...form, classification: { ...form.classification, similar: [{ complaintId: otherId, relation }] } },
    });
    expect(new Life(registered().complaint).when(registering(similar('related')))).toMatchObject({
      value: [{ type: 'complaintReceived.v1' }, { type: 'complaintLinked.v1', data: { otherId } }],
    });
    expect(new Life(registered().complaint).given([registering(similar('merge'))]).complaint).toMatchObject({
      stage: 'merged',
      mergedInto: otherId,
    });
    expect(new Life(null).when(registering(similar('merge')))).toEqual(refused({ type: 'complaintUnknown' }));
    const merged = { ...registered().complaint, stage: 'merged' as const, number: 'P-2026-000009' };
    expect(new Life(merged).when(registering(similar('merge')))).toEqual(refused({ type: 'mergeImpossible', number: 'P-2026-000009' }));
  });

  test('is refused twice, incomplete, or with entries that nobody knows', () => {
    const { form } = registering().input;
    const classified = (change: object) => ({ form: { ...form, classification: { ...form.classification, ...change } } });
    expect(registered().when(registering())).toEqual(refused({ type: 'complaintAlreadyRegistered', number: 'P-2026-000001' }));
    expect(new Life().when(registering({ missing: ['description.title'] }))).toEqual(
      refused({ type: 'complaintIncomplete', fields: ['description.title'] }),
    );
    expect(new Life().when(registering(classified({ categoryId: idOf(999) })))).toEqual(refused({ type: 'categoryUnknown' }));
    expect(new Life().when(registering(classified({ unitId: idOf(999) })))).toEqual(refused({ type: 'unitUnknown' }));
    expect(new Life().when(registering(classified({ serviceId: idOf(999) })))).toEqual(refused({ type: 'serviceUnknown' }));
    expect(new Life().when(registering(classified({ categoryId, unitId })))).toMatchObject({ ok: true });
  });

  test('numbers run on in a year and begin anew in the next', () => {
    const life = registered();
    const another = (id: string) => ({ ...registering(), input: { ...registering().input, complaintId: id } });
    life.state = { ...life.state, complaint: null };
    expect(life.when(another(otherId))).toMatchObject({ value: [{ data: { number: 'P-2026-000002' } }] });
    life.state = { ...life.state, complaint: null };
    // Half past midnight of the new year in Jakarta is still the old year in London.
    life.at(Date.UTC(2026, 11, 31, 17, 30));
    expect(life.when(another(idOf(102)))).toMatchObject({ value: [{ data: { number: 'P-2027-000001' } }] });
  });
});

describe('the way through the office', () => {
  test('verified, assigned, worked on, answered, replied to, closed, reopened', () => {
    const life = registered();
    const stages: ComplaintStage[] = [];
    for (const step of [verify(), assign(colleague), measure(), answer(), reply(true), close(), reopen()]) {
      life.at(life.now + dayMs).given([step]);
      stages.push(life.complaint.stage);
    }
    expect(stages).toEqual(['verified', 'assigned', 'inProgress', 'answered', 'answered', 'closed', 'reopened']);
    expect(life.complaint).toMatchObject({ assigneeId: colleague, answeredAt: null, verifiedAt: null, countedFrom: life.now });
    expect(life.complaint.deadlines.answer).toBeGreaterThan(registered().complaint.deadlines.answer);
  });

  test('a reply that is not content takes the work up again: an answer is owed once more, later by the wait for the reply', () => {
    const life = registered();
    const { answer: due } = life.complaint.deadlines;
    // Monday 16 March to Friday 27 March 2026: the working days 17, 25, 26 and 27 (Lebaran lies between).
    life.at(receiptAt + 4 * dayMs).given([answer()]);
    life.at(receiptAt + 15 * dayMs).given([reply(false)]);
    expect(life.complaint).toMatchObject({ stage: 'inProgress', closesAt: null, answeredAt: null });
    expect(nextDue(life.complaint)).toMatchObject({ kind: 'answer', dueAt: afterWorkingDays(workingCalendar(complaintOffice), due, 4) });
    expect(life.when(verify())).toMatchObject({ error: { type: 'complaintInOtherStage' } });
    expect(life.given([answer()]).complaint).toMatchObject({ stage: 'answered', answeredAt: life.now });
  });

  test('a content reply leaves an answer as late as it was; closed by the program it is settled, not without a reply', () => {
    const life = registered();
    life.at(life.complaint.deadlines.answer + dayMs).given([answer()]);
    const { deadlines } = life.complaint;
    life.at(life.now + dayMs).given([reply(true)]);
    expect(life.complaint).toMatchObject({ stage: 'answered', deadlines });
    life.at(life.complaint.closesAt ?? 0).given([closeUnanswered(), 'program']);
    expect(life.complaint).toMatchObject({ stage: 'closed', outcome: 'resolved' });
    expect(life.given([reopen()], [answer()]).complaint.satisfied).toBe(false);
  });

  test('an answer owes a letter when it was asked for in writing, or when the complaint came so', () => {
    expect(registered().when(answer(true))).toMatchObject({ value: [{ data: { letterOwed: true } }] });
    expect(registered().when(answer())).toMatchObject({ value: [{ data: { letterOwed: false } }] });
    for (const channel of ['letter', 'email', 'lapor'] as const)
      expect(new Life().given([registering({ channel })]).when(answer())).toMatchObject({ value: [{ data: { letterOwed: true } }] });
    expect(new Life().given([registering({ channel: 'phone' })]).when(answer())).toMatchObject({
      value: [{ data: { letterOwed: false } }],
    });
  });

  test('opened again and passed on or worked on at once, it is verified by that: the deadline is met, not missed for ever', () => {
    const reopened = () => registered().given([verify()], [answer()], [close()], [reopen()]);
    expect(reopened().complaint.verifiedAt).toBeNull();
    expect(reopened().given([assign()]).complaint.verifiedAt).toBe(receiptAt);
    expect(reopened().given([measure()]).complaint.verifiedAt).toBe(receiptAt);
  });

  test('somebody else may have it while the complainant is waited for, or after the answer: it stays waiting, or answered', () => {
    const waiting = registered().given([verify()], [ask()], [assign(colleague), 'supervisor']);
    expect(waiting.complaint).toMatchObject({ stage: 'waiting', assigneeId: colleague, waiting: { stage: 'assigned' } });
    const answered = registered().given([answer()], [assign(colleague), 'supervisor']);
    expect(answered.complaint).toMatchObject({ stage: 'answered', assigneeId: colleague });
  });

  test('the first step that is offered leads on', () => {
    const life = registered();
    const offered = [verify(), assign(), measure(), answer(), reply(true), close()].map((step) => {
      const [first] = possibleSteps(life.complaint, { staffId: receiver, isSupervisor: false });
      life.given([step]);
      return `complaint.${first}` === step.method ? 'same' : `${first} before ${step.method}`;
    });
    expect(offered).toEqual(Array.from({ length: 6 }, () => 'same'));
  });

  test('passed on to another office, and taken back', () => {
    const life = registered().given([refer()]);
    expect(life.complaint).toMatchObject({ stage: 'referred', reportDueAt: null });
    expect(life.given([reopen()]).complaint.stage).toBe('reopened');
  });

  test('a status report puts the next one off by the office’s interval, and counts as a first response', () => {
    const life = registered();
    const before = life.complaint.reportDueAt ?? 0;
    life.at(receiptAt + dayMs).given([report()]);
    expect(life.complaint.reportDueAt).toBeGreaterThan(before);
    expect(life.complaint).toMatchObject({ lastReportAt: life.now, respondedAt: life.now });
  });

  test('reclassified, it has the deadlines of its class from its receipt on', () => {
    const life = registered();
    const { answer: before } = life.complaint.deadlines;
    life.at(receiptAt + 2 * dayMs).given([reclassify()]);
    expect(life.complaint.class).toBe('supervised');
    expect(life.complaint.deadlines.answer).toBeGreaterThan(before);
    life.given([reclassify({ class: 'ordinary' })]);
    expect(life.complaint.deadlines.answer).toBe(before);
    expect(life.when(reclassify({ categoryId: idOf(999) }))).toEqual(refused({ type: 'categoryUnknown' }));
  });
});

describe('waiting for the complainant', () => {
  test.each([
    [requestCompletion, recordCompletion],
    [ask, () => reply(true)],
  ] as const)('it is put off, stands still as the rules say, and goes back to where it was', (wait, end) => {
    const life = registered().given([verify()], [assign()]);
    life.given([wait()]);
    expect(life.complaint).toMatchObject({ stage: 'waiting', waiting: { stage: 'assigned', standing: ['verify', 'answer'] } });
    const { answer: before, ceiling } = life.complaint.deadlines;
    life.at(receiptAt + 5 * dayMs).given([end()]);
    expect(life.complaint).toMatchObject({ stage: 'assigned', waiting: null });
    expect(life.complaint.deadlines.answer).toBeGreaterThan(before);
    expect(life.complaint.deadlines.ceiling).toBe(ceiling);
  });

  test('nothing stands still when the rules say so', () => {
    const life = registered();
    const pauses = { verify: false, answer: false, ceiling: false };
    life.office = { ...complaintOffice, complaintRules: { ...defaultComplaintRules, pauses } };
    const before = life.complaint.deadlines;
    life
      .given([ask()])
      .at(receiptAt + 5 * dayMs)
      .given([reply(true)]);
    expect(life.complaint.deadlines).toEqual(before);
  });

  test('what was asked for is what ends the wait', () => {
    expect(registered().given([requestCompletion()]).when(reply(true))).toMatchObject({ error: { type: 'complaintInOtherStage' } });
    expect(registered().given([ask()]).when(recordCompletion())).toMatchObject({ error: { type: 'complaintInOtherStage' } });
  });
});

describe('closing', () => {
  test('settled only after an answer or a referral; withdrawn or without ground at any time; without a reply where one is waited for', () => {
    for (const outcome of ['resolved', 'resolvedOnSpot', 'noReply'] as const)
      expect(registered().when(close(outcome))).toMatchObject({ error: { type: 'complaintInOtherStage', stage: 'received' } });
    for (const outcome of ['withdrawn', 'notProven'] as const)
      expect(registered().given([close(outcome)]).complaint).toMatchObject({ stage: 'closed', outcome });
    expect(registered().given([answer()], [close()]).complaint.outcome).toBe('resolved');
    expect(registered().given([refer()], [close()]).complaint.outcome).toBe('resolved');
    for (const wait of [requestCompletion(), ask()]) {
      expect(registered().given([wait], [close('noReply')]).complaint).toMatchObject({
        stage: 'closed',
        outcome: 'noReply',
        waiting: null,
      });
      expect(registered().given([wait]).when(close('resolved'))).toMatchObject({ error: { type: 'complaintInOtherStage' } });
    }
  });

  test('by the program itself when nobody replied within ten working days, not a moment before', () => {
    const life = registered().given([answer()]);
    const due = life.complaint.closesAt ?? 0;
    life.at(due - 1);
    expect(life.when(closeUnanswered(), 'program')).toMatchObject({ error: { type: 'complaintInOtherStage' } });
    life.at(due);
    expect(life.given([closeUnanswered(), 'program']).complaint).toMatchObject({ stage: 'closed', outcome: 'noReply' });
    expect(registered().when(closeUnanswered(), 'program')).toMatchObject({ error: { type: 'complaintInOtherStage' } });
  });
});

describe('a deadline that comes near or is missed', () => {
  test('is told once a level; a supervisor takes note of an escalation, of a mere warning nobody need', () => {
    const life = registered().given([watch('warned'), 'program']);
    expect(life.when(acknowledge(), 'supervisor')).toMatchObject({ error: { type: 'complaintInOtherStage' } });
    life.given([watch('supervisor'), 'program'], [acknowledge(), 'supervisor']);
    expect(life.complaint.watch).toEqual({ deadline: 'answer', level: 'supervisor', acknowledged: true });
    expect(life.when(acknowledge(), 'supervisor')).toMatchObject({ error: { type: 'complaintInOtherStage' } });
    life.given([watch('head'), 'program']);
    expect(life.complaint.watch?.acknowledged).toBe(false);
    expect(life.given([answer()]).complaint.watch).toBeNull();
  });
});

describe('each deadline is told for itself', () => {
  const rules = defaultComplaintRules;
  const due = ({ complaint, now }: Life) => escalationDue(complaint, now, rules, workingCalendar(complaintOffice));
  /** Tells what is to be told until there is nothing more, as the program does minute by minute. */
  const tellAll = (life: Life) => {
    const told: string[] = [];
    for (let next = due(life); next !== null; next = due(life)) {
      told.push(`${next.deadline} ${next.level}`);
      life.given([{ method: 'complaint.watchDeadline', input: { complaintId, ...next } }, 'program']);
    }
    return told;
  };

  test('a verification that was missed and acknowledged hides neither the answer nor the legal ceiling', () => {
    const life = registered();
    life.at(life.complaint.deadlines.verify + 10 * dayMs);
    expect(tellAll(life)).toEqual(['firstResponse head', 'verify head']);
    life.given([acknowledge(), 'supervisor']);
    expect(tellAll(life.at(life.complaint.deadlines.answer - 1))).toEqual(['answer warned']);
    expect(tellAll(life.at(life.complaint.deadlines.answer + 1))).toEqual(['answer supervisor']);
    expect(tellAll(life.at(life.complaint.deadlines.ceiling + 1))).toEqual(['answer head', 'ceiling supervisor']);
  });

  test('a warning does not cover an escalation that nobody acknowledged; once what it was about is done, it does', () => {
    const life = registered();
    // Monday 16 March; verification is due on Tuesday.
    life.at(life.complaint.deadlines.firstResponse + 3 * dayMs);
    expect(tellAll(life)).toEqual(['firstResponse supervisor', 'verify warned']);
    expect(life.complaint.watch).toMatchObject({ deadline: 'firstResponse', level: 'supervisor' });
    life.given([report()]).at(life.complaint.deadlines.verify + 1);
    expect(tellAll(life)).toEqual(['verify supervisor']);
    expect(life.complaint.watch).toMatchObject({ deadline: 'verify', level: 'supervisor' });
  });

  test('an answer that is due later in another class is warned of again', () => {
    const life = registered().given([verify()]);
    tellAll(life.at(life.complaint.deadlines.answer + 1));
    expect(life.complaint.watch).toMatchObject({ deadline: 'answer', level: 'supervisor' });
    life.given([reclassify()]);
    expect(life.complaint.watch).toBeNull();
    expect(tellAll(life.at(life.complaint.deadlines.answer + 1))).toContain('answer supervisor');
  });
});

describe('what was promised stays when the rules change', () => {
  const stricter = {
    ...complaintOffice,
    complaintRules: { ...defaultComplaintRules, verifyDays: 1, classDays: { ...defaultComplaintRules.classDays, ordinary: 3 } },
  };

  test('after a wait it is due later by the wait, not as the new rules count', () => {
    const asBefore = registered().given([ask()]);
    const changed = registered().given([ask()]);
    changed.office = stricter;
    for (const life of [asBefore, changed]) life.at(receiptAt + 5 * dayMs).given([reply(true)]);
    expect(changed.complaint.deadlines).toEqual(asBefore.complaint.deadlines);
  });

  test('a new urgency in the same class moves nothing, a new class the answer alone', () => {
    const life = registered();
    const before = life.complaint.deadlines;
    life.office = stricter;
    expect(life.given([reclassify({ class: 'ordinary' })]).complaint.deadlines).toEqual(before);
    const { answer: later, ...others } = life.given([reclassify()]).complaint.deadlines;
    expect(others).toEqual({ firstResponse: before.firstResponse, verify: before.verify, ceiling: before.ceiling });
    expect(later).toBeGreaterThan(before.answer);
  });
});

describe('merging and linking', () => {
  const other = { ...registered().complaint, complaintId: otherId, number: 'P-2026-000002' };
  const withOther = () => new Life(other).given([registering()]);

  test('a merged one is over and says into which', () => {
    expect(withOther().given([merge(), 'supervisor']).complaint).toMatchObject({ stage: 'merged', mergedInto: otherId, reportDueAt: null });
  });

  test('a linked one goes on', () => {
    expect(withOther().given([link()]).complaint.stage).toBe('received');
  });

  test('neither into itself, nor into one that nobody knows, nor into one that is merged itself', () => {
    expect(withOther().when(merge(complaintId), 'supervisor')).toEqual(refused({ type: 'mergeImpossible', number: 'P-2026-000001' }));
    expect(withOther().when(link(complaintId))).toEqual(refused({ type: 'mergeImpossible', number: 'P-2026-000001' }));
    expect(registered().when(merge(), 'supervisor')).toEqual(refused({ type: 'complaintUnknown' }));
    const merged = new Life({ ...other, stage: 'merged' }).given([registering()]);
    expect(merged.when(merge(), 'supervisor')).toEqual(refused({ type: 'mergeImpossible', number: 'P-2026-000002' }));
    expect(merged.when(link())).toMatchObject({ ok: true });
  });

  test('nor into a closed one, by a supervisor or while it is registered: nobody would answer it', () => {
    const impossible = refused({ type: 'mergeImpossible', number: 'P-2026-000002' });
    expect(new Life({ ...other, stage: 'closed' }).given([registering()]).when(merge(), 'supervisor')).toEqual(impossible);
    const { form } = registering().input;
    const similar = [{ complaintId: otherId, relation: 'merge' as const }];
    const merging = registering({ form: { ...form, classification: { ...form.classification, similar } } });
    expect(new Life({ ...other, stage: 'closed' }).when(merging)).toEqual(impossible);
    expect(new Life(other).when(merging)).toMatchObject({ ok: true });
  });

  test('a proposal for a change of SOP names complaints that exist', () => {
    const life = registered();
    life.state = { ...life.state, known: new Set([complaintId, otherId]) };
    const propose = (complaintIds: string[]): ComplaintCommand => ({
      method: 'complaint.proposeStructural',
      input: { proposalId: idOf(300), groupKey: 'administrative', complaintIds },
    });
    expect(life.when(propose([complaintId, otherId]), 'supervisor')).toMatchObject({ value: [{ type: 'structuralProposed.v1' }] });
    expect(life.when(propose([complaintId, idOf(999)]), 'supervisor')).toEqual(refused({ type: 'complaintUnknown' }));
  });
});

describe('who may', () => {
  const steps = [verify(), assign(), measure(), answer(), ask(), requestCompletion(), refer(), reclassify(), close('withdrawn'), link()];

  test('a colleague may not take the steps of somebody else’s complaint; whoever it is assigned to may, and a supervisor', () => {
    for (const step of steps) {
      const life = new Life({ ...registered().complaint, complaintId: otherId }).given([registering()], [verify()], [assign(), 'receiver']);
      expect([step.method, life.when(step, 'colleague')]).toEqual([
        step.method,
        refused({ type: 'complaintNotYours', number: 'P-2026-000001' }),
      ]);
    }
    expect(
      registered()
        .given([close('withdrawn')])
        .when(reopen(), 'colleague'),
    ).toEqual(refused({ type: 'complaintNotYours', number: 'P-2026-000001' }));
    const theirs = registered().given([verify()], [assign(colleague)]);
    expect(theirs.when(measure(), 'colleague')).toMatchObject({ ok: true });
    expect(registered().when(verify(), 'supervisor')).toMatchObject({ ok: true });
  });

  test('what a complainant may bring to any counter anybody may write down', () => {
    expect(registered().when(note(), 'colleague')).toMatchObject({ ok: true });
    expect(registered().when(report(), 'colleague')).toMatchObject({ ok: true });
    expect(registered().given([requestCompletion()]).when(recordCompletion(), 'colleague')).toMatchObject({ ok: true });
    expect(registered().given([ask()]).when(reply(true), 'colleague')).toMatchObject({ ok: true });
  });

  test('only a supervisor merges and takes note of escalations', () => {
    expect(registered().when(merge())).toMatchObject({ error: { type: 'complaintNotYours' } });
    expect(
      registered()
        .given([watch('head'), 'program'])
        .when(acknowledge()),
    ).toMatchObject({ error: { type: 'complaintNotYours' } });
  });

  test('nobody is assigned who is not there, and to no unit that is not used', () => {
    const life = registered().given([verify()]);
    expect(life.when(assign(idOf(999)))).toEqual(refused({ type: 'assigneeUnknown' }));
    expect(life.when(assign(null, idOf(999)))).toEqual(refused({ type: 'unitUnknown' }));
    life.office = {
      ...complaintOffice,
      complaintRules: {
        ...defaultComplaintRules,
        units: defaultComplaintRules.units.map((unit) => ({ ...unit, active: unit.id !== unitId })),
      },
    };
    expect(life.when(assign())).toEqual(refused({ type: 'unitUnknown' }));
    expect(receiver).not.toBe(supervisor);
  });
});

describe('what does not fit', () => {
  test('every step of a complaint that nobody knows is refused', () => {
    const steps = [...Object.values(everyStep).map((step) => step()), watch('warned'), closeUnanswered()];
    for (const step of steps)
      expect([step.method, new Life().when(step, 'supervisor')]).toEqual([step.method, refused({ type: 'complaintUnknown' })]);
  });

  test('a text is used once, whatever it is written for', () => {
    const used = textId();
    const ways: Readonly<Partial<Record<ComplaintAction, readonly ComplaintCommand[]>>> = {
      assign: [verify()],
      recordMeasure: [verify()],
      recordCompletion: [requestCompletion()],
      recordReply: [ask()],
      reopen: [close('withdrawn')],
    };
    const tried = Object.entries(everyStep).flatMap(([action, step]) => {
      const command = step();
      if (!('textId' in command.input)) return [];
      const life = registered().given([note(used)], ...(ways[action as ComplaintAction] ?? []).map((each) => [each] as const));
      const again = { ...command, input: { ...command.input, textId: used } } as ComplaintCommand;
      expect([action, life.when(again)]).toEqual([action, refused({ type: 'textNotStored' })]);
      return [action];
    });
    expect(tried).toHaveLength(13);
  });

  test('of every step in every stage exactly those are taken that the screens offer', () => {
    const other = { ...registered().complaint, complaintId: otherId };
    const lives: Readonly<Record<string, readonly ComplaintCommand[]>> = {
      received: [],
      verified: [verify()],
      assigned: [verify(), assign()],
      inProgress: [verify(), assign(), measure()],
      completion: [requestCompletion()],
      question: [ask()],
      answered: [answer()],
      closed: [close('withdrawn')],
      referred: [refer()],
      reopened: [close('withdrawn'), reopen()],
      merged: [merge()],
    };
    for (const [stage, way] of Object.entries(lives)) {
      const life = () => new Life(other).given([registering()], ...way.map((step) => [step, 'supervisor'] as const));
      const offered = possibleSteps(life().complaint, { staffId: supervisor, isSupervisor: true });
      const taken = Object.entries(everyStep).flatMap(([action, step]) => {
        const before = life();
        const otherStage = refused({ type: 'complaintInOtherStage', number: before.complaint.number, stage: before.complaint.stage });
        const decision = before.when(step(), 'supervisor');
        expect([action, decision.ok ? otherStage : decision]).toEqual([action, otherStage]);
        return decision.ok ? [action] : [];
      });
      expect({ stage, taken: taken.toSorted((a, b) => a.localeCompare(b)) }).toEqual({
        stage,
        taken: offered.toSorted((a, b) => a.localeCompare(b)),
      });
    }
  });
});
