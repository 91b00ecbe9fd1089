import { maskNik, maskPhone } from '../../../shared/domain/people/mask.ts';
import { ok, refuse } from '../../../shared/result.ts';
import type { Connection } from '../rpc/connection.ts';
import type { Execute } from '../rpc/execute.ts';
import type { Handlers } from '../rpc/handlers.ts';
import type { Services } from '../services.ts';
import { readContent, searchableText } from '../complaints/content.ts';
import { erasePerson } from './erasePerson.ts';
import { complaintsOf, countComplaints, countDocuments, documentsOfPerson, noteIdsOfPerson } from './personalRecords.ts';

/** How long the content of an export can be fetched, ms. */
const exportOpenMs = 10 * 60_000;

interface OpenExport {
  readonly personId: string;
  /** Who made it, in which session. */
  readonly session: string;
  readonly until: number;
}

/** Finding, exporting and erasing what is kept on a person (UU 27/2022). */
export function createPeopleHandlers(services: Services, execute: Execute): Handlers {
  const { db, vault, access, ports, attachments } = services;
  const exports = new Map<string, OpenExport>();
  const sessionAt = (connection: Connection): string => {
    const session = access.sessions.of(connection);
    return session === null ? '' : `${session.staffId} ${session.expiresAt}`;
  };

  return {
    'people.find': ({ by, value }) =>
      ok(
        vault.findBy(by, value).flatMap((personId) => {
          const person = vault.person(personId);
          if (person === null) return [];
          // The name tells whether it is the right person; the rest is seen in an export only.
          const { name, nik, phone } = person;
          return [
            {
              personId,
              name,
              nik: maskNik(nik),
              phone: maskPhone(phone),
              documents: countDocuments(db, personId),
              complaints: countComplaints(db, personId),
            },
          ];
        }),
      ),
    'people.export': ({ personId, reason }, call) => {
      const input = { personId, reason, exportId: call.commandId, isKnown: vault.holds('person', personId) };
      const answer = execute('people.export', input, call);
      if (answer.ok) {
        const now = ports.clock.monotonic();
        for (const [id, { until }] of exports) if (until <= now) exports.delete(id);
        const entry = { personId, session: sessionAt(call.connection), until: now + exportOpenMs };
        if (!exports.has(answer.value.exportId)) exports.set(answer.value.exportId, entry);
      }
      return answer;
    },
    'people.exported': ({ exportId }, { connection }) => {
      const found = exports.get(exportId);
      const isOpen = found !== undefined && found.until > ports.clock.monotonic() && found.session === sessionAt(connection);
      const person = isOpen ? vault.person(found.personId) : null;
      if (!isOpen || person === null) return refuse({ type: 'personUnknown' });
      const told = new Set(complaintsOf(db, found.personId).map(({ complaintId }) => complaintId));
      // The words of a complaint come with the complaint; keys of attachments are nobody's to read.
      const isNote = (id: string) => !told.has(id) && attachments.ownerOf(id) === null;
      const notes = noteIdsOfPerson(db, found.personId)
        .filter(isNote)
        .flatMap((id) => vault.note(id) ?? []);
      return ok({
        person,
        documents: [...documentsOfPerson(db, found.personId)],
        complaints: [...exportedComplaints(services, found.personId)],
        notes,
      });
    },
    'people.erase': (input, call) =>
      execute.first('people.erase', call) ?? erasePerson(services, input, (method, known) => execute(method, known, call)),
  };
}

function exportedComplaints({ db, vault }: Services, personId: string) {
  return complaintsOf(db, personId).map(({ complaintId, ...complaint }) => {
    const content = readContent(vault, complaintId);
    return {
      ...complaint,
      text: content === null ? '' : searchableText(content),
      attachments: content === null ? [] : content.description.attachments.map(({ name }) => name),
    };
  });
}
