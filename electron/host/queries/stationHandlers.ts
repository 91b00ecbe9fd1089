import { addressWords, joinTicket, parseAddress, type StationAddress } from '../../../shared/domain/stations/address.ts';
import { isNameTaken } from '../../../shared/domain/stations/decide.ts';
import { groupedJoinCode, parseJoinCode } from '../../../shared/domain/stations/joinCode.ts';
import { nextLetter } from '../../../shared/domain/stations/letters.ts';
import { qrPath } from '../../../shared/papers/qr.ts';
import { ok, refuse } from '../../../shared/result.ts';
import type { Output } from '../../../shared/rpc/contract.ts';
import { createAnswersOnce } from '../access/answersOnce.ts';
import type { Welcome } from '../lan/joining/protocol.ts';
import { qrModules } from '../printing/qr.ts';
import { ensureFoundingLead, takesStationsIn } from '../reactors/stationRegistry.ts';
import type { Execute } from '../rpc/execute.ts';
import type { Handlers } from '../rpc/handlers.ts';
import type { Services } from '../services.ts';
import { stationHere, stationList } from './stationViews.ts';

/** The answer reaches the window before the host that gave it ends. */
const restartAfterMs = 300;

/** Joining, the list of stations, what an administrator does about one. */
export function createStationHandlers(services: Services, execute: Execute): Handlers {
  const { engine, lan, ports } = services;
  const once = createAnswersOnce(20);
  const isLead = () => stationHere(services).role === 'lead' || stationHere(services).role === 'alone';
  return {
    'stations.here': () => ok(stationHere(services)),
    'stations.list': (_input, { connection }) => {
      // Whoever reads the code can join: nobody sees it but those who may show one.
      const mayJoin = services.access.callers.rolesOf(connection).includes('admin');
      const joining = mayJoin ? joiningView(services) : null;
      return ok({ ...stationList(services), isLead: isLead(), joining, lastJoined: lastJoined(services) });
    },
    'stations.nearby': () => ok(lan.nearby().map(({ name, address }) => ({ name, address: addressWords(address) }))),
    'stations.openJoining': (input, call) =>
      once(call, 'stations.openJoining', input, async () => {
        const { profile } = engine.states.office;
        if (!isLead() || profile === null) return refuse({ type: 'notLead' as const });
        if (!(await soon(() => takesStationsIn(services), ports.timers))) return refuse({ type: 'leadCutOff' as const });
        const by = services.access.callers.actorOf(call.connection);
        if (!(await ensureFoundingLead(services, leadName[profile.language], by))) throw new Error('the lead could not be entered');
        const { stations } = engine.states.office;
        if (isNameTaken(stations, input.name, '')) return refuse({ type: 'stationNameTaken' as const, name: input.name });
        if (nextLetter(stations.map(({ letter }) => letter)) === null) return refuse({ type: 'noLetterLeft' as const });
        const opened = await lan.openJoining(input, by);
        return opened.ok ? ok({}) : opened;
      }),
    'stations.cancelJoining': (input, call) =>
      once(call, 'stations.cancelJoining', input, () => {
        lan.joining.cancel();
        return Promise.resolve(ok({}));
      }),
    'stations.change': (input, call) => (isLead() ? execute('stations.change', input, call) : refuse({ type: 'notLead' })),
    'stations.revoke': (input, call) => (isLead() ? execute('stations.revoke', input, call) : refuse({ type: 'notLead' })),
    'stations.join': (input, call) => once(call, 'stations.join', input, () => join(services, input, ports.timers.after)),
  };
}

/** A station that has just joined gives the lead its lease a moment after it is connected. */
const leaseComesMs = 3000;

function soon(holds: () => boolean, timers: Services['ports']['timers']): Promise<boolean> {
  if (holds()) return Promise.resolve(true);
  return new Promise((resolve) => {
    const end = () => {
      stop();
      cancel();
      resolve(holds());
    };
    const stop = timers.every(100, () => void (holds() && end()));
    const cancel = timers.after(leaseComesMs, end);
  });
}

const leadName = { id: 'Stasiun pertama', en: 'First station' } as const;

async function join(
  { engine, events, keyStore, lan, restart, station, vault }: Services,
  input: { readonly address: string; readonly code: string },
  after: (ms: number, run: () => void) => unknown,
) {
  const to = parseAddress(input.address);
  if (to === null) return refuse({ type: 'addressInvalid' as const });
  const code = parseJoinCode(input.code);
  if (code === null) return refuse({ type: 'codeMistyped' as const });
  const isEmpty = () => engine.states.office.profile === null && events.count() === 0 && lan.state() === null;
  if (!isEmpty()) return refuse({ type: 'stationNotEmpty' as const });
  let isStillEmpty = true;
  const joining = lan.join(to, code, station.id, async (keys: Welcome['keys']) => {
    isStillEmpty = isEmpty();
    if (!isStillEmpty) throw new Error('something was recorded here while the station joined');
    // In this order: a crash between any two of them leaves an empty station that can join again.
    vault.releaseKeys();
    const bytes = (base64: string) => new Uint8Array(Buffer.from(base64, 'base64'));
    await keyStore.adopt({ officeKey: bytes(keys.officeKey), indexKey: bytes(keys.indexKey), pepper: bytes(keys.pepper) });
  });
  const joined = await joining.catch((error: unknown) => {
    if (isStillEmpty) throw error;
    return refuse({ type: 'stationNotEmpty' as const });
  });
  if (!joined.ok) {
    const { type } = joined.error;
    if (type === 'noLeadAnswers') return refuse({ type, address: addressWords(to) });
    if (type === 'notLead') return refuse({ type: 'stationIsNotLead' as const, address: addressWords(to) });
    return type === 'stationNameTaken' ? refuse({ type: 'chosenNameTaken' as const }) : refuse({ type });
  }
  after(restartAfterMs, restart);
  return ok({ letter: joined.value.letter, name: joined.value.details.name });
}

function joiningView({ lan, ports }: Services): Output<'stations.list'>['joining'] {
  const open = lan.joining.view();
  const { port } = lan.listening();
  if (open === null || port === null) return null;
  const { code, details, failures } = open;
  const until = Math.round(ports.clock.now() + open.remainingMs);
  const hosts = ports.lan.ownHosts();
  const addresses: readonly StationAddress[] = (hosts.length === 0 ? ['127.0.0.1'] : hosts).map((host) => ({ host, port }));
  const ticket = addresses[0] === undefined ? code : joinTicket(addresses[0], groupedJoinCode(code));
  return {
    details,
    code: groupedJoinCode(code),
    ticket,
    qr: qrPath(qrModules(ticket)),
    mark: lan.mark(),
    addresses: addresses.map(addressWords),
    until,
    failures,
  };
}

function lastJoined({ lan }: Services): Output<'stations.list'>['lastJoined'] {
  const stationId = lan.joining.lastJoined();
  const station = lan.state()?.roster.stations.find(({ id }) => id === stationId);
  return station === undefined ? null : { stationId: station.id, name: station.name, letter: station.letter };
}
