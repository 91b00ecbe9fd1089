/** What a complaint's refusals say: no code stands in a sentence. */
import { renderHook } from '@testing-library/react';
import i18next from 'i18next';
import { afterEach, describe, expect, it } from 'vitest';
import { useProblemWords } from '../../../renderer/ui/useProblemWords.ts';
import { complaintStages } from '../../../shared/domain/complaints/types.ts';

afterEach(() => i18next.changeLanguage('id'));

describe('a step that does not fit any more', () => {
  it.each(['id', 'en'] as const)('names the stage in the words of the screen, %s', async (language) => {
    await i18next.changeLanguage(language);
    const { result } = renderHook(() => useProblemWords());
    for (const stage of complaintStages) {
      const refusal = { type: 'complaintInOtherStage', number: 'P-2026-000013', stage };
      expect(result.current({ kind: 'refused', refusal })).toContain(i18next.t(`complaintStage.${stage}` as never));
    }
    expect(i18next.t('complaintStage.answered')).toBe(language === 'id' ? 'Ditanggapi' : 'Answered');
  });
});
