import type { OfficeState } from '../../shared/domain/office/state.ts';
import { accessArea } from './areas/access.ts';
import { officeArea } from './areas/office.ts';
import type { AnyArea } from './engine/areas.ts';

/** The folded states that deciders and queries may read. Each area adds its own line here. */
export interface States {
  readonly office: OfficeState;
}

/** Every area of the domain, in the order in which their states are folded at start. */
export const areas: readonly AnyArea[] = [officeArea, accessArea];
