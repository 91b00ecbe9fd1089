import type { Output } from '../../../../shared/rpc/contract.ts';
import { type HostQuery, useHostQuery } from '../../../api/useHostQuery.ts';

export type Configuration = Output<'office.configuration'>;

/** Everything the office decided, kept fresh by the host's pushes. */
export const useConfiguration = (): HostQuery<'office.configuration'> => useHostQuery('office.configuration', {});
