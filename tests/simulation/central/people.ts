/** What the agency and the public ask of the office through the server, at any time. */
import type { CentralOrder } from '../../../shared/sync/orders.ts';
import type { Seeded } from '../random.ts';
import type { CentralServer } from './server.ts';

/** An order as whoever placed it knows it. */
export interface Asked {
  readonly orderId: string;
  readonly kind: CentralOrder['kind'] | 'ofANewerServer';
  /** Stands in the event that the order causes, and in no other. */
  readonly mark: string;
}

export interface CentralPeople {
  /** Somebody asks for something; `null`: there is nothing to ask about yet. */
  next(): Asked | null;
  announce(): Asked;
  readonly asked: ReadonlyMap<string, Asked>;
}

export function createCentralPeople(random: Seeded, server: CentralServer, clock: () => number): CentralPeople {
  const asked = new Map<string, Asked>();
  const place = (order: CentralOrder | { readonly kind: 'ofANewerServer' }, actor: string, mark: string): Asked => {
    const one = { orderId: server.place(order, actor), kind: order.kind, mark };
    asked.set(one.orderId, one);
    return one;
  };
  const agency = `agency:${random.uuid(clock())}`;
  const words = { id: 'Pengumuman', en: 'Announcement' };
  const announce = (mark: string) =>
    place({ kind: 'announce', announcementId: mark, title: words, body: words, until: '2099-12-31' }, agency, mark);
  return {
    asked,
    announce: () => announce(random.uuid(clock())),
    next() {
      const mark = random.uuid(clock());
      const what = random.next();
      if (what < 0.05) return place({ kind: 'ofANewerServer' }, agency, mark);
      if (what < 0.2) return announce(mark);
      const complaintId = random.pick(server.complaintIds().slice(-12));
      if (complaintId === undefined) return null;
      const about = { complaintId, textId: mark, text: `kata ${random.int(1, 999)}` };
      if (what < 0.45) return place({ kind: 'complaint.note', ...about }, agency, mark);
      if (what < 0.65) return place({ kind: 'complaint.verify', ...about, tag: 'procedural' }, agency, mark);
      if (what < 0.75) return place({ kind: 'complaint.askComplainant', ...about }, agency, mark);
      if (what < 0.85) return place({ kind: 'complaint.recordReply', ...about, satisfied: false }, 'public', mark);
      const { text } = about;
      const rating = { subject: 'complaint' as const, subjectId: complaintId, score: random.int(1, 5), skm: null, textId: mark, text };
      return place({ kind: 'service.rate', ...rating }, 'public', mark);
    },
  };
}
