import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../../ui/useLanguage.ts';
import type { CounterView } from '../model/actions.ts';
import type { Choice } from './ChoiceGroup.tsx';

/** Services as choices, with how many wait there and whether anybody takes them now. */
export function useServiceChoices(services: CounterView['services']): readonly Choice<string>[] {
  const { t } = useTranslation();
  const language = useLanguage();
  return services.map(({ id, prefix, title, queue }) => ({
    value: id,
    label: `${prefix} · ${title[language]}`,
    detail: queue.openCounters === 0 ? t('counter.transfer.noCounter') : t('counter.transfer.waiting', { n: queue.waiting }),
  }));
}
