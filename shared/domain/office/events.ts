import type { NewEvent } from '../decider.ts';
import type { BookSettings } from '../book/types.ts';
import type { CalmCard } from '../calm/types.ts';
import type { ComplaintRules } from '../complaints/rules.ts';
import type { StationEvent } from '../stations/events.ts';
import type { Scenario } from '../training/types.ts';
import type { HolidayYear } from './state.ts';
import type { Counter, DayHours, OfficeProfile, OfficeTexts, Printer, PriorityPolicy, Service, StaffMember } from './types.ts';

/** Everything that ever changed an office. All in the stream `office`; none holds a secret. */
export type OfficeEvent =
  | StationEvent
  | NewEvent<'officeSetUp.v1', OfficeSetUp>
  | NewEvent<'profileChanged.v1', OfficeProfile>
  | NewEvent<'hoursChanged.v1', { readonly hours: readonly DayHours[] }>
  | NewEvent<'holidaysChanged.v1', HolidayYear>
  | NewEvent<'serviceSaved.v1', Service>
  | NewEvent<'servicesOrdered.v1', { readonly serviceIds: readonly string[] }>
  | NewEvent<'serviceRetired.v1', { readonly serviceId: string }>
  | NewEvent<'counterSaved.v1', Counter>
  | NewEvent<'counterRetired.v1', { readonly counterId: string }>
  | NewEvent<'policyChanged.v1', PriorityPolicy>
  | NewEvent<'printerSaved.v1', Printer>
  | NewEvent<'printerRemoved.v1', { readonly printerId: string }>
  | NewEvent<'textsChanged.v1', OfficeTexts>
  | NewEvent<'complaintRulesChanged.v1', ComplaintRules>
  | NewEvent<'calmCardsSaved.v1', { readonly cards: readonly CalmCard[] | null }>
  | NewEvent<'scenariosSaved.v1', { readonly scenarios: readonly Scenario[] | null }>
  | NewEvent<'bookSettingsChanged.v1', BookSettings>
  | NewEvent<'staffAdded.v1', StaffMember>
  | NewEvent<'staffChanged.v1', StaffMember>
  | NewEvent<'staffSecretChanged.v1', { readonly staffId: string }>;

export interface OfficeSetUp {
  readonly profile: OfficeProfile;
  readonly services: readonly Service[];
  readonly counters: readonly Counter[];
  readonly administrator: StaffMember;
}

/** The stream of all office events. */
export const officeStream = 'office';
