import { useTranslation } from 'react-i18next';
import type { OrderKind } from '../../../../shared/sync/orders.ts';
import type { CentralStatus } from '../../../../shared/rpc/methods/central.ts';
import { momentWords } from '../../../ui/format.ts';
import { useLanguage } from '../../../ui/useLanguage.ts';
import { Panel } from '../parts/Section.tsx';
import classes from './sync.module.css';

const kinds = [
  'complaint.answer',
  'complaint.recordMeasure',
  'complaint.note',
  'complaint.askComplainant',
  'complaint.verify',
  'complaint.assign',
  'complaint.recordReply',
  'complaint.recordCompletion',
  'complaint.reopen',
  'service.rate',
  'announce',
  'office.saveService',
  'office.saveHolidays',
  'person.erase',
] as const satisfies readonly OrderKind[];

/** Reasons that come up and have words of their own; a rarer one is shown by its code, for whoever runs the server. */
const reasons = [
  'notUnderstood',
  'complaintUnknown',
  'complaintInOtherStage',
  'unitUnknown',
  'categoryUnknown',
  'textNotStored',
  'personUnknown',
  'prefixTaken',
  'serviceUnknown',
  'documentUnknown',
] as const;

/** What the agency, its units and the public asked of the office: what waits to be decided, and what could not be done. */
export function Orders({ orders: { waiting, refused }, zone }: { orders: CentralStatus['orders']; zone: string | undefined }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const kindWords = (kind: string) => {
    const known = kinds.find((one) => one === kind);
    return known === undefined ? t('settings.sync.order.other', { code: kind }) : t(`settings.sync.order.${known}`);
  };
  const reasonWords = (refusal: string) => {
    const known = reasons.find((one) => one === refusal);
    return known === undefined ? t('settings.sync.refused.other', { code: refusal }) : t(`settings.sync.refused.${known}`);
  };
  return (
    <Panel title={t('settings.sync.orders')} lead={t('settings.sync.orders.lead')}>
      <p className={classes.plain}>{waiting === 0 ? t('settings.sync.orders.none') : t('settings.sync.orders.waiting', { n: waiting })}</p>
      {refused.length > 0 && (
        <>
          <h3 className={classes.listTitle} id="refused-orders">
            {t('settings.sync.orders.refused')}
          </h3>
          <ul className={classes.list} aria-labelledby="refused-orders">
            {refused.map(({ orderId, kind, refusal, at }) => (
              <li key={orderId}>
                <strong>{kindWords(kind)}</strong>
                <span>{reasonWords(refusal)}</span>
                <span className={classes.quiet}>{momentWords(at, language, zone)}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </Panel>
  );
}
