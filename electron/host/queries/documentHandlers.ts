import { maskNik, maskPhone } from '../../../shared/domain/people/mask.ts';
import { checkNik } from '../../../shared/domain/people/nik.ts';
import { ok, refuse } from '../../../shared/result.ts';
import type { Output } from '../../../shared/rpc/contract.ts';
import { officeDate } from '../../../shared/domain/time/officeTime.ts';
import { zoneOf } from '../../../shared/domain/office/zone.ts';
import { documentsArea } from '../areas/documents.ts';
import { staffName } from '../printing/models.ts';
import type { Execute } from '../rpc/execute.ts';
import type { Handlers } from '../rpc/handlers.ts';
import { wouldDecide } from '../rpc/wouldDecide.ts';
import type { Services } from '../services.ts';
import { type DocumentRecord, documentsOfTicket, recentDocuments, shortfallsOfTicket } from './documentRows.ts';

/** Taking in documents and looking at what was taken in. */
export function createDocumentHandlers(services: Services, execute: Execute): Handlers {
  const { db, vault, engine, ports } = services;

  return {
    // Vault first, event second: an event never names a person whom the vault does not know. All of it runs without a
    // pause, so what was decided beforehand is what the engine decides.
    'documents.register': ({ applicant, ...submission }, call) => {
      const first = execute.first('documents.register', call);
      if (first !== null) return first;
      if (vault.isErased('person', submission.personId)) return refuse({ type: 'personErased' });
      // A refused submission leaves nothing personal behind.
      if (wouldDecide(services, documentsArea, { method: 'documents.register', input: submission }, call)) {
        // What is known of her from elsewhere stays.
        const { address, email } = vault.person(submission.personId) ?? { address: '', email: '' };
        vault.putPerson(submission.personId, { ...applicant, address, email });
      }
      return execute('documents.register', submission, call);
    },
    'documents.ofTicket': ({ ticketId }) =>
      ok({
        documents: documentsOfTicket(db, ticketId).map((document) => documentView(services, document)),
        shortfalls: shortfallsOfTicket(db, ticketId).map(({ shortfallId, at, missing }) => ({
          shortfallId,
          at,
          missing: missing.map(({ title }) => title),
        })),
      }),
    'documents.recent': ({ search, limit, stage }) =>
      ok(recentDocuments(db, search, limit, stage).map((document) => documentView(services, document))),
    'documents.checkNik': ({ nik }) => {
      const today = officeDate(ports.clock.now(), zoneOf(engine.states.office));
      const { warnings, sex, birthDate, lansia } = checkNik(nik, today);
      return ok({ warnings: [...warnings], sex, birthDate, lansia });
    },
  };
}

function documentView({ vault, engine }: Services, document: DocumentRecord): Output<'documents.recent'>[number] {
  const person = vault.person(document.personId);
  const { documentId, number, serviceId, serviceTitle, ticketNumber, received, receivedAt, readyOn, staffId, readyAt, collected } =
    document;
  return {
    documentId,
    number,
    serviceId,
    serviceTitle,
    ticketNumber,
    applicant: person === null ? null : { name: person.name, nik: maskNik(person.nik), phone: maskPhone(person.phone) },
    received: received.map(({ title }) => title),
    receivedAt,
    readyOn,
    staffName: staffName(engine, staffId),
    readyAt,
    collected: collected === null ? null : { at: collected.at, staffName: staffName(engine, collected.staffId) },
  };
}
