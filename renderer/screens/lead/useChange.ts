import { useState } from 'react';
import type { Candidate, StationLabel } from '../../../shared/rpc/methods/lead.ts';
import type { RefusalOfMethod } from '../../../shared/rpc/contract.ts';
import type { Failure } from '../../../shared/rpc/protocol.ts';
import { useCommand } from '../../api/useCommand.ts';
import type { Offer } from './offers.ts';

type Refusal = RefusalOfMethod<'lead.promote'>;

/** How the change of the lead that a person asked for stands. */
export type Change =
  | { readonly at: 'running'; readonly offer: Offer; readonly station: Candidate }
  | { readonly at: 'done'; readonly offer: Offer; readonly station: Candidate }
  /** Some stations could not be asked: goes on only when the person says so once more. */
  | { readonly at: 'asking'; readonly station: Candidate; readonly notAsked: readonly StationLabel[] }
  | {
      readonly at: 'refused';
      readonly offer: Offer;
      readonly station: Candidate;
      readonly problem:
        | { readonly kind: 'refused'; readonly refusal: Exclude<Refusal, { type: 'stationsNotAsked' }> }
        | { readonly kind: 'failed'; readonly failure: Failure };
    };

export interface ChangeControl {
  readonly change: Change | null;
  start(offer: Offer, station: Candidate): void;
  /** The person takes the risk of stations that could not be asked. */
  override(): void;
  /** What was said has been read. */
  clear(): void;
}

/** Makes another station the lead, and says how it went. */
export function useChange(): ChangeControl {
  const promote = useCommand('lead.promote', { quiet: true });
  const handOver = useCommand('lead.handOver', { quiet: true });
  const [change, setChange] = useState<Change | null>(null);

  const run = async (offer: Offer, station: Candidate, override: boolean) => {
    setChange({ at: 'running', offer, station });
    const { stationId } = station;
    const reply = await (offer === 'promote' ? promote.send({ stationId, override }) : handOver.send({ stationId }));
    if (reply.kind === 'done') return setChange({ at: 'done', offer, station });
    if (reply.kind === 'failed') return setChange({ at: 'refused', offer, station, problem: reply });
    const { refusal } = reply;
    if (refusal.type === 'stationsNotAsked') return setChange({ at: 'asking', station, notAsked: refusal.stations });
    setChange({ at: 'refused', offer, station, problem: { kind: 'refused', refusal } });
  };
  return {
    change,
    start(offer, station) {
      if (change?.at !== 'running') void run(offer, station, false);
    },
    override() {
      if (change?.at === 'asking') void run('promote', change.station, true);
    },
    clear: () => setChange(null),
  };
}
