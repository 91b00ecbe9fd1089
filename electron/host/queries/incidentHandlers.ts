import type { AlarmView } from '../../../shared/alarm/protocol.ts';
import type { Incident } from '../../../shared/domain/incidents/decide.ts';
import { emptyReport, type IncidentReport, incidentReport, missingReportFields } from '../../../shared/domain/incidents/types.ts';
import { ok, refuse } from '../../../shared/result.ts';
import type { HelpView, IncidentCall, IncidentView } from '../../../shared/rpc/methods/incidents.ts';
import { staffName } from '../printing/models.ts';
import type { Execute } from '../rpc/execute.ts';
import type { Handlers } from '../rpc/handlers.ts';
import type { Services } from '../services.ts';
import { calmSuggestion } from './calmSuggestion.ts';
import { countReportsOwed, incidentById, incidentsWithHelp, latestIncidents } from './incidentRows.ts';

/** Incidents, the help that is asked for, and the report, whose words are in the vault only. */
export function createIncidentHandlers(services: Services, execute: Execute): Handlers {
  const { db, vault, ports } = services;
  const view = (incident: Incident) => incidentViewOf(services, incident);

  return {
    'incident.saveReport': ({ incidentId, report }) => {
      const incident = incidentById(db, incidentId);
      if (incident === null) return refuse({ type: 'incidentUnknown' });
      if (incident.reportCompletedAt !== null) return refuse({ type: 'reportComplete' });
      vault.putNote(incidentId, JSON.stringify(report));
      return ok({ savedAt: ports.clock.now() });
    },
    'incident.completeReport': ({ incidentId }, call) => {
      const incident = incidentById(db, incidentId);
      const missing = incident === null ? [] : missingReportFields(reportOf(services, incident));
      return execute('incident.completeReport', { incidentId, missing }, call);
    },
    'incident.help': () =>
      ok(
        incidentsWithHelp(db)
          .flatMap((incident) => view(incident).helps)
          .filter(({ helpId }, at, all) => all.findIndex((help) => help.helpId === helpId) === at),
      ),
    'incident.list': ({ limit }) => ok({ incidents: latestIncidents(db, limit).map(view), reportsOwed: countReportsOwed(db) }),
    'incident.view': ({ incidentId }) => {
      const incident = incidentById(db, incidentId);
      return incident === null
        ? refuse({ type: 'incidentUnknown' })
        : ok({ incident: view(incident), report: reportOf(services, incident) });
    },
    'incident.suggestion': ({ counterId }) => ok(calmSuggestion(services, counterId)),
  };
}

type Sources = Pick<Services, 'engine' | 'alarm'>;
/** As far back as the journal of calls is searched for who pressed. */
const mostCalls = 1000;

/** The security call that an incident comes from. */
export const callOf = ({ alarm }: Pick<Services, 'alarm'>, { incidentId, source }: Incident): AlarmView | null =>
  source === 'alarm' ? (alarm.history(mostCalls).find(({ alarmId }) => alarmId === incidentId) ?? null) : null;

/** Who opened it; of a security call, who pressed it: the record itself is the program's. */
const openedByName = ({ engine }: Pick<Services, 'engine'>, { source, openedBy }: Incident, call: AlarmView | null): string =>
  source === 'alarm' ? (call?.by.name ?? '') : staffName(engine, openedBy);

/** What was written so far; before anybody wrote, what is already known. */
export function reportOf(services: Sources & Pick<Services, 'vault'>, incident: Incident): IncidentReport {
  const note = services.vault.note(incident.incidentId);
  if (note !== null) return incidentReport.parse(JSON.parse(note));
  const { occurredAt, counterName } = incident;
  return { ...emptyReport, occurredAt, place: counterName ?? '', reporter: openedByName(services, incident, callOf(services, incident)) };
}

export function incidentViewOf(services: Sources, incident: Incident): IncidentView {
  const { engine } = services;
  const { helps, forms, strategies, ...rest } = incident;
  const call = callOf(services, incident);
  const opener = openedByName(services, incident, call);
  const helpViews: HelpView[] = helps
    .filter(({ withdrawn }) => !withdrawn)
    .map(({ helpId, kind, requestedAt, acknowledgedBy, acknowledgedAt }) => ({
      incidentId: incident.incidentId,
      helpId,
      kind,
      requestedAt,
      counterName: incident.counterName,
      ticketNumber: incident.ticketNumber,
      requestedBy: opener,
      level: incident.level,
      acknowledgedBy: acknowledgedBy === null ? null : staffName(engine, acknowledgedBy),
      acknowledgedAt,
    }));
  const views = { forms: [...forms], strategies: [...strategies], helps: helpViews, call: call === null ? null : callFacts(call) };
  return { ...rest, openedBy: opener, ...views };
}

const callFacts = ({ kind, acknowledged, arrivedAt, policeAt, over }: AlarmView): IncidentCall => ({
  ...{ kind, acknowledged, arrivedAt, policeAt, over },
});
