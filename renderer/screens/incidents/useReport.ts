import { useEffect, useRef, useState, useSyncExternalStore } from 'react';
import type { IncidentReport } from '../../../shared/domain/incidents/types.ts';
import { useHost } from '../../api/HostProvider.tsx';
import { createDraftSaver, type SaveOutcome } from '../../ui/drafts/draftSaver.ts';

/** A report that keeps itself on disk while it is written. */
export function useReport(incidentId: string, stored: IncidentReport) {
  const { client } = useHost();
  const [report, setReport] = useState(stored);
  const [saver] = useState(() =>
    createDraftSaver<IncidentReport>({
      async save(value): Promise<SaveOutcome> {
        const reply = await client.command('incident.saveReport', { incidentId, report: value });
        if (reply.kind === 'done') return { kind: 'saved', at: reply.output.savedAt };
        return { kind: reply.kind === 'failed' ? 'failed' : 'ended' };
      },
    }),
  );
  const known = useRef(report);
  useEffect(() => {
    if (report === known.current) return;
    known.current = report;
    saver.change(report);
  }, [report, saver]);
  useEffect(() => {
    const leave = () => void saver.flush();
    document.addEventListener('visibilitychange', leave);
    window.addEventListener('pagehide', leave);
    return () => {
      document.removeEventListener('visibilitychange', leave);
      window.removeEventListener('pagehide', leave);
      leave();
    };
  }, [saver]);
  return {
    report,
    change: (part: Partial<IncidentReport>) => setReport((now) => ({ ...now, ...part })),
    saveState: useSyncExternalStore(saver.subscribe, saver.state),
    /** @returns whether everything that was typed is on disk. */
    async flush(): Promise<boolean> {
      await saver.flush();
      return saver.state().kind !== 'failed';
    },
  };
}
