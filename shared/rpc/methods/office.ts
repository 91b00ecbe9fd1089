import { z } from 'zod';
import { counter, holiday, officeProfile, officeTexts, printer, priorityPolicy, service, weekHours } from '../../domain/office/types.ts';
import { bilingual, date, id, line } from '../../domain/values.ts';
import { command, pick, query } from '../define.ts';
import { callerRoles, everyStaff } from '../roles.ts';
import { newSecret } from './access.ts';

export const officeRefusals = {
  alreadySetUp: z.strictObject({}),
  prefixTaken: z.strictObject({ prefix: z.string() }),
  counterNumberTaken: z.strictObject({ number: z.number() }),
  serviceUnknown: z.strictObject({}),
  counterUnknown: z.strictObject({}),
  printerUnknown: z.strictObject({}),
  serviceInUse: z.strictObject({ title: z.string(), waiting: z.number().int() }),
  counterInUse: z.strictObject({ name: z.string() }),
  lastService: z.strictObject({}),
  /** The counter takes only this service; give it another one first. */
  lastServiceOfCounter: z.strictObject({ name: z.string() }),
  hoursInvalid: z.strictObject({ weekday: z.number().int() }),
  holidayOutsideYear: z.strictObject({ date }),
};

const done = z.strictObject({});
const holidayYear = z.strictObject({ year: z.number().int().min(2020).max(2100), confirmed: z.boolean(), days: z.array(holiday).max(100) });

export const officeConfiguration = z.strictObject({
  profile: officeProfile,
  hours: weekHours,
  holidays: z.array(holidayYear),
  services: z.array(service),
  counters: z.array(counter),
  policy: priorityPolicy,
  printers: z.array(printer),
  texts: officeTexts,
});

export const officeMethods = {
  /** What every window may know of the office. */
  'office.profile': query({
    roles: callerRoles.filter((role) => role !== 'system'),
    input: z.strictObject({}),
    output: z.strictObject({ profile: officeProfile.nullable(), texts: officeTexts.nullable() }),
    topics: ['office'],
  }),
  'office.configuration': query({
    roles: everyStaff,
    input: z.strictObject({}),
    output: officeConfiguration,
    topics: ['office'],
  }),
  /** Template services for the set-up page and for adding one later (DOMAIN section 2, the demo office's catalogue). */
  'office.serviceTemplates': query({
    roles: ['anonymous', 'admin'],
    input: z.strictObject({}),
    output: z.array(
      service.omit({ id: true, requirements: true }).extend({
        key: z.string(),
        requirements: z.array(
          z.strictObject({ title: bilingual(200), whereToGet: z.strictObject({ id: line(200, 0), en: line(200, 0) }) }),
        ),
      }),
    ),
    topics: ['office'],
  }),
  /** First start: everything an office needs to open. Refused once an office exists. */
  'office.setUp': command({
    roles: ['anonymous'],
    input: z.strictObject({
      profile: officeProfile,
      services: z.array(service).min(1).max(50),
      counters: z.array(counter).min(1).max(50),
      administrator: z.strictObject({ staffId: id, name: line(80), secret: newSecret }),
    }),
    output: done,
    refusals: pick(officeRefusals, 'alreadySetUp', 'prefixTaken', 'counterNumberTaken', 'serviceUnknown'),
  }),
  'office.saveProfile': command({ roles: ['admin'], input: officeProfile, output: done, refusals: {} }),
  'office.saveHours': command({ roles: ['admin'], input: weekHours, output: done, refusals: pick(officeRefusals, 'hoursInvalid') }),
  'office.saveHolidays': command({
    roles: ['admin'],
    input: holidayYear,
    output: done,
    refusals: pick(officeRefusals, 'holidayOutsideYear'),
  }),
  /** A draft of a year's holidays that an administrator checks and confirms (`date-holidays`; 2026 from the official list). */
  'office.holidayDraft': query({
    roles: ['admin'],
    input: z.strictObject({ year: z.number().int().min(2020).max(2100) }),
    output: holidayYear,
    topics: ['office'],
  }),
  'office.saveService': command({ roles: ['admin'], input: service, output: done, refusals: pick(officeRefusals, 'prefixTaken') }),
  /** Puts the services in the order of the kiosk's tiles; names every active service once. */
  'office.orderServices': command({
    roles: ['admin'],
    input: z.strictObject({ serviceIds: z.array(id).min(1).max(50) }),
    output: done,
    refusals: pick(officeRefusals, 'serviceUnknown'),
  }),
  'office.retireService': command({
    roles: ['admin'],
    input: z.strictObject({ serviceId: id }),
    output: done,
    refusals: pick(officeRefusals, 'serviceUnknown', 'serviceInUse', 'lastService', 'lastServiceOfCounter'),
  }),
  'office.saveCounter': command({
    roles: ['pengawas', 'admin'],
    input: counter,
    output: done,
    refusals: pick(officeRefusals, 'counterNumberTaken', 'serviceUnknown'),
  }),
  'office.retireCounter': command({
    roles: ['admin'],
    input: z.strictObject({ counterId: id }),
    output: done,
    refusals: pick(officeRefusals, 'counterUnknown', 'counterInUse'),
  }),
  'office.savePolicy': command({ roles: ['pengawas', 'admin'], input: priorityPolicy, output: done, refusals: {} }),
  'office.savePrinter': command({ roles: ['admin'], input: printer, output: done, refusals: {} }),
  'office.removePrinter': command({
    roles: ['admin'],
    input: z.strictObject({ printerId: id }),
    output: done,
    refusals: pick(officeRefusals, 'printerUnknown'),
  }),
  'office.saveTexts': command({ roles: ['pengawas', 'admin'], input: officeTexts, output: done, refusals: {} }),
};
