import { unreachable } from '../../result.ts';
import { evolveStations } from '../stations/evolve.ts';
import type { OfficeEvent } from './events.ts';
import type { HolidayYear, OfficeState } from './state.ts';
import type { Service } from './types.ts';

/** Folds one event into the office. Total: accepts every event ever written. */
export function evolveOffice(state: OfficeState, event: OfficeEvent): OfficeState {
  switch (event.type) {
    case 'officeSetUp.v1': {
      const { profile, services, counters, administrator } = event.data;
      return { ...state, profile, services, counters, staff: [administrator] };
    }
    case 'profileChanged.v1':
      return { ...state, profile: event.data };
    case 'hoursChanged.v1':
      return { ...state, hours: event.data.hours };
    case 'holidaysChanged.v1':
      return { ...state, holidays: withYear(state.holidays, event.data) };
    case 'serviceSaved.v1':
      return { ...state, services: saved(state.services, event.data), retiredServices: without(state.retiredServices, event.data.id) };
    case 'servicesOrdered.v1':
      return { ...state, services: ordered(state.services, event.data.serviceIds) };
    case 'serviceRetired.v1':
      return withoutService(state, event.data.serviceId);
    case 'counterSaved.v1':
      return {
        ...state,
        counters: saved(state.counters, event.data).toSorted((a, b) => a.number - b.number),
        retiredCounters: without(state.retiredCounters, event.data.id),
      };
    case 'counterRetired.v1': {
      const { counterId } = event.data;
      const retired = state.counters.filter((counter) => counter.id === counterId);
      return { ...state, counters: without(state.counters, counterId), retiredCounters: [...state.retiredCounters, ...retired] };
    }
    case 'policyChanged.v1':
      return { ...state, policy: event.data };
    case 'printerSaved.v1':
      return { ...state, printers: saved(state.printers, event.data) };
    case 'printerRemoved.v1':
      return { ...state, printers: without(state.printers, event.data.printerId) };
    case 'calmCardsSaved.v1':
      return { ...state, calmCards: event.data.cards };
    case 'scenariosSaved.v1':
      return { ...state, scenarios: event.data.scenarios };
    case 'complaintRulesChanged.v1':
      return { ...state, complaintRules: event.data };
    case 'bookSettingsChanged.v1':
      return { ...state, book: event.data };
    case 'textsChanged.v1':
      return { ...state, texts: event.data };
    case 'staffAdded.v1':
    case 'staffChanged.v1':
      return { ...state, staff: saved(state.staff, event.data) };
    case 'staffSecretChanged.v1':
      return state;
    case 'stationJoined.v1':
    case 'stationChanged.v1':
    case 'stationRevoked.v1':
      return { ...state, stations: evolveStations(state.stations, event) };
    default:
      return unreachable(event);
  }
}

interface Identified {
  readonly id: string;
}

/** Replaces the entry in its place, or adds it at the end. */
function saved<Item extends Identified>(list: readonly Item[], item: Item): readonly Item[] {
  return list.some((entry) => entry.id === item.id) ? list.map((entry) => (entry.id === item.id ? item : entry)) : [...list, item];
}

const ordered = (services: readonly Service[], ids: readonly string[]): readonly Service[] =>
  services.toSorted((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id));

const without = <Item extends Identified>(list: readonly Item[], id: string): readonly Item[] => list.filter((item) => item.id !== id);

function withYear(years: readonly HolidayYear[], changed: HolidayYear): readonly HolidayYear[] {
  return [...years.filter(({ year }) => year !== changed.year), changed].toSorted((a, b) => a.year - b.year);
}

/** The retired service leaves the counters too, so that no counter promises it. */
function withoutService(state: OfficeState, serviceId: string): OfficeState {
  const retired = state.services.filter((service) => service.id === serviceId);
  return {
    ...state,
    services: without(state.services, serviceId),
    retiredServices: [...state.retiredServices, ...retired],
    counters: state.counters.map((counter) => ({ ...counter, serviceIds: counter.serviceIds.filter((id) => id !== serviceId) })),
  };
}
