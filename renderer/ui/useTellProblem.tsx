import { notifications } from '@mantine/notifications';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { useProblemWords } from './useProblemWords.ts';
import type { Problem } from './useProblemWords.ts';

/** Shows a refusal or failure as a notice that stays until it is closed or eight seconds have passed. */
export function useTellProblem(): (problem: Problem) => void {
  const words = useProblemWords();
  const { t } = useTranslation();
  return useCallback(
    (problem) =>
      void notifications.show({
        color: problem.kind === 'refused' ? 'orange' : 'red',
        message: words(problem),
        autoClose: 8000,
        closeButtonProps: { 'aria-label': t('common.close') },
      }),
    [words, t],
  );
}
