/**
 * What goes to the server beside an event: the few words that the public or a unit may read, sealed for the agency's key, and
 * what a number's PIN is checked by. Nothing else of the vault ever leaves the office (DESIGN decision 9).
 */
import { createSecretKey } from 'node:crypto';
import type { ComplaintReceived } from '../../../shared/domain/complaints/events.ts';
import { maskName } from '../../../shared/domain/people/mask.ts';
import type { ComplaintWords, ContactWords } from '../../../shared/sync/contents.ts';
import { type SealedText, type TextKind, textLabel } from '../../../shared/sync/protocol.ts';
import { pinTagOf } from '../../../sync/pinTag.ts';
import { createSealer } from '../../../sync/seal.ts';
import { type ComplaintContent, readContent } from '../complaints/content.ts';
import { createPins } from '../complaints/pins.ts';
import type { Reader } from '../database/open.ts';
import type { SharedEvent } from '../engine/sharedEvent.ts';
import type { KeyStore } from '../keyStore.ts';
import type { Random } from '../ports.ts';
import type { Vault } from '../vault/vault.ts';

/** Words that the complainant may read or wrote herself, by the event that names them. */
const publicTexts: Readonly<Record<string, TextKind>> = {
  'completionRequested.v1': 'completionRequest',
  'completionReceived.v1': 'completion',
  'complainantAsked.v1': 'question',
  'complaintAnswered.v1': 'answer',
  'statusReported.v1': 'statusReport',
  'complaintReferred.v1': 'referral',
  'replyRecorded.v1': 'reply',
  'complaintReopened.v1': 'reopening',
};

export interface AgencyKey {
  readonly keyId: string;
  /** base64url */
  readonly publicKey: string;
}

export interface Companions {
  readonly texts: SealedText[];
  readonly pins: { subjectId: string; tag: string }[];
  readonly erased: string[];
  /** Of these events, something is not in this station's vault yet. */
  readonly missing: SharedEvent[];
}

export interface CompanionParts {
  readonly db: Reader;
  readonly vault: Vault;
  readonly keyStore: Pick<KeyStore, 'key'>;
  readonly random: Random;
}

/** @param pinKey `null`: no PINs can be checked. */
export function companionsOf(
  { db, vault, keyStore, random }: CompanionParts,
  events: readonly SharedEvent[],
  agencyKey: AgencyKey,
  pinKey: Uint8Array | null,
): Companions {
  const found: Companions = { texts: [], pins: [], erased: [], missing: [] };
  const tagKey = pinKey === null ? null : createSecretKey(pinKey);
  const madePins = createPins(keyStore);
  const sealed = createSealer(Buffer.from(agencyKey.publicKey, 'base64url'), (length) => random.bytes(length));
  const add = (textId: string, subjectId: string, kind: TextKind, words: string) => {
    const { ephemeral, content } = sealed(textLabel(textId), Buffer.from(words));
    found.texts.push({
      textId,
      subjectId,
      kind,
      sealed: { keyId: agencyKey.keyId, ephemeral: ephemeral.toString('base64url'), content: content.toString('base64') },
    });
  };
  const addPin = (subjectId: string, pin: string) => {
    if (tagKey !== null) found.pins.push({ subjectId, tag: pinTagOf(tagKey, subjectId, pin).toString('hex') });
  };
  /** Adds how somebody can be reached. @returns whether she is here, or was erased. */
  const addContact = (personId: string): boolean => {
    const person = vault.person(personId);
    if (person === null) return vault.isErased('person', personId);
    const words: ContactWords = { maskedName: maskName(person.name), email: person.email, phone: person.phone };
    add(personId, personId, 'contact', JSON.stringify(words));
    return true;
  };
  /** The PIN of a complaint that was registered when PINs were random lies with its words. @returns whether it is here. */
  const addPinOf = ({ complaintId, pinHash }: ComplaintReceived['data']): boolean => {
    const made = madePins.ofComplaint(complaintId);
    const pin = madePins.hashOf(complaintId, made) === pinHash ? made : readContent(vault, complaintId)?.pin;
    if (pin !== undefined) addPin(complaintId, pin);
    return pin !== undefined || vault.isErased('note', complaintId);
  };
  const received = (data: ComplaintReceived['data']): boolean => {
    const isPinHere = addPinOf(data);
    const isContactHere = data.personId === null || data.anonymous || addContact(data.personId);
    return isPinHere && isContactHere;
  };
  const isAnonymous = (complaintId: string): boolean =>
    db.prepare('SELECT 1 FROM complaint WHERE complaint_id = ? AND anonymous = 1').get(complaintId) !== undefined;
  const words = (textId: string, subjectId: string, kind: TextKind): boolean => {
    const text = vault.note(textId);
    if (text !== null) add(textId, subjectId, kind, text);
    return text !== null || vault.isErased('note', textId);
  };

  for (const event of events) {
    if (!beginsCompany(event)) continue;
    const data = JSON.parse(event.data) as Readonly<Record<string, unknown>>;
    if (!addFor(event, data)) found.missing.push(event);
  }
  return found;

  /** @returns whether everything that goes with the event is in the vault. */
  function addFor({ type }: SharedEvent, data: Readonly<Record<string, unknown>>): boolean {
    switch (type) {
      case 'complaintReceived.v1':
        return received(data as unknown as ComplaintReceived['data']);
      case 'complaintAssigned.v1': {
        // A unit is named that must read it; until then its words stay in the office.
        const { complaintId } = data as { complaintId: string };
        const content = readContent(vault, complaintId);
        if (content !== null)
          add(complaintId, complaintId, 'complaint', JSON.stringify(complaintWordsOf(content, isAnonymous(complaintId))));
        return content !== null || vault.isErased('note', complaintId);
      }
      case 'documentReceived.v1': {
        const { documentId, personId } = data as { documentId: string; personId: string };
        addPin(documentId, madePins.ofDocument(documentId));
        return addContact(personId);
      }
      case 'personErased.v1': {
        const { personId, noteIds } = data as { personId: string; noteIds: readonly string[] };
        found.erased.push(personId, ...noteIds);
        return true;
      }
      default: {
        const { textId, complaintId } = data as { textId: string | null; complaintId: string };
        const kind = publicTexts[type];
        return kind === undefined || textId === null || words(textId, complaintId, kind);
      }
    }
  }
}

/** Most events have no company; only the others are parsed. */
const beginsCompany = ({ type }: SharedEvent): boolean =>
  type === 'complaintReceived.v1' ||
  type === 'complaintAssigned.v1' ||
  type === 'documentReceived.v1' ||
  type === 'personErased.v1' ||
  publicTexts[type] !== undefined;

/** Files of an anonymous complaint stay in the office (fileQueue.ts), and their names with them. */
const complaintWordsOf = ({ listen, description }: ComplaintContent, isAnonymous: boolean): ComplaintWords => ({
  title: description.title,
  chronology: [listen.chronology, description.what].filter((text) => text.trim() !== '').join('\n\n'),
  place: description.place,
  occurredOn: description.occurredOn ?? '',
  who: description.who,
  loss: description.loss,
  settlement: description.settlement,
  ...(isAnonymous || description.attachments.length === 0
    ? {}
    : { files: description.attachments.map(({ attachmentId, name }) => ({ attachmentId, name })) }),
});
