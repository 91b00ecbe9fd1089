import { v7 } from 'uuid';
import type { Service } from '../../../../shared/domain/office/types.ts';
import type { Output } from '../../../../shared/rpc/contract.ts';

export type ServiceTemplate = Output<'office.serviceTemplates'>[number];

/** A service of its own, made from a template: new ids, the given prefix. */
export function serviceOfTemplate(template: ServiceTemplate, prefix: string): Service {
  const { title, requirements, procedure, duration, fee, product, meanServiceMinutes, targetWaitMinutes } = template;
  return {
    id: v7(),
    prefix,
    title,
    requirements: requirements.map((requirement) => ({ id: v7(), ...requirement })),
    procedure,
    duration,
    fee,
    product,
    meanServiceMinutes,
    targetWaitMinutes,
  };
}

/** A service that nobody described yet, with usual figures. */
export const emptyService = (prefix: string): Service => ({
  id: v7(),
  prefix,
  title: { id: '', en: '' },
  requirements: [],
  procedure: { id: '', en: '' },
  duration: { unit: 'workingDays', value: 3 },
  fee: 0,
  product: { id: '', en: '' },
  meanServiceMinutes: 10,
  targetWaitMinutes: 15,
});
