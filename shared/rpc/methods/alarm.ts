/** What can wait of the security call: its settings and its history. The call itself goes another way (shared/alarm). */
import { z } from 'zod';
import { alarmConfig } from '../../alarm/config.ts';
import { alarmView } from '../../alarm/protocol.ts';
import { command, query } from '../define.ts';

export const alarmMethods = {
  'alarm.config': query({
    roles: ['admin'],
    input: z.strictObject({}),
    output: z.strictObject({ config: alarmConfig, commands: z.array(z.string()), commandFolder: z.string() }),
    topics: ['alarm'],
  }),
  'alarm.saveConfig': command({ roles: ['admin'], input: alarmConfig, output: z.strictObject({}), refusals: {} }),
  /** Tries the outputs outside the office once, marked as a test. */
  'alarm.testOutputs': command({
    roles: ['admin'],
    input: z.strictObject({}),
    output: z.array(z.strictObject({ output: z.string(), ok: z.boolean(), detail: z.string() })),
    refusals: {},
  }),
  /** Calls of the past with their times, newest first. */
  'alarm.history': query({
    roles: ['keamanan', 'pengawas', 'admin'],
    input: z.strictObject({ limit: z.number().int().min(1).max(200) }),
    output: z.array(alarmView),
    topics: ['alarm'],
  }),
};
