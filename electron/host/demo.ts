import { holidays2026 } from '../../shared/domain/office/holidays2026.ts';
import { type ServiceTemplate, serviceTemplates } from '../../shared/domain/office/templates.ts';
import type { Counter, DayHours, OfficeTexts, Service } from '../../shared/domain/office/types.ts';
import type { CommandMethod, Input, Output } from '../../shared/rpc/contract.ts';
import type { StaffRole } from '../../shared/rpc/roles.ts';
import type { Random } from './ports.ts';
import type { Connection } from './rpc/connection.ts';
import type { Host } from './startHost.ts';

/** The PIN of every demo account; shown in the README and on the demo's log-in screen help. */
export const demoPin = '246810';

/** The demo's accounts: one for each work, an officer twice. */
export const demoStaff: readonly { readonly name: string; readonly roles: readonly StaffRole[] }[] = [
  { name: 'Ratna Admin', roles: ['admin'] },
  { name: 'Sari Wulandari', roles: ['petugas'] },
  { name: 'Budi Santoso', roles: ['petugas'] },
  { name: 'Dewi Lestari', roles: ['pengawas'] },
  { name: 'Agus Prasetyo', roles: ['keamanan'] },
];

const profile: Input<'office.saveProfile'> = {
  name: 'Dinas Kependudukan dan Pencatatan Sipil Kota Contoh',
  address: 'Jalan Merdeka 1, Kota Contoh',
  zone: 'Asia/Jakarta',
  language: 'id',
};

const texts: OfficeTexts = {
  runningText: {
    id: 'Semua layanan di kantor ini gratis. Siapkan dokumen persyaratan sebelum nomor Anda dipanggil. Lansia, penyandang disabilitas, ibu hamil, dan ibu menyusui didahulukan.',
    en: 'All services of this office are free of charge. Have your papers ready before your number is called. Elderly, disabled, pregnant and nursing visitors have priority.',
  },
  ticketFooter: { id: 'Terima kasih sudah menunggu.', en: 'Thank you for waiting.' },
  contact: 'Meja informasi, telepon (021) 555-0100',
};

/** Open around the clock, every day, so that the tour works whenever it is taken. A real office sets its own hours. */
const hours: readonly DayHours[] = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, open: '00:00', close: '23:59', breaks: [] }));

/** Which services each counter takes, by the templates' keys. */
const counters: readonly (readonly [number: number, keys: readonly string[] | 'all'])[] = [
  [1, ['ktpLost', 'ktpDamaged', 'familyCardChange']],
  [2, ['birthCertificate', 'deathCertificate', 'familyCardChange']],
  [3, ['movingOut', 'movingIn', 'domicileLetter', 'businessPermit']],
  [4, 'all'],
];

/**
 * Makes the demo office through the real commands, as an administrator would. An office that exists is left alone.
 * @returns whether it was made.
 */
export async function seedDemoOffice(host: Pick<Host, 'router' | 'services'>): Promise<boolean> {
  const { engine, lan, ports } = host.services;
  // A station of another office gets that office's data.
  if (engine.states.office.profile !== null || lan.state() !== null) return false;
  const send = createSender(host);
  const [administrator, ...others] = demoStaff;
  if (administrator === undefined) throw new Error('the demo needs an administrator');
  const services = serviceTemplates.map((template) => [template.key, serviceFrom(template, ports.random)] as const);
  const staffId = ports.random.uuid();

  await send('office.setUp', {
    profile,
    services: services.map(([, service]) => service),
    counters: counters.map(([number, keys]) => counterFrom(number, keys, services, ports.random)),
    administrator: { staffId, name: administrator.name, secret: demoPin },
  });
  await send('access.logIn', { staffId, secret: demoPin });
  for (const { name, roles } of others) {
    await send('staff.add', { staffId: ports.random.uuid(), name, roles: [...roles], secret: demoPin });
  }
  await send('office.saveHours', [...hours]);
  await send('office.saveHolidays', { year: 2026, confirmed: true, days: [...holidays2026] });
  await send('office.saveTexts', texts);
  await send('access.logOut', {});
  return true;
}

/** A session of a person of the demo office, and how it ends. */
export async function demoSender(host: Pick<Host, 'router' | 'services'>, name: string) {
  const send = createSender(host);
  const staffId = host.services.engine.states.office.staff.find((member) => member.name === name)?.id;
  if (staffId === undefined) throw new Error(`the demo office has no ${name}`);
  await send('access.logIn', { staffId, secret: demoPin });
  return { send, end: () => send('access.logOut', {}) };
}

export type Send = ReturnType<typeof createSender>;

/** A staff window without a screen: its commands go through the router, with roles and validation like any other. */
function createSender({ router, services: { ports } }: Pick<Host, 'router' | 'services'>) {
  const connection: Connection = { id: ports.random.uuid(), surface: 'staff', push: () => {} };
  let n = 0;
  return async <M extends CommandMethod>(method: M, input: Input<M>): Promise<Output<M>> => {
    const answer = await router.answer(connection, { t: 'call', n: n++, method, input, commandId: ports.random.uuid() });
    if (answer.kind !== 'done') throw new Error(`the demo office could not be made: ${method} answered ${JSON.stringify(answer)}`);
    return answer.output as Output<M>;
  };
}

function serviceFrom({ key: _key, requirements, ...rest }: ServiceTemplate, random: Random): Service {
  return { id: random.uuid(), ...rest, requirements: requirements.map((requirement) => ({ id: random.uuid(), ...requirement })) };
}

function counterFrom(
  number: number,
  keys: readonly string[] | 'all',
  services: readonly (readonly [string, Service])[],
  random: Random,
): Counter {
  const taken = services.filter(([key]) => keys === 'all' || keys.includes(key));
  return { id: random.uuid(), number, name: `Loket ${number}`, serviceIds: taken.map(([, { id }]) => id) };
}
