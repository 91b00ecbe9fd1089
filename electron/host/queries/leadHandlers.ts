import { behindOf } from '../../../shared/domain/lead/copies.ts';
import { ok, refuse, type Result } from '../../../shared/result.ts';
import type { Output, RefusalOfMethod } from '../../../shared/rpc/contract.ts';
import type { Candidate } from '../../../shared/rpc/methods/lead.ts';
import { createAnswersOnce } from '../access/answersOnce.ts';
import type { LeadOutcome } from '../office/messages.ts';
import type { Call, Handlers } from '../rpc/handlers.ts';
import type { Services } from '../services.ts';
import { officeLabels, stationLabel, stationLabels } from './stationLabels.ts';

type Parts = Pick<Services, 'engine' | 'office' | 'station' | 'access' | 'lan'>;

/** Who leads the office, and how a person changes that (docs/decisions/0016, rules 13–17). */
export function createLeadHandlers(services: Parts): Handlers {
  const { office, station, access } = services;
  const once = createAnswersOnce(50);
  const person = ({ connection }: Call) => {
    const actor = access.callers.actorOf(connection);
    if (actor.kind === 'system' || actor.kind === 'central') throw new Error('no window is the system');
    return actor;
  };
  const isLeading = () => office.standing().leadId === station.id && ['lead', 'alone'].includes(office.standing().mode);
  return {
    'lead.standing': () => ok(standing(services)),
    'lead.candidates': async () => ok(await candidates(services)),
    'lead.promote': (input, call) =>
      once(call, 'lead.promote', input, async () => {
        const { stationId, override } = input;
        return answerOf(services, stationId, await office.promote(stationId, { override, actor: person(call) }));
      }),
    'lead.handOver': (input, call) =>
      once(call, 'lead.handOver', input, async () => {
        const { stationId } = input;
        // Asked again after the first answer was lost on the way: it has happened.
        if (stationId === station.id && isLeading()) return ok({});
        const answer = answerOf(services, stationId, await office.handOver(stationId, person(call)));
        return answer.ok ? ok({}) : answer;
      }),
    'lead.keepLeading': (input, call) =>
      once(call, 'lead.keepLeading', input, () => {
        const keeps = isLeading() || office.keepLeading(person(call));
        return Promise.resolve(keeps ? ok({}) : refuse({ type: 'leadElsewhere' as const, lead: standing(services).lead }));
      }),
  };
}

function standing(services: Parts): Output<'lead.standing'> {
  const { mode, leadId, isKept, cutOffSince, peers } = services.office.standing();
  const copyProblems = peers.flatMap(({ stationId, problem }) => {
    if (problem === null) return [];
    return [{ kind: problem.kind, between: stationLabel(services, stationId), culprit: stationLabel(services, problem.stationId) }];
  });
  const { id } = services.station;
  const lead = leadId === null ? null : stationLabel(services, leadId);
  const { from, ...files } = services.office.files.standing();
  return {
    stationId: id,
    mode,
    isLead: leadId === id,
    isKept,
    lead,
    cutOffSince,
    copyProblems,
    stations: stationLabels(services),
    files: { ...files, from: from === null ? null : stationLabel(services, from) },
  };
}

async function candidates(services: Parts): Promise<Output<'lead.candidates'>> {
  const { office, station } = services;
  const standings = await office.standings();
  const { leadId, peers } = office.standing();
  /** Whose history does not fit can lead nobody. */
  const unfit = new Set(peers.flatMap(({ problem }) => (problem?.kind === 'forked' ? [problem.stationId] : [])));
  const behind = behindOf(new Map([...standings].map(([stationId, { heads }]) => [stationId, heads])));
  const stations = officeLabels(services).map((label): Candidate => {
    const { stationId } = label;
    const seen = standings.get(stationId);
    return {
      ...label,
      isHere: stationId === station.id,
      isLead: stationId === leadId,
      isReachable: seen !== undefined,
      behind: behind.get(stationId) ?? null,
      hearsLead: seen?.leadAlive ?? null,
      heardMsAgo: seen?.leadHeardMsAgo ?? null,
      filesMissing: seen?.filesMissing ?? null,
    };
  });
  return { stations, recommendedId: recommended(stations.filter(({ stationId }) => !unfit.has(stationId))) };
}

/** The newest copy of those that could become the lead; of equal ones the one with the most files, then the one at which the person is. */
function recommended(stations: readonly Candidate[]): string | null {
  const able = stations.filter(({ isLead, isReachable }) => isReachable && !isLead);
  const [best] = able.toSorted(
    (a, b) => (a.behind ?? 0) - (b.behind ?? 0) || (a.filesMissing ?? 0) - (b.filesMissing ?? 0) || Number(b.isHere) - Number(a.isHere),
  );
  return best?.stationId ?? null;
}

type Answer = Result<Output<'lead.promote'>, RefusalOfMethod<'lead.promote'>>;

/** @param stationId the station that was to become the lead */
function answerOf(parts: Parts, stationId: string, outcome: LeadOutcome): Answer {
  const label = (id: string) => stationLabel(parts, id);
  switch (outcome.type) {
    case 'done':
      return ok({ term: outcome.term });
    case 'leadStillThere':
      return refuse({ type: 'leadStillThere', station: label(outcome.stationId) });
    case 'notAsked':
      return refuse({ type: 'stationsNotAsked', stations: outcome.stationIds.map(label) });
    case 'copyIncomplete':
      return refuse({ type: 'copyIncomplete', station: label(outcome.stationId) });
    case 'unreachable':
      return refuse({ type: 'stationUnreachable', station: label(stationId) });
  }
}
