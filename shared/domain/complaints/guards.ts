/** Which step fits which stage, and who may take it (DOMAIN section 4, life and roles). Shared by decisions and views. */
import type { ComplaintAction } from '../../rpc/methods/complaintViews.ts';
import type { Complaint } from './state.ts';
import type { ComplaintStage } from './types.ts';

const working: readonly ComplaintStage[] = ['verified', 'assigned', 'inProgress', 'reopened'];
const open: readonly ComplaintStage[] = ['received', ...working, 'waiting', 'answered', 'referred'];
const everywhere: readonly ComplaintStage[] = [...open, 'closed'];

/** In the order in which they are sensible: the first possible one is what comes next, where `comesNext` does not say otherwise. */
const stagesOf: Readonly<Record<ComplaintAction, readonly ComplaintStage[]>> = {
  acknowledgeEscalation: open,
  verify: ['received', 'reopened'],
  recordCompletion: ['waiting'],
  recordReply: ['waiting', 'answered'],
  assign: [...working, 'waiting', 'answered'],
  recordMeasure: working,
  answer: ['received', ...working],
  close: open,
  requestCompletion: ['received', ...working],
  askComplainant: ['received', ...working],
  refer: ['received', ...working, 'waiting'],
  reclassify: ['received', ...working, 'waiting', 'referred'],
  recordStatusReport: open,
  note: everywhere,
  link: everywhere,
  merge: everywhere,
  reopen: ['closed', 'referred'],
};

/** What anybody at a counter may do: a complainant may come to any of them. */
const forAnybody: ReadonlySet<ComplaintAction> = new Set(['recordCompletion', 'recordReply', 'note', 'recordStatusReport']);
const forSupervisors: ReadonlySet<ComplaintAction> = new Set(['merge', 'acknowledgeEscalation']);

export interface Person {
  /** null: the program itself. */
  readonly staffId: string | null;
  readonly isSupervisor: boolean;
}

/** Whether the complaint is this person's: she received it, it is assigned to her, or she supervises. */
export const isTheirs = (complaint: Pick<Complaint, 'receivedBy' | 'assigneeId'>, { staffId, isSupervisor }: Person): boolean =>
  isSupervisor || (staffId !== null && (complaint.receivedBy === staffId || complaint.assigneeId === staffId));

/** Whether the step fits the complaint as it stands now. */
export function fits(action: ComplaintAction, complaint: Complaint): boolean {
  if (!stagesOf[action].includes(complaint.stage)) return false;
  switch (action) {
    case 'verify':
      return complaint.verifiedAt === null;
    case 'recordCompletion':
      return complaint.waiting?.for === 'completion';
    case 'recordReply':
      return complaint.stage === 'answered' || complaint.waiting?.for === 'answerToQuestion';
    case 'acknowledgeEscalation':
      return complaint.watch !== null && complaint.watch.level !== 'warned' && !complaint.watch.acknowledged;
    default:
      return true;
  }
}

/** Whether others can be merged into it: what is over answers nobody any more. */
export const takesOthersIn = ({ stage }: Pick<Complaint, 'stage'>): boolean => stage !== 'merged' && stage !== 'closed';

export const mayTake = (action: ComplaintAction, complaint: Complaint, person: Person): boolean =>
  forSupervisors.has(action) ? person.isSupervisor : forAnybody.has(action) || isTheirs(complaint, person);

/** The step that leads on: what is assigned is worked on, what was worked on is answered, what satisfied is closed. */
function comesNext({ stage, satisfied }: Complaint): ComplaintAction | null {
  if (stage === 'assigned') return 'recordMeasure';
  if (stage === 'inProgress') return 'answer';
  return stage === 'answered' && satisfied ? 'close' : null;
}

/** What a person may do now, the most sensible first; an escalation before everything. */
export function possibleSteps(complaint: Complaint, person: Person): readonly ComplaintAction[] {
  const next = comesNext(complaint);
  const rank = (action: ComplaintAction) => (action === 'acknowledgeEscalation' ? 0 : action === next ? 1 : 2);
  return (Object.keys(stagesOf) as ComplaintAction[])
    .filter((action) => fits(action, complaint) && mayTake(action, complaint, person))
    .toSorted((a, b) => rank(a) - rank(b));
}
