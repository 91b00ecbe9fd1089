import { unreachable } from '../../result.ts';
import { dateInWords, dayInWords, timeInWords } from '../format.ts';
import { asTyped } from '../follow.ts';
import type {
  BlackoutSheetPaper,
  ComplaintReceiptPaper,
  DocumentReceiptPaper,
  LetterPaper,
  PaperModel,
  ShortfallSlipPaper,
  TicketPaper,
} from '../models.ts';
import { type PaperWords, wordsOf } from '../words.ts';
import { centered, feed, item, type PaperCommand, rule, text } from './commands.ts';

/** A paper as instructions for a raw printer with so many characters in a line; it ends with the cut. */
export function paperCommands(model: PaperModel, columns: number): readonly PaperCommand[] {
  const words = wordsOf(model.language);
  return [
    ...head(model, words),
    ...body(model, words, columns),
    feed(),
    { kind: 'qr', content: model.qr },
    ...foot(model),
    { kind: 'cut' },
  ];
}

function body(model: PaperModel, words: PaperWords, columns: number): readonly PaperCommand[] {
  switch (model.kind) {
    case 'ticket':
      return ticket(model, words, columns);
    case 'documentReceipt':
      return documentReceipt(model, words, columns);
    case 'shortfallSlip':
      return shortfallSlip(model, words);
    case 'complaintReceipt':
      return complaintReceipt(model, words, columns);
    case 'complaintLetter':
    case 'statusLetter':
    case 'incidentReport':
    case 'sopProposal':
      return letter(model);
    case 'blackoutSheet':
      return blackoutSheet(model, words, columns);
    default:
      return unreachable(model);
  }
}

function head(model: PaperModel, words: PaperWords): readonly PaperCommand[] {
  return [
    centered(model.officeName, { bold: true }),
    ...(model.officeAddress === '' ? [] : [centered(model.officeAddress)]),
    rule,
    ...(model.copy === 0 ? [] : [centered(` ${words.copy(model.copy)} `, { bold: true, inverted: true }), feed()]),
  ];
}

const foot = (model: PaperModel): readonly PaperCommand[] => {
  const note = model.kind === 'ticket' ? model.footer[model.language] : '';
  return note === '' ? [] : [feed(), centered(note)];
};

function ticket(model: TicketPaper, words: PaperWords, columns: number): readonly PaperCommand[] {
  const { language, zone } = model;
  return [
    centered(words.queueNumber),
    feed(),
    centered(model.number, { bold: true, size: largestSize(model.number, columns) }),
    feed(),
    centered(model.serviceTitle[language], { bold: true, size: fits(model.serviceTitle[language], columns, 2) ? 2 : 1 }),
    ...(model.priority ? [feed(), centered(` ${words.priority} `, { bold: true, inverted: true })] : []),
    rule,
    ...waits(model, words),
    ...disturbance(model, words),
    centered(dayInWords(model.issuedAt, zone, language)),
    centered(timeInWords(model.issuedAt, zone, language), { bold: true }),
  ];
}

function disturbance({ disturbance: known, language }: TicketPaper, words: PaperWords): readonly PaperCommand[] {
  if (known === null) return [];
  const promise = known.promisedOn === null ? words.noPromise : `${words.promised}: ${dateInWords(known.promisedOn, language)}`;
  return [
    centered(words.disturbed, { bold: true }),
    ...(known.note === '' ? [] : [centered(known.note)]),
    centered(promise, { bold: known.promisedOn !== null }),
    rule,
  ];
}

function waits(model: TicketPaper, words: PaperWords): readonly PaperCommand[] {
  if (model.ahead === null) return [];
  const ahead = model.ahead === 0 ? words.nobodyAhead : words.people(model.ahead);
  const estimate = model.estimate === null ? words.noEstimate : words.minutes(model.estimate.fromMinutes, model.estimate.toMinutes);
  return [centered(`${words.ahead}: ${ahead}`, { bold: true }), centered(`${words.estimate}: ${estimate}`, { bold: true }), rule];
}

function documentReceipt(model: DocumentReceiptPaper, words: PaperWords, columns: number): readonly PaperCommand[] {
  const { language, zone, applicant } = model;
  return [
    centered(words.documentReceipt, { bold: true, size: fits(words.documentReceipt, columns, 2) ? 2 : 1 }),
    centered(words.registrationNumber),
    centered(model.number, { bold: true, size: 2 }),
    ...pin(model, words),
    rule,
    ...facts([
      [words.applicant, applicant?.name ?? words.applicantErased],
      [words.nik, applicant?.nik ?? null],
      [words.phone, applicant?.phone ?? null],
      [words.service, model.serviceTitle[language]],
      [words.receivedAt, `${dayInWords(model.receivedAt, zone, language)}, ${timeInWords(model.receivedAt, zone, language)}`],
      [words.counter, model.counterName],
      [words.officer, model.staffName],
      [words.ticket, model.ticketNumber],
    ]),
    rule,
    text(words.receivedPapers, { bold: true }),
    ...(model.received.length === 0 ? [text(words.noPapers)] : model.received.map((title) => item('[x]', title[language]))),
    rule,
    centered(words.readyOn),
    centered(dateInWords(model.readyOn, language), { bold: true, size: fits(dateInWords(model.readyOn, language), columns, 2) ? 2 : 1 }),
    rule,
    centered(words.keepReceipt),
    ...follow(model, words),
    ...contact(model, words),
  ];
}

function shortfallSlip(model: ShortfallSlipPaper, words: PaperWords): readonly PaperCommand[] {
  const { language, zone } = model;
  return [
    centered(words.shortfallSlip, { bold: true }),
    centered(model.serviceTitle[language], { bold: true }),
    rule,
    text(words.missingPapers, { bold: true }),
    ...model.missing.flatMap(({ title, whereToGet }) => [
      item('[ ]', title[language]),
      ...(whereToGet[language] === '' ? [] : [item('   ', `${words.whereToGet}: ${whereToGet[language]}`)]),
    ]),
    rule,
    ...facts([
      [words.writtenAt, `${dayInWords(model.at, zone, language)}, ${timeInWords(model.at, zone, language)}`],
      [words.counter, model.counterName],
      [words.officer, model.staffName],
      [words.ticket, model.ticketNumber],
    ]),
    rule,
    centered(words.comeBack),
    ...contact(model, words),
  ];
}

function complaintReceipt(model: ComplaintReceiptPaper, words: PaperWords, columns: number): readonly PaperCommand[] {
  const { language, zone } = model;
  return [
    centered(words.complaintReceipt, { bold: true, size: fits(words.complaintReceipt, columns, 2) ? 2 : 1 }),
    centered(words.trackingNumber),
    centered(model.number, { bold: true, size: 2 }),
    ...pin(model, words),
    rule,
    ...facts([
      [words.complainant, model.complainant ?? words.notNamed],
      [words.receivedAt, `${dayInWords(model.receivedAt, zone, language)}, ${timeInWords(model.receivedAt, zone, language)}`],
      [words.complaintType, model.type?.[language] ?? null],
      [words.complaintClass, model.class[language]],
      [words.unit, model.unit?.[language] ?? null],
      [words.referredTo, model.referredTo],
      [words.mergedInto, model.mergedInto],
      [words.counter, model.counterName],
      [words.officer, model.staffName],
      [words.ticket, model.ticketNumber],
    ]),
    rule,
    text(words.summary, { bold: true }),
    text(model.summary),
    ...(model.temporary === '' ? [] : [text(`${words.temporary}: ${model.temporary}`)]),
    rule,
    ...(model.deadlines.length === 0 ? [] : [text(words.deadlines, { bold: true })]),
    ...model.deadlines.map(({ label, date }) => text(`${label[language]}: ${dateInWords(date, language)}`)),
    ...(model.deadlines.length === 0 ? [] : [rule]),
    centered(words.followComplaint),
    ...follow(model, words),
    ...contact(model, words),
    ...signatureLine(words.signatureOfficer, model.staffName),
    ...signatureLine(words.complainant, model.complainant ?? ''),
  ];
}

type Followable = ComplaintReceiptPaper | DocumentReceiptPaper;

const pin = (model: Followable, words: PaperWords): readonly PaperCommand[] =>
  model.pin === '' ? [] : [centered(words.pin), centered(model.pin, { bold: true, size: 2 })];

const follow = (model: Followable, words: PaperWords): readonly PaperCommand[] =>
  model.followPage === null ? [] : [centered(words.followAt(asTyped(model.followPage)), { bold: true })];

/** A thermal printer draws no strokes: room to sign by hand. */
const signatureLine = (label: string, name: string): readonly PaperCommand[] => [
  feed(),
  text(`${label}:`),
  feed(),
  text(`__________________ ${name}`),
];

function letter(model: LetterPaper): readonly PaperCommand[] {
  const { language, zone } = model;
  return [
    text(dayInWords(model.at, zone, language)),
    centered(model.title[language], { bold: true }),
    ...(model.number === '' ? [] : [centered(model.number, { bold: true })]),
    ...model.to.map((each) => text(each)),
    rule,
    ...facts(model.facts.map(([label, value]) => [label[language], value] as const)),
    ...model.sections.flatMap(({ heading, text: words }) => [
      feed(),
      ...(heading === null ? [] : [text(heading[language], { bold: true })]),
      ...words.split('\n').map((paragraph) => text(paragraph)),
    ]),
    ...signatureLine(model.signedAs[language], model.staffName),
  ];
}

/** On a roll: a line to write on for each number. */
function blackoutSheet(model: BlackoutSheetPaper, { blackout }: PaperWords, columns: number): readonly PaperCommand[] {
  const { language, services, securityPhone } = model;
  const [first = '', ...others] = blackout.steps;
  return [
    centered(blackout.title, { bold: true, size: 2 }),
    centered(model.number, { bold: true }),
    centered(dateInWords(model.date, language)),
    ...(securityPhone === '' ? [] : [centered(`${blackout.security} ${securityPhone}`, { bold: true })]),
    rule,
    ...[first, blackout.policy(model.policy), ...others].map((step, at) => item(`${at + 1}.`, step)),
    rule,
    text(blackout.strip),
    ...model.rowNumbers.flatMap((number) => [feed(), text(`${number} ${'_'.repeat(columns - number.length - 1)}`)]),
    rule,
    text(`${blackout.columns.service}: ${services.map(({ prefix, title }) => `${prefix} ${title[language]}`).join(', ')}`),
    text(`${blackout.columns.ground}: ${blackout.grounds}`),
    text(`${blackout.columns.outcome}: ${blackout.outcomes}`),
  ];
}

const facts = (rows: readonly (readonly [label: string, value: string | null])[]): readonly PaperCommand[] =>
  rows.filter(([, value]) => value !== null && value !== '').map(([label, value]) => text(`${label}: ${value ?? ''}`));

const contact = (model: PaperModel, words: PaperWords): readonly PaperCommand[] =>
  model.contact === '' ? [] : [feed(), centered(words.contact), centered(model.contact, { bold: true })];

/** The largest type in which a number still stands in one line; 8 is what printers can do. */
const largestSize = (number: string, columns: number): number => Math.max(1, Math.min(8, Math.floor(columns / number.length)));

const fits = (value: string, columns: number, size: number): boolean => value.length * size <= columns;
