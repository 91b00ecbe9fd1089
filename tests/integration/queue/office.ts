/** A set-up office on a real host, with the clock in the test's hand. */
import { v7 } from 'uuid';
import type { Counter, PriorityPolicy, Service } from '../../../shared/domain/office/types.ts';
import type { PriorityGround } from '../../../shared/domain/queue/types.ts';
import type { OfficeZone } from '../../../shared/domain/values.ts';
import type { Reply } from '../../../shared/rpc/client.ts';
import type { CommandMethod, Input, Output, QueryMethod } from '../../../shared/rpc/contract.ts';
import type { Surface } from '../../../shared/rpc/roles.ts';
import { startTestHost, type TestHost } from '../../fixtures/testHost.ts';
import { createTestPorts, type TestPorts } from '../../fixtures/testPorts.ts';

const pin = '135790';
export type Who = 'ratna' | 'sari' | 'budi' | 'dewi' | 'kiosk' | 'board';

export interface TestOffice {
  readonly ports: TestPorts;
  readonly services: readonly [Service, Service];
  readonly counters: readonly [Counter, Counter];
  readonly host: TestHost['host'];
  /** Sends a command from a window of this person, who logs in for it: sessions end while the clock moves. */
  send<M extends CommandMethod>(who: Who, method: M, input: Input<M>, commandId?: string): Promise<Reply<M>>;
  /** As `send`, of a command that must succeed. */
  must<M extends CommandMethod>(who: Who, method: M, input: Input<M>, commandId?: string): Promise<Output<M>>;
  ask<M extends QueryMethod>(who: Who, method: M, input: Input<M>): Promise<Output<M>>;
  /** As `ask`, of a query that may be refused. */
  asked<M extends QueryMethod>(who: Who, method: M, input: Input<M>): Promise<Reply<M>>;
  issue(service: 0 | 1, ground?: PriorityGround | null): Promise<Output<'queue.issue'>>;
  /** Opens the day and both counters, by Sari and Budi. */
  open(): Promise<void>;
  /** Calls next at a counter as the supervisor and ends the visit there. */
  serveNext(counter: 0 | 1): Promise<Output<'queue.callNext'>>;
  restart(): Promise<void>;
  end(): Promise<void>;
}

export interface OfficeOptions {
  readonly zone?: OfficeZone;
  readonly policy?: PriorityPolicy;
  /** When the office is set up. */
  readonly at?: string;
}

export async function startOffice({
  zone = 'Asia/Jakarta',
  policy,
  at = '2026-11-23T08:00:00+07:00',
}: OfficeOptions = {}): Promise<TestOffice> {
  const ports = createTestPorts(at);
  let test = await startTestHost({ ports });
  const services = [makeService('A'), makeService('B')] as const;
  const serviceIds = services.map(({ id }) => id);
  const counters = [makeCounter(1, serviceIds), makeCounter(2, serviceIds)] as const;
  const staff = { ratna: v7(), sari: v7(), budi: v7(), dewi: v7() };

  const inWindow = async <T>(who: Who, work: (window: ReturnType<TestHost['window']>) => Promise<T>): Promise<T> => {
    const surface: Surface = who === 'kiosk' || who === 'board' ? who : 'staff';
    const window = test.window(surface);
    try {
      if (who !== 'kiosk' && who !== 'board') await window.done('access.logIn', { staffId: staff[who], secret: pin });
      return await work(window);
    } finally {
      window.close();
    }
  };

  const set = test.window();
  await set.done('office.setUp', {
    profile: { name: 'Kantor Uji', address: '', zone, language: 'id' },
    services: [...services],
    counters: [...counters],
    administrator: { staffId: staff.ratna, name: 'Ratna', secret: pin },
  });
  await set.done('access.logIn', { staffId: staff.ratna, secret: pin });
  await set.done('staff.add', { staffId: staff.sari, name: 'Sari', roles: ['petugas'], secret: pin });
  await set.done('staff.add', { staffId: staff.budi, name: 'Budi', roles: ['petugas'], secret: pin });
  await set.done('staff.add', { staffId: staff.dewi, name: 'Dewi', roles: ['pengawas'], secret: pin });
  // Without hours nothing limits the issue, whatever the clock shows.
  await set.done('office.saveHours', []);
  if (policy !== undefined) await set.done('office.savePolicy', policy);
  set.close();

  const office: TestOffice = {
    ports,
    services,
    counters,
    get host() {
      return test.host;
    },
    send: (who, method, input, commandId) => inWindow(who, (window) => window.client.command(method, input, commandId)),
    must: (who, method, input, commandId) => inWindow(who, (window) => window.done(method, input, commandId)),
    ask: (who, method, input) => inWindow(who, (window) => window.ask(method, input)),
    asked: (who, method, input) => inWindow(who, (window) => window.client.query(method, input)),
    issue: (service, ground = null) =>
      office.must('kiosk', 'queue.issue', { ticketId: v7(), visitId: v7(), serviceId: services[service].id, ground }),
    async open() {
      await office.must('sari', 'queue.openDay', {});
      await office.must('sari', 'queue.openCounter', { counterId: counters[0].id });
      await office.must('budi', 'queue.openCounter', { counterId: counters[1].id });
    },
    async serveNext(counter) {
      const counterId = counters[counter].id;
      const called = await office.must('dewi', 'queue.callNext', { counterId });
      await office.must('dewi', 'queue.startServing', { counterId, ticketId: called.ticketId });
      await office.must('dewi', 'queue.finish', { counterId, ticketId: called.ticketId });
      return called;
    },
    async restart() {
      test = await test.restart();
    },
    end: () => test.end(),
  };
  return office;
}

function makeService(prefix: string): Service {
  return {
    id: v7(),
    prefix,
    title: { id: `Layanan ${prefix}`, en: `Service ${prefix}` },
    requirements: [{ id: v7(), title: { id: 'KK', en: 'Family card' }, whereToGet: { id: '', en: '' } }],
    procedure: { id: '', en: '' },
    duration: { unit: 'minutes', value: 15 },
    fee: 0,
    product: { id: '', en: '' },
    meanServiceMinutes: 10,
    targetWaitMinutes: 30,
  };
}

const makeCounter = (number: number, serviceIds: string[]): Counter => ({ id: v7(), number, name: `Loket ${number}`, serviceIds });
