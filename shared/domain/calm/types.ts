/** De-escalation cards (DOMAIN section 5, after CPI and Richmond et al. 2012): one for each level of a conflict. */
import { z } from 'zod';
import { bilingual } from '../values.ts';

/** tegang, marah, mengancam, kekerasan, reda. */
export const calmLevels = ['tense', 'angry', 'threatening', 'violent', 'calmed'] as const;
export const calmLevel = z.enum(calmLevels);
export type CalmLevel = z.infer<typeof calmLevel>;

/** What a card's buttons do. */
export const calmActions = ['supervisor', 'secondOfficer', 'quietRoom', 'legal', 'security', 'breathe'] as const;
export const calmAction = z.enum(calmActions);
export type CalmAction = z.infer<typeof calmAction>;

/** Somebody who is shouted at reads this: at most five short lines. */
export const mostLines = 5;
export const lineLength = 90;

export const calmCard = z.strictObject({
  level: calmLevel,
  lines: z.array(bilingual(lineLength)).min(1).max(mostLines),
  /** To say word by word, in Indonesian whatever the screen speaks. */
  phrases: z.array(z.string().trim().min(1).max(160)).max(4),
  avoid: z.array(bilingual(lineLength)).max(3),
  actions: z.array(calmAction).max(calmActions.length),
});
export type CalmCard = z.infer<typeof calmCard>;

/** Exactly one card for each level, in their order. */
export const calmCards = z
  .array(calmCard)
  .length(calmLevels.length)
  .refine((cards) => cards.every(({ level }, at) => level === calmLevels[at]));
