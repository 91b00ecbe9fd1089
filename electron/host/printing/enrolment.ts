import type { Followed } from '../../../shared/papers/follow.ts';
import type { Services } from '../services.ts';

/** The central server that the office is enrolled at; `null`: none. */
export const enrolmentOf = ({ states }: Services['engine']): Followed | null => states.central.enrolment;
