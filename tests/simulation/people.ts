/** Visitors and officers: what people do at the stations, one thing at a time, as the screens before them suggest. */
import { partBytes } from '../../electron/host/office/files/protocol.ts';
import { type AttachmentReference, emptyForm } from '../../shared/domain/complaints/form.ts';
import { dayView } from '../../shared/domain/queue/day.ts';
import { priorityGrounds } from '../../shared/domain/queue/types.ts';
import { allTickets, deskOf, type QueueState, ticketById } from '../../shared/domain/queue/state.ts';
import type { CommandMethod, Input } from '../../shared/rpc/contract.ts';
import type { Answer } from '../../shared/rpc/protocol.ts';
import { pdf } from '../fixtures/pictures.ts';
import type { Node } from './node.ts';
import type { Seeded } from './random.ts';

export interface Sent<M extends CommandMethod = CommandMethod> {
  readonly node: Node;
  readonly method: M;
  readonly input: Input<M>;
  readonly staffId: string | null;
  readonly commandId: string;
}

/** An officer at her counter, in front of one station. */
export interface Officer {
  readonly staffId: string;
  readonly counterId: string;
  node: Node;
  busy: boolean;
}

export interface People {
  readonly officers: readonly Officer[];
  /** Something that somebody does now; `null`: everybody waits. */
  next(): Sent | null;
  /** Sent again, as a window does that got no answer. */
  again(): Sent | null;
  ended(sent: Sent, answer: Answer): void;
  /** What its window was told; nothing as long as it waits. */
  answerOf(sent: Sent): Answer | undefined;
}

export function createPeople(random: Seeded, officers: readonly Officer[], nodes: () => readonly Node[], now: () => number): People {
  const sentBefore: Sent[] = [];
  const answers = new WeakMap<Sent, Answer>();
  const incidents: string[] = [];
  const id = () => random.uuid(now());
  const build = <M extends CommandMethod>(node: Node, method: M, input: Input<M>, staffId: string | null): Sent => ({
    node,
    method,
    input,
    staffId,
    commandId: id(),
  });
  const awake = () => nodes().filter(({ host }) => host !== null && host.engine.states.office.profile !== null);

  const visitor = (): Sent | null => {
    const node = random.pick(awake());
    const services = node?.host?.engine.states.office.services ?? [];
    const service = random.pick(services);
    if (node === undefined || service === undefined) return null;
    const ground = random.chance(0.2) ? (random.pick(priorityGrounds) ?? null) : null;
    return build(node, 'queue.issue', { ticketId: id(), visitId: id(), serviceId: service.id, ground }, null);
  };

  const atDesk = (officer: Officer, queue: QueueState): Sent | null => {
    const { node, counterId, staffId } = officer;
    const send = <M extends CommandMethod>(method: M, input: Input<M>) => build(node, method, input, staffId);
    if (dayHere(node, queue) !== 'open') return send('queue.openDay', {});
    const desk = deskOf(queue, counterId);
    if (desk.status === 'closed' || desk.staffId !== staffId) return send('queue.openCounter', { counterId });
    if (desk.status === 'break') return send('queue.endBreak', { counterId });
    const ticketId = desk.currentId;
    const current = ticketId === null ? undefined : ticketById(queue, ticketId);
    if (ticketId === null || current === undefined) return free(officer, desk.heldIds, queue);
    if (current.status === 'called')
      return random.chance(0.75)
        ? send('queue.startServing', { counterId, ticketId })
        : send(random.chance(0.6) ? 'queue.markNoShow' : 'queue.recall', { counterId, ticketId });
    return serving(officer, ticketId, queue);
  };
  /** As her screen says: a day of yesterday is none. */
  const dayHere = ({ host }: Node, queue: QueueState) =>
    host === null ? 'closed' : dayView(queue, host.engine.states.office, host.services.ports.clock.now()).status;
  const free = ({ node, counterId, staffId }: Officer, held: readonly string[], queue: QueueState): Sent => {
    const ticketId = random.pick(held);
    const lost = random.pick(queue.noShowIds);
    if (ticketId !== undefined && random.chance(0.5)) return build(node, 'queue.resume', { counterId, ticketId }, staffId);
    if (lost !== undefined && random.chance(0.1)) {
      const placement = random.pick(['front', 'end', 'arrival'] as const) ?? 'end';
      return build(node, 'queue.returnToQueue', { ticketId: lost, placement }, staffId);
    }
    if (random.chance(0.03)) return build(node, 'queue.startBreak', { counterId }, staffId);
    if (random.chance(0.02)) return build(node, 'queue.closeCounter', { counterId }, staffId);
    return build(node, 'queue.callNext', { counterId }, staffId);
  };
  const serving = ({ node, counterId, staffId }: Officer, ticketId: string, queue: QueueState): Sent => {
    const send = <M extends CommandMethod>(method: M, input: Input<M>) => build(node, method, input, staffId);
    const at = { counterId, ticketId };
    const service = random.pick(node.host?.engine.states.office.services ?? []);
    const what = random.next();
    if (what < 0.06) return send('queue.hold', at);
    if (what < 0.1 && service !== undefined)
      return send('queue.transfer', {
        ...at,
        serviceId: service.id,
        placement: random.pick(['front', 'end', 'arrival'] as const) ?? 'end',
      });
    if (what < 0.13 && service !== undefined) return send('queue.addService', { ...at, newTicketId: id(), serviceId: service.id });
    if (what < 0.16) return send('queue.note', { ticketId, text: `catatan ${random.int(1, 999)}` });
    if (what < 0.22) return complaint(node, staffId, ticketId);
    if (what < 0.3) return documents(node, staffId, counterId, ticketId, queue) ?? send('queue.finish', at);
    return send('queue.finish', at);
  };

  /** A page that the officer put into the form; there is no draft of it, so a crash before the complaint takes it away. */
  const attached = ({ host }: Node, staffId: string, ownerId: string): AttachmentReference[] => {
    const bytes = pdf({ content: `% ${'x'.repeat(random.int(0, 3) * partBytes + 1)}\n` });
    const stored = host?.services.attachments.store({ attachmentId: id(), ownerId, staffId, name: 'surat.pdf', bytes });
    return stored?.ok === true ? [stored.value] : [];
  };
  const complaint = (node: Node, staffId: string, ticketId: string | null): Sent => {
    const empty = emptyForm(id());
    const complaintId = id();
    const attachments = random.chance(0.15) ? attached(node, staffId, complaintId) : [];
    const form = {
      ...empty,
      listen: { ...empty.listen, chronology: `Kronologi ${random.int(1, 9999)}`, gist: 'inti' },
      identity: { ...empty.identity, name: `Pengadu ${random.int(1, 9999)}`, consent: true },
      description: { ...empty.description, title: `Perihal ${random.int(1, 99)}`, attachments },
      classification: {
        ...empty.classification,
        type: 'administrative' as const,
        class: 'ordinary' as const,
        urgency: 'medium' as const,
        impact: 'medium' as const,
      },
      confirmation: { ...empty.confirmation, readBack: true },
    };
    return build(node, 'complaint.register', { complaintId, channel: 'counter', counterId: null, ticketId, form }, staffId);
  };
  const documents = (node: Node, staffId: string, counterId: string, ticketId: string, queue: QueueState): Sent | null => {
    const serviceId = ticketById(queue, ticketId)?.serviceId;
    const service = node.host?.engine.states.office.services.find((one) => one.id === serviceId);
    if (service === undefined) return null;
    const applicant = { name: `Pemohon ${random.int(1, 999)}`, nik: '', phone: '' };
    const receivedRequirementIds = service.requirements.map((requirement) => requirement.id);
    return build(
      node,
      'documents.register',
      { documentId: id(), personId: id(), counterId, ticketId, serviceId: service.id, applicant, receivedRequirementIds },
      staffId,
    );
  };

  const officer = (): Sent | null => {
    const one = random.pick(officers.filter(({ busy, node }) => !busy && node.host !== null));
    const queue = one?.node.host?.engine.states.queue;
    if (one === undefined || queue === undefined || one.node.host?.engine.states.office.profile == null) return null;
    const sent = atDesk(one, queue);
    if (sent !== null) one.busy = true;
    return sent;
  };
  const others = (): Sent | null => {
    const node = random.pick(awake());
    const staff = node?.host?.engine.states.office.staff.find(({ roles }) => roles.includes('pengawas'));
    if (node?.host == null || staff === undefined) return null;
    const { queue } = node.host.engine.states;
    if (random.chance(0.4)) return complaint(node, staff.id, null);
    const notice = random.pick(queue.notices);
    if (notice !== undefined && random.chance(0.5)) return build(node, 'queue.markNoticeSeen', { noticeId: notice.id }, staff.id);
    const waiting = random.pick([...allTickets(queue)].filter(({ status }) => status === 'waiting'));
    if (waiting !== undefined && random.chance(0.3))
      return build(node, 'queue.cancel', { ticketId: waiting.id, reason: 'visitorLeft' }, staff.id);
    // One incident, two stations: what both write down of it may arrive in any order.
    const incidentId = random.pick(incidents.slice(-2));
    if (incidentId !== undefined && random.chance(0.75)) {
      const level = random.pick(['angry', 'tense', 'calmed'] as const) ?? 'tense';
      return build(node, 'incident.setLevel', { incidentId, level }, staff.id);
    }
    const opened = id();
    incidents.push(opened);
    return build(
      node,
      'incident.open',
      { incidentId: opened, counterId: null, ticketId: null, source: 'manual', level: 'tense' },
      staff.id,
    );
  };

  return {
    officers,
    next() {
      const what = random.next();
      return what < 0.3 ? visitor() : what < 0.9 ? officer() : others();
    },
    again: () => random.pick(sentBefore.slice(-30)) ?? null,
    answerOf: (sent) => answers.get(sent),
    ended(sent, answer) {
      sentBefore.push(sent);
      answers.set(sent, answer);
      const one = officers.find(({ staffId }) => staffId === sent.staffId);
      if (one !== undefined) one.busy = false;
    },
  };
}
