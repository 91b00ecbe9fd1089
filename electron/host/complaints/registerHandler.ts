import type { RegisterInput } from '../../../shared/domain/complaints/commands.ts';
import { type ComplaintForm, hasIdentity, missingFields } from '../../../shared/domain/complaints/form.ts';
import { ok, refuse } from '../../../shared/result.ts';
import type { Input } from '../../../shared/rpc/contract.ts';
import { complaintsArea } from '../areas/complaints.ts';
import type { Execute } from '../rpc/execute.ts';
import type { Handlers } from '../rpc/handlers.ts';
import { wouldDecide } from '../rpc/wouldDecide.ts';
import type { Services } from '../services.ts';
import type { Person } from '../vault/vault.ts';
import { complaintById } from './complaintRows.ts';
import { contentOf, readContent } from './content.ts';
import { createPins } from './pins.ts';
import { isMine, personAt } from './visibility.ts';

/** Saving the form as a complaint: person and words into the vault, then the event, then the draft is gone. */
export function createRegisterHandlers(services: Services, execute: Execute): Handlers {
  const { db, vault, keyStore, drafts, attachments, engine, access } = services;

  return {
    'complaint.register': (input, call) => {
      const first = execute.first('complaint.register', call);
      if (first !== null) return first;
      const { complaintId, form } = input;
      const personId = hasIdentity(form) ? form.identity.personId : null;
      if (personId !== null && vault.isErased('person', personId)) return refuse({ type: 'personErased' });
      const isAttached = (attachmentId: string) => attachments.ownerOf(attachmentId) === complaintId;
      if (!form.description.attachments.every(({ attachmentId }) => isAttached(attachmentId))) return refuse({ type: 'attachmentUnknown' });
      const pins = createPins(keyStore);
      const pin = pins.ofComplaint(complaintId);
      const command = { method: 'complaint.register' as const, input: withoutWords(input, personId, pins.hashOf(complaintId, pin)) };
      if (wouldDecide(services, complaintsArea, command, call)) {
        if (personId !== null) vault.putPerson(personId, personOf(form, vault.person(personId)));
        vault.putNote(complaintId, JSON.stringify(contentOf(form, pin)));
      }
      const answer = execute('complaint.register', command.input, call);
      if (answer.ok) {
        const kept = new Set(form.description.attachments.map(({ attachmentId }) => attachmentId));
        for (const id of attachments.idsOf(complaintId)) if (!kept.has(id)) attachments.remove(id);
        drafts.end(complaintId);
        engine.announce(['drafts']);
      }
      return answer;
    },
    'complaint.pin': ({ complaintId }, { connection }) => {
      const row = complaintById(db, complaintId);
      if (row === null) return refuse({ type: 'complaintUnknown' });
      if (!isMine(row, personAt(access, connection))) return refuse({ type: 'complaintNotYours', number: row.number });
      const content = readContent(vault, complaintId);
      return content === null ? refuse({ type: 'complaintUnknown' }) : ok({ pin: content.pin });
    },
  };
}

/** Who complains; of somebody seen before, what was not typed this time stays known: by it she is found again. */
function personOf({ identity }: ComplaintForm, known: Person | null): Person {
  const given = (field: keyof Person) => (identity[field].trim() === '' ? (known?.[field] ?? '') : identity[field]);
  return { name: given('name'), nik: given('nik'), phone: given('phone'), address: given('address'), email: given('email') };
}

function withoutWords({ form, ...input }: Input<'complaint.register'>, personId: string | null, hash: string): RegisterInput {
  return {
    ...input,
    personId,
    pinHash: hash,
    missing: missingFields(form).map(({ field }) => field),
    form: {
      kind: form.kind,
      classification: form.classification,
      anonymous: form.identity.anonymous,
      confidential: form.identity.confidential,
      attachments: form.description.attachments.map(({ attachmentId, mediaType, bytes }) => ({ attachmentId, mediaType, bytes })),
      promisedOn: form.solution.promisedOn,
      hasTemporary: form.solution.temporary.trim() !== '',
      referred: form.solution.referral !== null,
    },
  };
}
