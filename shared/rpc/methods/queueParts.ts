import { z } from 'zod';
import { id } from '../../domain/values.ts';

/** Who works the queue: officers and those who may stand in for one. */
export const counterStaff = ['petugas', 'pengawas', 'admin'] as const;

export const done = z.strictObject({});
export const atCounter = z.strictObject({ counterId: id });
