import { v7 } from 'uuid';
import { z } from 'zod';
import { counter, officeProfile, type OfficeProfile, service } from '../../../shared/domain/office/types.ts';
import { language, officeZone } from '../../../shared/domain/values.ts';
import type { SecretTwice } from '../settings/parts/SecretFields.tsx';

export const steps = ['office', 'services', 'counters', 'administrator', 'summary'] as const;
export type Step = (typeof steps)[number];

/** What is typed on the set-up page; parts of it may not be right yet. */
const typedOffice = z.strictObject({
  profile: officeProfile.extend({ name: z.string(), address: z.string(), zone: officeZone, language }),
  services: z.array(service.extend({ prefix: z.string(), title: z.strictObject({ id: z.string(), en: z.string() }) })),
  /** Which template a service was made from, by the service's id; one that the administrator named herself has none. */
  templateOf: z.record(z.string(), z.string()),
  counters: z.array(
    // An emptied number is NaN while typing, which JSON keeps as null.
    counter.extend({
      number: z
        .number()
        .nullable()
        .transform((number) => number ?? Number.NaN),
      name: z.string(),
      serviceIds: z.array(z.string()),
    }),
  ),
  administrator: z.string(),
});
type TypedOffice = z.output<typeof typedOffice>;

export type SetUpValue = TypedOffice & { readonly secret: SecretTwice };

export const emptySetUp = (chosen: OfficeProfile['language'], counterName: (number: number) => string): TypedOffice => ({
  profile: { name: '', address: '', zone: zoneHere(), language: chosen },
  services: [],
  templateOf: {},
  counters: [{ id: v7(), number: 1, name: counterName(1), serviceIds: [] }],
  administrator: '',
});

/** The computer's own zone when it is an Indonesian one, else WIB. */
function zoneHere(): OfficeProfile['zone'] {
  const here = officeZone.safeParse(Intl.DateTimeFormat().resolvedOptions().timeZone);
  return here.success ? here.data : 'Asia/Jakarta';
}

const storageKey = 'loket.setUp';
const stored = z.strictObject({ step: z.enum(steps), office: typedOffice });

/** What was typed before a reload; `null` when nothing was, or when it is not readable any more. */
export function storedSetUp(): z.output<typeof stored> | null {
  try {
    return stored.safeParse(JSON.parse(sessionStorage.getItem(storageKey) ?? 'null')).data ?? null;
  } catch {
    // Not JSON: written by something else, so there is nothing to take up.
    return null;
  }
}

/** Keeps what was typed for a reload of this tab, without the secret. */
export function storeSetUp(step: Step, { profile, services, templateOf, counters, administrator }: SetUpValue): void {
  const office: TypedOffice = { profile, services, templateOf, counters, administrator };
  sessionStorage.setItem(storageKey, JSON.stringify({ step, office }));
}

export const forgetSetUp = (): void => sessionStorage.removeItem(storageKey);
