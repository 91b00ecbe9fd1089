import type { OfficeState } from '../office/state.ts';
import { type ComplaintRules, defaultComplaintRules } from './rules.ts';

/** The office's rules; the defaults of the law until somebody changed them. */
export const rulesOf = (office: Pick<OfficeState, 'complaintRules'>): ComplaintRules => office.complaintRules ?? defaultComplaintRules;
