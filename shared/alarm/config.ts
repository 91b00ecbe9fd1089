import { z } from 'zod';
import { line } from '../domain/values.ts';

const hex = z.string().regex(/^(?:[0-9a-fA-F]{2}){0,64}$/u);

/** What an administrator decides about the security call; kept beside its journal, not in a database. */
export const alarmConfig = z.strictObject({
  emergencyNumber: line(20),
  /** Seconds after which the second and the third tier are asked. */
  tierSeconds: z.tuple([z.number().int().min(5).max(300), z.number().int().min(10).max(600)]),
  /** Address that gets a POST with JSON; empty: none. */
  webhook: z.union([z.literal(''), z.url({ protocol: /^https?$/u }).max(500)]),
  /** File in the alarm's own folder `commands` that is run; empty: none. Only who may write that folder can add one. */
  command: z.string().regex(/^$|^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/u),
  serial: z.strictObject({ path: z.string().max(200), data: hex }).nullable(),
  relay: z
    .strictObject({ host: z.string().regex(/^[A-Za-z0-9.:-]{1,253}$/u), port: z.number().int().min(1).max(65535), data: hex })
    .nullable(),
});
export type AlarmConfig = z.infer<typeof alarmConfig>;

export const defaultAlarmConfig: AlarmConfig = {
  emergencyNumber: '112',
  tierSeconds: [15, 30],
  webhook: '',
  command: '',
  serial: null,
  relay: null,
};
