import { splitTransport } from '../../shared/alarm/splitTransport.ts';
import type { StandbyMessage, StandbyProblem, Transport } from '../../shared/rpc/protocol.ts';
import type { Surface } from '../../shared/rpc/roles.ts';
import type { Alarm } from './alarm/alarm.ts';

/**
 * What a station serves before its data is open, and while it cannot be opened: the security call, which needs none of it
 * (DESIGN decision 10). Windows hear beside it how far the preparation is. Whoever goes on to the whole host closes their
 * connections, and they come again.
 */
export interface Standby {
  serve(transport: Transport, surface: Surface): void;
  /** @param progress 0 … 1 */
  setProgress(progress: number): void;
  setProblem(problem: StandbyProblem | null): void;
}

export function createStandby(alarm: Pick<Alarm, 'serve'>): Standby {
  const windows = new Set<Transport>();
  let told: StandbyMessage = { t: 'standby', progress: null, problem: null };
  const tell = (change: Partial<StandbyMessage>) => {
    told = { ...told, ...change };
    for (const window of windows) window.send(told);
  };
  return {
    serve(transport, surface) {
      const { rpc, alarm: alarmHalf } = splitTransport(transport);
      alarm.serve(alarmHalf, surface);
      windows.add(rpc);
      rpc.onClose(() => windows.delete(rpc));
      rpc.send(told);
    },
    setProgress: (progress) => tell({ progress }),
    setProblem: (problem) => tell({ problem }),
  };
}
