import { v7 } from 'uuid';
import { clashing } from '../../../shared/domain/office/decide.ts';
import type { Service } from '../../../shared/domain/office/types.ts';
import { freePrefix } from '../settings/serving/prefixes.ts';
import { emptyService, serviceOfTemplate, type ServiceTemplate } from '../settings/serving/templates.ts';
import type { SetUpValue } from './setUpValue.ts';

/** Adds a template's service, with its own letter when that is free; every counter takes it. */
export function withTemplate(value: SetUpValue, template: ServiceTemplate): SetUpValue {
  const isFree = clashing(value.services, { id: '', prefix: template.prefix }) === undefined;
  const service = serviceOfTemplate(template, isFree ? template.prefix : freePrefix(value.services));
  return withService({ ...value, templateOf: { ...value.templateOf, [service.id]: template.key } }, service);
}

/** Adds a service that no template describes; what is not asked here has the usual values and can be changed later. */
export const withOwnService = (value: SetUpValue): SetUpValue => withService(value, emptyService(freePrefix(value.services)));

/** Takes a service out, also from the counters. */
export function withoutService(value: SetUpValue, serviceId: string): SetUpValue {
  return {
    ...value,
    services: value.services.filter(({ id }) => id !== serviceId),
    counters: value.counters.map((counter) => ({ ...counter, serviceIds: counter.serviceIds.filter((id) => id !== serviceId) })),
  };
}

function withService(value: SetUpValue, service: Service): SetUpValue {
  return {
    ...value,
    services: [...value.services, service],
    counters: value.counters.map((counter) => ({ ...counter, serviceIds: [...counter.serviceIds, service.id] })),
  };
}

/** As many counters as asked: the last ones go, new ones get the next free number and all services. */
export function withCounterCount(value: SetUpValue, count: number, nameOf: (number: number) => string): SetUpValue {
  const counters = value.counters.slice(0, count);
  while (counters.length < count) {
    const number = Math.max(0, ...counters.map((counter) => counter.number).filter(Number.isFinite)) + 1;
    counters.push({ id: v7(), number, name: nameOf(number), serviceIds: value.services.map(({ id }) => id) });
  }
  return { ...value, counters };
}
