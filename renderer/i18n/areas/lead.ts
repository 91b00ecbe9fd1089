import { lead as leadEn } from '../en/lead.ts';
import { lead as leadId } from '../id/lead.ts';

/** Being cut off, who leads, what people must know after a healing. */
export const id = leadId;
export const en = leadEn;
