import { describe, expect, test } from 'vitest';
import { decideOffice, type OfficeCommand, type OfficeContext, officeDecider } from '../../../shared/domain/office/decide.ts';
import type { OfficeEvent } from '../../../shared/domain/office/events.ts';
import { defaultHours, type OfficeState } from '../../../shared/domain/office/state.ts';
import type { Counter, Service } from '../../../shared/domain/office/types.ts';

const nobody: OfficeContext = { livingTickets: () => 0, isCounterOpen: () => false, stationId: 'lead' };

const id = (n: number) => `018f0000-0000-7000-8000-${String(n).padStart(12, '0')}`;
const service = (n: number, prefix: string): Service => ({
  id: id(n),
  prefix,
  title: { id: `Layanan ${n}`, en: `Service ${n}` },
  requirements: [],
  procedure: { id: '', en: '' },
  duration: { unit: 'minutes', value: 10 },
  fee: 0,
  product: { id: '', en: '' },
  meanServiceMinutes: 5,
  targetWaitMinutes: 30,
});
const counter = (n: number, number: number, ...services: number[]): Counter => ({
  id: id(n),
  number,
  name: `Loket ${number}`,
  serviceIds: services.map(id),
});
const profile = { name: 'Dinas Contoh', address: '', zone: 'Asia/Jakarta', language: 'id' } as const;
const setUpInput = {
  profile,
  services: [service(1, 'A'), service(2, 'B')],
  counters: [counter(11, 1, 1, 2), counter(12, 2, 2)],
  administrator: { staffId: id(21), name: 'Ratna Admin' },
};
const admin = { id: id(21), name: 'Ratna Admin', roles: ['admin' as const], active: true };

const setUp: OfficeEvent = {
  type: 'officeSetUp.v1',
  data: { profile, services: setUpInput.services, counters: setUpInput.counters, administrator: admin },
};
const officer = { id: id(22), name: 'Sari Wulandari', roles: ['petugas' as const], active: true };
const officerAdded: OfficeEvent = { type: 'staffAdded.v1', data: officer };

const fold = (events: readonly OfficeEvent[]): OfficeState => events.reduce(officeDecider.evolve, officeDecider.initial);

/** Given what happened, when a command comes, then … */
const given = (...events: OfficeEvent[]) => ({
  when: (command: OfficeCommand, context = nobody) => decideOffice(command, fold(events), context),
});
const happens = (...value: OfficeEvent[]) => ({ ok: true, value });
const isRefused = (error: { type: string } & Record<string, unknown>) => ({ ok: false, error });

describe('setting up', () => {
  test('an empty office takes everything it needs to open', () => {
    expect(given().when({ method: 'office.setUp', input: setUpInput })).toEqual(happens(setUp));
  });
  test('a second time is refused', () => {
    expect(given(setUp).when({ method: 'office.setUp', input: setUpInput })).toEqual(isRefused({ type: 'alreadySetUp' }));
  });
  test('two services with one prefix are refused', () => {
    const services = [service(1, 'A'), service(2, 'A')];
    expect(given().when({ method: 'office.setUp', input: { ...setUpInput, services } })).toEqual(
      isRefused({ type: 'prefixTaken', prefix: 'A' }),
    );
  });
  test('prefixes whose numbers could look alike at another station are refused: A at station B prints AB-001', () => {
    const services = [service(1, 'A'), service(2, 'AB')];
    expect(given().when({ method: 'office.setUp', input: { ...setUpInput, services } })).toEqual(
      isRefused({ type: 'prefixTaken', prefix: 'A' }),
    );
  });
  test('two counters with one number are refused', () => {
    const counters = [counter(11, 1, 1), counter(12, 1, 2)];
    expect(given().when({ method: 'office.setUp', input: { ...setUpInput, counters } })).toEqual(
      isRefused({ type: 'counterNumberTaken', number: 1 }),
    );
  });
  test.each([
    ['a service that is not offered', [counter(11, 1, 9)]],
    ['one service twice', [counter(11, 1, 1, 1)]],
    ['one id for two counters', [counter(11, 1, 1), counter(11, 2, 1)]],
  ])('a counter with %s is refused', (_what, counters) => {
    expect(given().when({ method: 'office.setUp', input: { ...setUpInput, counters } })).toEqual(isRefused({ type: 'serviceUnknown' }));
  });
});

describe('profile, policy, printers, texts', () => {
  test('a change is an event', () => {
    const data = { ...profile, zone: 'Asia/Jayapura' as const };
    expect(given(setUp).when({ method: 'office.saveProfile', input: data })).toEqual(happens({ type: 'profileChanged.v1', data }));
  });
  test('saving the same again is no event', () => {
    expect(given(setUp).when({ method: 'office.saveProfile', input: profile })).toEqual(happens());
  });
  test('a policy is an event', () => {
    expect(given(setUp).when({ method: 'office.savePolicy', input: { kind: 'ratio', regularPerPriority: 3 } })).toEqual(
      happens({ type: 'policyChanged.v1', data: { kind: 'ratio', regularPerPriority: 3 } }),
    );
  });
  const printer = { id: id(31), name: 'Termal', paper: '80mm' as const, connection: { kind: 'system' as const, deviceName: '' }, uses: [] };
  test('a printer is saved, and removed once', () => {
    expect(given(setUp).when({ method: 'office.savePrinter', input: printer })).toEqual(
      happens({ type: 'printerSaved.v1', data: printer }),
    );
    expect(
      given(setUp, { type: 'printerSaved.v1', data: printer }).when({ method: 'office.removePrinter', input: { printerId: printer.id } }),
    ).toEqual(happens({ type: 'printerRemoved.v1', data: { printerId: printer.id } }));
    expect(given(setUp).when({ method: 'office.removePrinter', input: { printerId: printer.id } })).toEqual(
      isRefused({ type: 'printerUnknown' }),
    );
  });
  test('texts are an event', () => {
    const data = { runningText: { id: 'Halo', en: 'Hello' }, ticketFooter: { id: '', en: '' }, contact: '' };
    expect(given(setUp).when({ method: 'office.saveTexts', input: data })).toEqual(happens({ type: 'textsChanged.v1', data }));
  });
});

describe('hours', () => {
  const day = (weekday: number, open: string, close: string, ...breaks: [string, string][]) => ({
    weekday,
    open,
    close,
    breaks: breaks.map(([from, to]) => ({ from, to })),
  });
  const save = (...input: ReturnType<typeof day>[]) => given(setUp).when({ method: 'office.saveHours', input });

  test('the default of Perpres 21/2023 is sound, and saving it changes nothing', () => {
    expect(save(...defaultHours.map(({ breaks, ...rest }) => ({ ...rest, breaks: [...breaks] })))).toEqual(happens());
  });
  test('an empty week is allowed', () => {
    expect(save()).toEqual(happens({ type: 'hoursChanged.v1', data: { hours: [] } }));
  });
  test('breaks may touch each other and the ends, in any order', () => {
    const hours = [day(1, '07:30', '16:00', ['12:00', '13:00'], ['07:30', '12:00'], ['15:00', '16:00'])];
    expect(save(...hours)).toEqual(happens({ type: 'hoursChanged.v1', data: { hours } }));
  });
  test.each([
    ['closing before opening', [day(3, '16:00', '07:30')]],
    ['closing when it opens', [day(3, '07:30', '07:30')]],
    ['a break before opening', [day(3, '07:30', '16:00', ['07:00', '08:00'])]],
    ['a break after closing', [day(3, '07:30', '16:00', ['15:30', '16:30'])]],
    ['a break that ends before it starts', [day(3, '07:30', '16:00', ['13:00', '12:00'])]],
    ['overlapping breaks', [day(3, '07:30', '16:00', ['12:00', '13:00'], ['12:30', '14:00'])]],
    ['a weekday twice', [day(3, '07:30', '12:00'), day(3, '13:00', '16:00')]],
  ])('%s is refused', (_what, hours) => {
    expect(save(...hours)).toEqual(isRefused({ type: 'hoursInvalid', weekday: 3 }));
  });
});

describe('holidays', () => {
  const year = { year: 2027, confirmed: true, days: [{ date: '2027-01-01', name: 'Tahun Baru', kind: 'national' as const }] };
  test('a year is one event, and replaces the same year', () => {
    expect(given(setUp).when({ method: 'office.saveHolidays', input: year })).toEqual(happens({ type: 'holidaysChanged.v1', data: year }));
    const drafted: OfficeEvent = { type: 'holidaysChanged.v1', data: { ...year, confirmed: false } };
    expect(fold([setUp, drafted, { type: 'holidaysChanged.v1', data: year }]).holidays).toEqual([year]);
  });
  test('a day of another year is refused', () => {
    const days = [{ date: '2026-12-31', name: 'Cuti', kind: 'office' as const }];
    expect(given(setUp).when({ method: 'office.saveHolidays', input: { ...year, days } })).toEqual(
      isRefused({ type: 'holidayOutsideYear', date: '2026-12-31' }),
    );
  });
});

describe('services', () => {
  test('a new one, a changed one', () => {
    const added = service(3, 'C');
    expect(given(setUp).when({ method: 'office.saveService', input: added })).toEqual(happens({ type: 'serviceSaved.v1', data: added }));
    const renamed = { ...service(1, 'A'), title: { id: 'Baru', en: 'New' } };
    expect(given(setUp).when({ method: 'office.saveService', input: renamed })).toEqual(
      happens({ type: 'serviceSaved.v1', data: renamed }),
    );
    expect(fold([setUp, { type: 'serviceSaved.v1', data: renamed }]).services.map((each) => each.title.id)).toEqual(['Baru', 'Layanan 2']);
  });
  test('the prefix of another service is refused, that of a retired one is free', () => {
    expect(given(setUp).when({ method: 'office.saveService', input: service(3, 'B') })).toEqual(
      isRefused({ type: 'prefixTaken', prefix: 'B' }),
    );
    expect(
      given(setUp, { type: 'serviceRetired.v1', data: { serviceId: id(2) } }).when({
        method: 'office.saveService',
        input: service(3, 'B'),
      }),
    ).toEqual(happens({ type: 'serviceSaved.v1', data: service(3, 'B') }));
  });
  test('a retired one is kept for history, leaves the counters, and can come back', () => {
    const other: OfficeEvent = { type: 'counterSaved.v1', data: counter(12, 2, 1, 2) };
    const retired = fold([setUp, other, { type: 'serviceRetired.v1', data: { serviceId: id(2) } }]);
    expect(retired.services.map((each) => each.id)).toEqual([id(1)]);
    expect(retired.retiredServices.map((each) => each.id)).toEqual([id(2)]);
    expect(retired.counters.map((each) => each.serviceIds)).toEqual([[id(1)], [id(1)]]);
    const back = officeDecider.evolve(retired, { type: 'serviceSaved.v1', data: service(2, 'B') });
    expect(back.retiredServices).toEqual([]);
  });
  test('retiring is refused while somebody waits, for the last one, for the only one of a counter, for an unknown one', () => {
    const retire = (n: number): OfficeCommand => ({ method: 'office.retireService', input: { serviceId: id(n) } });
    expect(given(setUp).when(retire(1), { ...nobody, livingTickets: () => 3 })).toEqual(
      isRefused({ type: 'serviceInUse', title: 'Layanan 1', waiting: 3 }),
    );
    expect(given(setUp).when(retire(2))).toEqual(isRefused({ type: 'lastServiceOfCounter', name: 'Loket 2' }));
    expect(given(setUp).when(retire(9))).toEqual(isRefused({ type: 'serviceUnknown' }));
    expect(
      given(
        setUp,
        { type: 'counterRetired.v1', data: { counterId: id(12) } },
        { type: 'serviceRetired.v1', data: { serviceId: id(2) } },
      ).when(retire(1)),
    ).toEqual(isRefused({ type: 'lastService' }));
  });
});

describe('counters', () => {
  test('a new one is listed by number', () => {
    const added = counter(13, 3, 1);
    expect(given(setUp).when({ method: 'office.saveCounter', input: added })).toEqual(happens({ type: 'counterSaved.v1', data: added }));
    expect(
      fold([setUp, { type: 'counterSaved.v1', data: counter(14, 9, 1) }, { type: 'counterSaved.v1', data: added }]).counters,
    ).toHaveLength(4);
  });
  test('the number of another counter and an unknown service are refused', () => {
    expect(given(setUp).when({ method: 'office.saveCounter', input: counter(13, 1, 1) })).toEqual(
      isRefused({ type: 'counterNumberTaken', number: 1 }),
    );
    expect(given(setUp).when({ method: 'office.saveCounter', input: counter(13, 3, 9) })).toEqual(isRefused({ type: 'serviceUnknown' }));
  });
  test('retiring is refused while it is open', () => {
    const retire: OfficeCommand = { method: 'office.retireCounter', input: { counterId: id(11) } };
    expect(given(setUp).when(retire)).toEqual(happens({ type: 'counterRetired.v1', data: { counterId: id(11) } }));
    expect(given(setUp).when(retire, { ...nobody, isCounterOpen: () => true })).toEqual(
      isRefused({ type: 'counterInUse', name: 'Loket 1' }),
    );
    expect(given(setUp).when({ method: 'office.retireCounter', input: { counterId: id(99) } })).toEqual(
      isRefused({ type: 'counterUnknown' }),
    );
  });
});

describe('staff', () => {
  const add = (name: string, n = 23): OfficeCommand => ({ method: 'staff.add', input: { staffId: id(n), name, roles: ['petugas'] } });

  test('a new account is active', () => {
    expect(given(setUp).when(add('Budi Santoso'))).toEqual(
      happens({ type: 'staffAdded.v1', data: { id: id(23), name: 'Budi Santoso', roles: ['petugas'], active: true } }),
    );
  });
  test('a name that differs only in case, and an id that exists, are refused', () => {
    expect(given(setUp, officerAdded).when(add('SARI  wulandari'))).toEqual(isRefused({ type: 'staffNameTaken', name: 'SARI  wulandari' }));
    expect(given(setUp, officerAdded).when(add('Budi', 22))).toEqual(isRefused({ type: 'staffNameTaken', name: 'Budi' }));
  });
  test('the name of an inactive account is free', () => {
    expect(
      given(setUp, officerAdded, { type: 'staffChanged.v1', data: { ...officer, active: false } }).when(add('Sari Wulandari')),
    ).toEqual(happens({ type: 'staffAdded.v1', data: { ...officer, id: id(23) } }));
  });
  test('roles change; an unknown account does not', () => {
    const promoted = { ...officer, roles: ['petugas' as const, 'pengawas' as const] };
    expect(given(setUp, officerAdded).when({ method: 'staff.change', input: promoted })).toEqual(
      happens({ type: 'staffChanged.v1', data: promoted }),
    );
    expect(given(setUp).when({ method: 'staff.change', input: promoted })).toEqual(isRefused({ type: 'staffUnknown' }));
  });
  test.each([
    ['switched off', { ...admin, active: false }],
    ['made an officer', { ...admin, roles: ['petugas' as const] }],
  ])('the last administrator cannot be %s', (_what, input) => {
    expect(given(setUp, officerAdded).when({ method: 'staff.change', input })).toEqual(isRefused({ type: 'lastAdministrator' }));
  });
  test('one of two administrators can go', () => {
    const second: OfficeEvent = { type: 'staffAdded.v1', data: { ...officer, roles: ['admin'] } };
    const input = { ...admin, active: false };
    expect(given(setUp, second).when({ method: 'staff.change', input })).toEqual(happens({ type: 'staffChanged.v1', data: input }));
  });
  test('a new secret is an event without the secret', () => {
    expect(given(setUp).when({ method: 'staff.resetSecret', input: { staffId: id(21) } })).toEqual(
      happens({ type: 'staffSecretChanged.v1', data: { staffId: id(21) } }),
    );
    expect(given(setUp).when({ method: 'access.changeSecret', input: { staffId: id(99) } })).toEqual(isRefused({ type: 'staffUnknown' }));
  });
});
