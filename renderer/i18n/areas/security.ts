import { alarm as alarmEn } from '../en/alarm.ts';
import { security as securityEn } from '../en/security.ts';
import { alarm as alarmId } from '../id/alarm.ts';
import { security as securityId } from '../id/security.ts';

/** The guard post shows calls as the alert does and says its words too. */
export const id = { ...alarmId, ...securityId };
export const en = { ...alarmEn, ...securityEn };
