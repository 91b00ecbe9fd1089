import { useTranslation } from 'react-i18next';
import type { CallReason } from '../../../../shared/domain/queue/types.ts';
import { reasonKey, waitedPart } from '../model/reason.ts';

/** Why a ticket was called, in words: "lansia, bobot 3, menunggu 9 menit". */
export function useReasonWords(): (reason: CallReason) => string {
  const { t } = useTranslation();
  return (reason) => {
    const waited = waitedPart(reason.waitedMs);
    const ground = reason.ground === null ? '' : t(`ground.${reason.ground}`).toLocaleLowerCase();
    return t(reasonKey(reason), { ground, weight: reason.weight, waited: t(waited.key, { n: waited.n }) });
  };
}
