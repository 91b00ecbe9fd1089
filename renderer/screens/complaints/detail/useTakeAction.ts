import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { v7 } from 'uuid';
import type { ComplaintClass, ComplaintTag, ComplaintType, Level } from '../../../../shared/domain/complaints/types.ts';
import type { CommandMethod, Input } from '../../../../shared/rpc/contract.ts';
import type { ComplaintAction, ComplaintView } from '../../../../shared/rpc/methods/complaintViews.ts';
import { noFilters } from '../../../../shared/rpc/methods/complaints.ts';
import { useHost } from '../../../api/HostProvider.tsx';
import { useProblemWords } from '../../../ui/useProblemWords.ts';

/** Everything that any step can ask; a step uses its part. */
export interface ActionDraft {
  readonly text: string;
  readonly tag: ComplaintTag | null;
  readonly unitId: string | null;
  readonly staffId: string | null;
  readonly written: boolean;
  readonly satisfied: boolean;
  readonly outcome: Input<'complaint.close'>['outcome'];
  readonly other: string;
  readonly type: ComplaintType | null;
  readonly class: ComplaintClass;
  readonly categoryId: string | null;
  readonly urgency: Level;
  readonly impact: Level;
  readonly channel: Input<'complaint.recordStatusReport'>['channel'];
}

type Writing = Exclude<ComplaintAction, 'reclassify' | 'merge' | 'link' | 'acknowledgeEscalation'>;
const wordless: ReadonlySet<ComplaintAction> = new Set(['reclassify', 'merge', 'link', 'acknowledgeEscalation']);
const mayStayEmpty: ReadonlySet<ComplaintAction> = new Set(['verify', 'assign', 'close']);

export const writesText = (action: ComplaintAction): action is Writing => !wordless.has(action);

export function isReady(action: ComplaintAction, draft: ActionDraft): boolean {
  if (writesText(action) && !mayStayEmpty.has(action) && draft.text.trim() === '') return false;
  switch (action) {
    case 'verify':
      return draft.tag !== null;
    case 'assign':
      return draft.unitId !== null;
    case 'reclassify':
      return draft.type !== null;
    case 'merge':
    case 'link':
      return draft.other.trim() !== '';
    default:
      return true;
  }
}

/** Sends a step. Its ids are made once, so that a second try after a lost answer has no second effect. */
export function useTakeAction(action: ComplaintAction, { complaintId, number }: ComplaintView, onDone: () => void) {
  const { t } = useTranslation();
  const { client } = useHost();
  const words = useProblemWords();
  const ids = useRef({ textId: v7(), commandId: v7() });
  const [pending, setPending] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);

  const otherId = async (typed: string): Promise<string | null> => {
    const found = await client.query('complaint.list', {
      filters: { ...noFilters, text: typed.trim() },
      sort: 'newest',
      offset: 0,
      limit: 20,
    });
    const rows = found.kind === 'done' ? found.output.rows : [];
    return rows.find((row) => row.number === typed.trim().toUpperCase() && row.number !== number)?.complaintId ?? null;
  };

  const inputOf = async (draft: ActionDraft): Promise<unknown> => {
    const text = { complaintId, textId: ids.current.textId, text: draft.text.trim() };
    switch (action) {
      case 'verify':
        return { ...text, tag: draft.tag };
      case 'assign':
        return { ...text, unitId: draft.unitId, staffId: draft.staffId };
      case 'answer':
        return { ...text, written: draft.written };
      case 'recordReply':
        return { ...text, satisfied: draft.satisfied };
      case 'close':
        return { ...text, outcome: draft.outcome };
      case 'recordStatusReport':
        return { ...text, channel: draft.channel };
      case 'reclassify': {
        const { type, class: of, categoryId, urgency, impact } = draft;
        return { complaintId, type, class: of, categoryId, urgency, impact };
      }
      case 'merge':
        return { complaintId, intoId: await otherId(draft.other) };
      case 'link':
        return { complaintId, otherId: await otherId(draft.other) };
      case 'acknowledgeEscalation':
        return { complaintId };
      default:
        return text;
    }
  };

  const take = async (draft: ActionDraft) => {
    setPending(true);
    setProblem(null);
    try {
      const input = await inputOf(draft);
      if (Object.values(input as object).includes(null) && (action === 'merge' || action === 'link')) {
        setProblem(t('complaintAction.other.unknown'));
        return;
      }
      const reply = await client.command(`complaint.${action}` as CommandMethod, input as never, ids.current.commandId);
      if (reply.kind === 'done') return onDone();
      // A refusal is an answer: what is changed after it is another command.
      if (reply.kind === 'refused') ids.current = { ...ids.current, commandId: v7() };
      setProblem(words(reply));
    } finally {
      setPending(false);
    }
  };
  return { take, pending, problem };
}
