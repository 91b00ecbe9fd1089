import { queueCounters } from './queueCounters.ts';
import { queueDay } from './queueDay.ts';
import { queueHealing } from './queueHealing.ts';
import { queueTickets } from './queueTickets.ts';
import { queueViews } from './queueViews.ts';

export const queueMethods = { ...queueViews, ...queueDay, ...queueCounters, ...queueTickets, ...queueHealing };
