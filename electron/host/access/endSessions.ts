import type { States } from '../areas.ts';
import type { Engine } from '../engine/engine.ts';
import type { Connection } from '../rpc/connection.ts';
import type { Access } from './access.ts';

interface Parts {
  readonly engine: Pick<Engine<States>, 'onCommit'>;
  readonly access: Pick<Access, 'sessions'>;
  /** The window here that asked for what another station decided; undefined: none waits for it any more. */
  readonly connectionOf: (commandId: string) => Connection | undefined;
}

/**
 * An account that was switched off, or whose secret was changed, at another station ends its sessions here too; the window at
 * which a person changed her own secret stays hers. Returns how to stop.
 */
export const endSessionsWithOthers = ({ engine, access, connectionOf }: Parts): (() => void) =>
  engine.onCommit(({ events, here }) => {
    // What was decided here has ended its sessions already.
    if (here) return;
    for (const { stream, type, data, commandId, actor } of events) {
      if (stream !== 'office') continue;
      if (type === 'staffChanged.v1') {
        const { id, active } = data as { id: string; active: boolean };
        if (!active) access.sessions.endOf(id, 'deactivated');
      }
      if (type === 'staffSecretChanged.v1') {
        const { staffId } = data as { staffId: string };
        const isOwn = actor.kind === 'staff' && actor.staffId === staffId;
        access.sessions.endOf(staffId, 'secretChanged', isOwn ? connectionOf(commandId) : undefined);
      }
    }
  });
