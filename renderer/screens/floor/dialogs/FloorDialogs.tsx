import type { FloorView } from '../../../../shared/rpc/methods/floor.ts';
import type { FloorDialog } from '../floorDialog.ts';
import { BroadcastDialog } from './BroadcastDialog.tsx';
import { CounterDialog } from './CounterDialog.tsx';
import { DisturbDialog } from './DisturbDialog.tsx';
import { PolicyDialog } from './PolicyDialog.tsx';
import { ThankDialog } from './ThankDialog.tsx';

/** The dialog that is open; one about a counter or service that is gone meanwhile closes. */
export function FloorDialogs({ dialog, view, onClose }: { dialog: FloorDialog; view: FloorView; onClose: () => void }) {
  switch (dialog.kind) {
    case 'counter': {
      const counter = view.counters.find(({ id }) => id === dialog.counterId);
      return counter === undefined ? null : <CounterDialog counter={counter} view={view} onClose={onClose} />;
    }
    case 'disturb': {
      const service = view.services.find(({ id }) => id === dialog.serviceId);
      return service === undefined ? null : (
        <DisturbDialog service={service} today={view.day.openDate ?? view.day.date} onClose={onClose} />
      );
    }
    case 'broadcast':
      return <BroadcastDialog remainingMinutes={view.remainingMinutes} onClose={onClose} />;
    case 'thank':
      return <ThankDialog officers={view.officers} onClose={onClose} />;
    case 'policy':
      return <PolicyDialog policy={view.policy} onClose={onClose} />;
  }
}
