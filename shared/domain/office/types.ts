import { z } from 'zod';
import { staffRoles } from '../../rpc/roles.ts';
import { bilingual, date, id, language, line, officeZone, timeOfDay } from '../values.ts';

/** A paper that a service asks for. */
export const requirement = z.strictObject({
  id,
  title: bilingual(200),
  /** Where the visitor can get it, printed on the slip of missing papers; empty when obvious. */
  whereToGet: z.strictObject({ id: line(200, 0), en: line(200, 0) }),
});
export type Requirement = z.infer<typeof requirement>;

/** How long a service takes as the standar pelayanan promises it: minutes at the counter or working days. */
export const serviceDuration = z.discriminatedUnion('unit', [
  z.strictObject({ unit: z.literal('minutes'), value: z.number().int().min(1).max(480) }),
  z.strictObject({ unit: z.literal('workingDays'), value: z.number().int().min(0).max(365) }),
]);

/** An entry of the service catalogue: the components of a standar pelayanan (UU 25/2009 art. 21) plus queue figures. */
export const service = z.strictObject({
  id,
  /** Letter(s) before the ticket number; one series per service, so unique among active services. */
  prefix: z.string().regex(/^[A-Z]{1,2}$/u),
  title: bilingual(120),
  requirements: z.array(requirement).max(30),
  procedure: z.strictObject({ id: line(1000, 0), en: line(1000, 0) }),
  duration: serviceDuration,
  /** Rupiah; 0 means gratis. */
  fee: z.number().int().min(0).max(100_000_000),
  product: z.strictObject({ id: line(200, 0), en: line(200, 0) }),
  /** First guess of the time at the counter, minutes, until enough visits were measured. */
  meanServiceMinutes: z.number().min(1).max(240),
  /** A visitor should have been called within this many minutes (the service level's Y). */
  targetWaitMinutes: z.number().int().min(1).max(480),
});
export type Service = z.infer<typeof service>;

export const counter = z.strictObject({
  id,
  /** The number that the voice says: "loket tiga". */
  number: z.number().int().min(1).max(99),
  name: line(40),
  serviceIds: z.array(id).min(1).max(50),
});
export type Counter = z.infer<typeof counter>;

/** ISO weekday: 1 Monday … 7 Sunday. */
export const weekday = z.number().int().min(1).max(7);
export const breakPeriod = z.strictObject({ from: timeOfDay, to: timeOfDay });
export const dayHours = z.strictObject({ weekday, open: timeOfDay, close: timeOfDay, breaks: z.array(breakPeriod).max(4) });
export type DayHours = z.infer<typeof dayHours>;
/** The week's hours; a weekday that is not listed is closed. Default after Perpres 21/2023. */
export const weekHours = z.array(dayHours).max(7);

export const holiday = z.strictObject({ date, name: line(120), kind: z.enum(['national', 'collectiveLeave', 'office']) });
export type Holiday = z.infer<typeof holiday>;

/** How the next visitor is chosen (DOMAIN section 3). */
export const priorityPolicy = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('accumulating'), weight: z.number().min(1).max(20), limitMinutes: z.number().int().min(1).max(120) }),
  z.strictObject({ kind: z.literal('ratio'), regularPerPriority: z.number().int().min(1).max(20) }),
  z.strictObject({ kind: z.literal('strict') }),
  z.strictObject({ kind: z.literal('fifo') }),
]);
export type PriorityPolicy = z.infer<typeof priorityPolicy>;
export const defaultPolicy: PriorityPolicy = { kind: 'accumulating', weight: 3, limitMinutes: 10 };

/** What the program prints. */
export const paperKinds = [
  'ticket',
  'documentReceipt',
  'shortfallSlip',
  'complaintReceipt',
  'complaintLetter',
  'statusLetter',
  'incidentReport',
  'sopProposal',
  'blackoutSheet',
] as const;

export const paperWidths = ['58mm', '80mm', 'a5', 'a4'] as const;
/** A printer: the operating system's (the window prints HTML) or a network printer that takes raw ESC/POS. */
export const printer = z.strictObject({
  id,
  name: line(60),
  paper: z.enum(paperWidths),
  connection: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('system'), deviceName: line(200, 0) }),
    z.strictObject({
      kind: z.literal('network'),
      host: z.string().regex(/^[A-Za-z0-9.:-]{1,253}$/u),
      port: z.number().int().min(1).max(65535),
    }),
  ]),
  /** Which papers go here unless the officer chooses another. */
  uses: z.array(z.enum(paperKinds)),
});
export type Printer = z.infer<typeof printer>;

/** Texts that the office words itself. */
export const officeTexts = z.strictObject({
  runningText: z.strictObject({ id: line(500, 0), en: line(500, 0) }),
  ticketFooter: z.strictObject({ id: line(200, 0), en: line(200, 0) }),
  /** Where to ask and complain, printed on receipts. */
  contact: line(200, 0),
});
export type OfficeTexts = z.infer<typeof officeTexts>;

export const officeProfile = z.strictObject({
  name: line(120),
  address: line(300, 0),
  zone: officeZone,
  language,
});
export type OfficeProfile = z.infer<typeof officeProfile>;

export const staffRole = z.enum(staffRoles);
export const staffMember = z.strictObject({ id, name: line(80), roles: z.array(staffRole).min(1), active: z.boolean() });
export type StaffMember = z.infer<typeof staffMember>;
