import { ok, refuse, type Result, unreachable } from '../../result.ts';
import type { Input, RefusalOfMethod } from '../../rpc/contract.ts';
import type { OfficeEvent } from './events.ts';
import { evolveOffice } from './evolve.ts';
import { firstInvalidWeekday } from './hours.ts';
import { decideStaff, type StaffCommand, staffMethods } from './decideStaff.ts';
import { decideStations, type StationCommand, stationMethods, type StationRefusal } from '../stations/decide.ts';
import { scenarioFaults } from '../training/play.ts';
import type { Scenario } from '../training/types.ts';
import { initialOffice, type OfficeState } from './state.ts';
import type { Counter, Service } from './types.ts';

/** The office commands of the contract. Secrets were taken out before: they go to the vault, never in here. */
export const officeMethodNames = [
  'office.saveProfile',
  'office.saveHours',
  'office.saveHolidays',
  'office.saveService',
  'office.orderServices',
  'office.retireService',
  'office.saveCounter',
  'office.retireCounter',
  'office.savePolicy',
  'office.savePrinter',
  'office.removePrinter',
  'office.saveTexts',
  'office.saveComplaintRules',
  'calm.saveCards',
  'calm.saveScenarios',
  'book.saveSettings',
] as const;
type PlainMethod = (typeof officeMethodNames)[number];
type PlainCommand = { [M in PlainMethod]: { readonly method: M; readonly input: Input<M> } }[PlainMethod];

export type SetUpInput = Omit<Input<'office.setUp'>, 'administrator'> & {
  readonly administrator: { readonly staffId: string; readonly name: string };
};
export type OfficeCommand = PlainCommand | { readonly method: 'office.setUp'; readonly input: SetUpInput } | StaffCommand | StationCommand;
export const decidedByOffice = ['office.setUp', ...officeMethodNames, ...staffMethods, ...stationMethods] as const;

type ContractMethod = Exclude<OfficeCommand['method'], StationCommand['method']>;
export type OfficeRefusal = { [M in ContractMethod]: RefusalOfMethod<M> }[ContractMethod] | StationRefusal;

/** What the office must ask of the queue before something disappears from under a visitor. */
export interface OfficeContext {
  /** Living tickets (waiting, called, served, held) of a service today. */
  livingTickets(serviceId: string): number;
  /** Whether the counter is open or on break. */
  isCounterOpen(counterId: string): boolean;
  /** The station that decides. */
  readonly stationId: string;
}

type Decision = Result<readonly OfficeEvent[], OfficeRefusal>;

export const officeDecider = { initial: initialOffice, decide: decideOffice, evolve: evolveOffice };

/** Decides a command on the office's configuration. A save that changes nothing is accepted without an event. */
export function decideOffice(command: OfficeCommand, state: OfficeState, context: OfficeContext): Decision {
  switch (command.method) {
    case 'office.setUp':
      return setUp(command.input, state);
    case 'office.saveProfile':
      return changed(state.profile, command.input, { type: 'profileChanged.v1', data: command.input });
    case 'office.saveHours': {
      const weekday = firstInvalidWeekday(command.input);
      if (weekday !== null) return refuse({ type: 'hoursInvalid', weekday });
      return changed(state.hours, command.input, { type: 'hoursChanged.v1', data: { hours: command.input } });
    }
    case 'office.saveHolidays':
      return saveHolidays(command.input, state);
    case 'office.saveService':
      return saveService(command.input, state);
    case 'office.orderServices':
      return orderServices(command.input.serviceIds, state);
    case 'office.retireService':
      return retireService(command.input.serviceId, state, context);
    case 'office.saveCounter':
      return saveCounter(command.input, state);
    case 'office.retireCounter':
      return retireCounter(command.input.counterId, state, context);
    case 'office.savePolicy':
      return changed(state.policy, command.input, { type: 'policyChanged.v1', data: command.input });
    case 'office.savePrinter':
      return changed(byId(state.printers, command.input.id), command.input, { type: 'printerSaved.v1', data: command.input });
    case 'office.removePrinter':
      if (byId(state.printers, command.input.printerId) === undefined) return refuse({ type: 'printerUnknown' });
      return ok([{ type: 'printerRemoved.v1', data: command.input }]);
    case 'office.saveComplaintRules':
      if (!isActiveOrNobody(state, command.input.headStaffId)) return refuse({ type: 'assigneeUnknown' });
      return changed(state.complaintRules, command.input, { type: 'complaintRulesChanged.v1', data: command.input });
    case 'calm.saveCards':
      return changed(state.calmCards, command.input.cards, { type: 'calmCardsSaved.v1', data: command.input });
    case 'calm.saveScenarios':
      return saveScenarios(command.input.scenarios, state);
    case 'book.saveSettings':
      if (command.input.printerId !== null && byId(state.printers, command.input.printerId) === undefined)
        return refuse({ type: 'printerUnknown' });
      return changed(state.book, command.input, { type: 'bookSettingsChanged.v1', data: command.input });
    case 'office.saveTexts':
      return changed(state.texts, command.input, { type: 'textsChanged.v1', data: command.input });
    case 'staff.add':
    case 'staff.change':
    case 'staff.resetSecret':
    case 'access.changeSecret':
      return decideStaff(command, state);
    case 'stations.enterFoundingLead':
    case 'stations.enterStation':
    case 'stations.change':
    case 'stations.revoke':
      return decideStations(command, state.stations, context.stationId);
    default:
      return unreachable(command);
  }
}

function setUp(input: SetUpInput, state: OfficeState): Decision {
  if (state.profile !== null) return refuse({ type: 'alreadySetUp' });
  const { profile, services, counters } = input;
  const twice = services.find((service) => clashing(services, service) !== undefined);
  if (twice !== undefined) return refuse({ type: 'prefixTaken', prefix: twice.prefix });
  const sameNumber = counters.find((counter) => numberTaken(counters, counter));
  if (sameNumber !== undefined) return refuse({ type: 'counterNumberTaken', number: sameNumber.number });
  if (repeatsId(services) || repeatsId(counters) || counters.some((counter) => !servicesKnown(counter, services))) {
    return refuse({ type: 'serviceUnknown' });
  }
  const { staffId, name } = input.administrator;
  const administrator = { id: staffId, name, roles: ['admin' as const], active: true };
  return ok([{ type: 'officeSetUp.v1', data: { profile, services, counters, administrator } }]);
}

function saveHolidays(input: Input<'office.saveHolidays'>, state: OfficeState): Decision {
  const outside = input.days.find(({ date }) => !date.startsWith(`${input.year}-`));
  if (outside !== undefined) return refuse({ type: 'holidayOutsideYear', date: outside.date });
  const before = state.holidays.find(({ year }) => year === input.year);
  return changed(before, input, { type: 'holidaysChanged.v1', data: input });
}

function saveService(service: Service, state: OfficeState): Decision {
  const other = clashing(state.services, service);
  if (other !== undefined) return refuse({ type: 'prefixTaken', prefix: other.prefix });
  return changed(byId(state.services, service.id), service, { type: 'serviceSaved.v1', data: service });
}

/** An order that misses a service or names a retired one was made from an old list. */
function orderServices(serviceIds: readonly string[], { services }: OfficeState): Decision {
  const before = services.map(({ id }) => id);
  if (serviceIds.length !== before.length || !before.every((id) => serviceIds.includes(id))) {
    return refuse({ type: 'serviceUnknown' });
  }
  return changed(before, serviceIds, { type: 'servicesOrdered.v1', data: { serviceIds } });
}

function retireService(serviceId: string, state: OfficeState, context: OfficeContext): Decision {
  const service = byId(state.services, serviceId);
  if (service === undefined) return refuse({ type: 'serviceUnknown' });
  if (state.services.length === 1) return refuse({ type: 'lastService' });
  const waiting = context.livingTickets(serviceId);
  if (waiting > 0) return refuse({ type: 'serviceInUse', title: service.title.id, waiting });
  const left = state.counters.find(({ serviceIds }) => serviceIds.every((id) => id === serviceId));
  if (left !== undefined) return refuse({ type: 'lastServiceOfCounter', name: left.name });
  return ok([{ type: 'serviceRetired.v1', data: { serviceId } }]);
}

function saveCounter(counter: Counter, state: OfficeState): Decision {
  if (numberTaken(state.counters, counter)) return refuse({ type: 'counterNumberTaken', number: counter.number });
  if (!servicesKnown(counter, state.services)) return refuse({ type: 'serviceUnknown' });
  return changed(byId(state.counters, counter.id), counter, { type: 'counterSaved.v1', data: counter });
}

function retireCounter(counterId: string, state: OfficeState, context: OfficeContext): Decision {
  const counter = byId(state.counters, counterId);
  if (counter === undefined) return refuse({ type: 'counterUnknown' });
  if (context.isCounterOpen(counterId)) return refuse({ type: 'counterInUse', name: counter.name });
  return ok([{ type: 'counterRetired.v1', data: { counterId } }]);
}

/**
 * Another service whose numbers could look like this one's. A station's letter is put behind the prefix (DESIGN
 * decision 7): prefix `A` at station B prints `AB-001`, so beside `A` there can be neither `A` nor any `A?`.
 */
export function clashing<Prefixed extends Pick<Service, 'id' | 'prefix'>>(
  services: readonly Prefixed[],
  { id, prefix }: Pick<Service, 'id' | 'prefix'>,
): Prefixed | undefined {
  return services.find((other) => other.id !== id && (other.prefix.startsWith(prefix) || prefix.startsWith(other.prefix)));
}

const numberTaken = (counters: readonly Counter[], { id, number }: Counter) =>
  counters.some((other) => other.id !== id && other.number === number);

const servicesKnown = ({ serviceIds }: Counter, services: readonly Service[]) =>
  serviceIds.every((id) => byId(services, id) !== undefined) && new Set(serviceIds).size === serviceIds.length;

const repeatsId = (list: readonly { readonly id: string }[]) => new Set(list.map(({ id }) => id)).size < list.length;

const byId = <Item extends { readonly id: string }>(list: readonly Item[], id: string) => list.find((item) => item.id === id);

function saveScenarios(scenarios: readonly Scenario[] | null, state: OfficeState): Decision {
  for (const scenario of scenarios ?? []) {
    const [first] = scenarioFaults(scenario);
    if (first !== undefined)
      return refuse({ type: 'scenarioFaulty', scenarioId: scenario.scenarioId, nodeId: first.nodeId, fault: first.fault });
  }
  return changed(state.scenarios, scenarios, { type: 'scenariosSaved.v1', data: { scenarios } });
}

const isActiveOrNobody = ({ staff }: OfficeState, staffId: string | null): boolean =>
  staffId === null || staff.some(({ id, active }) => id === staffId && active);

/** Values come from one schema, whose parse orders their keys, so equal values have equal JSON. */
function changed(before: unknown, after: unknown, event: OfficeEvent): Decision {
  return ok(JSON.stringify(before) === JSON.stringify(after) ? [] : [event]);
}
