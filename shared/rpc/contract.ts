/**
 * The one contract of the program (DESIGN decision 11): every command and query with its input, output, possible
 * refusals and the roles that may use it. Both ends validate against it; a method or role that is not here is refused.
 */
import type { z } from 'zod';
import type { CommandDefinition, MethodDefinition, QueryDefinition, RefusalShapes } from './define.ts';
import { accessMethods } from './methods/access.ts';
import { alarmMethods } from './methods/alarm.ts';
import { attachmentMethods } from './methods/attachments.ts';
import { bookMethods } from './methods/book.ts';
import { calmMethods } from './methods/calm.ts';
import { centralMethods } from './methods/central.ts';
import { complaintDraftMethods } from './methods/complaintDrafts.ts';
import { complaintMethods } from './methods/complaints.ts';
import { complaintStepMethods } from './methods/complaintSteps.ts';
import { documentMethods } from './methods/documents.ts';
import { floorMethods } from './methods/floor.ts';
import { incidentMethods } from './methods/incidents.ts';
import { leadMethods } from './methods/lead.ts';
import { officeMethods } from './methods/office.ts';
import { peopleMethods } from './methods/people.ts';
import { printingMethods } from './methods/printing.ts';
import { queueMethods } from './methods/queue.ts';
import { screensMethods } from './methods/screens.ts';
import { stationMethods } from './methods/stations.ts';
import { systemMethods } from './methods/system.ts';

export const contract = {
  ...accessMethods,
  ...officeMethods,
  ...queueMethods,
  ...documentMethods,
  ...printingMethods,
  ...peopleMethods,
  ...systemMethods,
  ...stationMethods,
  ...complaintMethods,
  ...complaintStepMethods,
  ...complaintDraftMethods,
  ...attachmentMethods,
  ...alarmMethods,
  ...incidentMethods,
  ...calmMethods,
  ...screensMethods,
  ...bookMethods,
  ...floorMethods,
  ...leadMethods,
  ...centralMethods,
} as const;

export type Contract = typeof contract;
export type Method = keyof Contract;
export type CommandMethod = { [M in Method]: Contract[M] extends CommandDefinition ? M : never }[Method];
export type QueryMethod = { [M in Method]: Contract[M] extends QueryDefinition ? M : never }[Method];

export type Input<M extends Method> = z.output<Contract[M]['input']>;
export type Output<M extends Method> = z.output<Contract[M]['output']>;

type RefusalOf<Shapes extends RefusalShapes> = {
  [Type in keyof Shapes & string]: { readonly type: Type } & Details<z.output<Shapes[Type]>>;
}[keyof Shapes & string];

/** `z.strictObject({})` is `Record<string, never>` in types, which would forbid even `type`. */
type Details<Shape> = string extends keyof Shape ? unknown : Shape;

/** The refusals that a method may answer, as one union discriminated by `type`. */
export type RefusalOfMethod<M extends Method> = RefusalOf<Contract[M]['refusals']>;
/** Every refusal of the program; the screens have words for each (`refusal.<type>` in both languages). */
export type AnyRefusal = { [M in Method]: RefusalOfMethod<M> }[Method];

export const methods: Readonly<Record<Method, MethodDefinition>> = contract;
export const methodNames = Object.keys(contract) as Method[];
export const isMethod = (name: string): name is Method => Object.hasOwn(contract, name);
