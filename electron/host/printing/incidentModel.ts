import type { Bilingual } from '../../../shared/domain/values.ts';
import { searchMark } from '../../../shared/domain/documents/number.ts';
import { dayInWords, timeInWords } from '../../../shared/papers/format.ts';
import type { LetterPaper } from '../../../shared/papers/models.ts';
import type { AlarmKind } from '../../../shared/alarm/protocol.ts';
import { callOf, reportOf } from '../queries/incidentHandlers.ts';
import { incidentById } from '../queries/incidentRows.ts';
import { type Common, type Reading, staffName } from './models.ts';

const kindWords: Readonly<Record<AlarmKind, Bilingual>> = {
  help: { id: 'Bantuan', en: 'Help' },
  threat: { id: 'Ancaman', en: 'Threat' },
  violence: { id: 'Kekerasan', en: 'Violence' },
  medical: { id: 'Medis', en: 'Medical' },
  fire: { id: 'Kebakaran', en: 'Fire' },
};

/** The incident report with all its fields (DOMAIN section 5); `null`: there is no such incident. */
export function incidentReportModel(reading: Reading, common: Common, incidentId: string): LetterPaper | null {
  const incident = incidentById(reading.db, incidentId);
  if (incident === null) return null;
  const report = reportOf(reading, incident);
  const { language, zone } = common;
  const call = callOf(reading, incident);
  const withdrawn = { id: 'dibatalkan', en: 'withdrawn' }[language];
  const moment = (at: number | null) => (at === null ? null : `${dayInWords(at, zone, language)}, ${timeInWords(at, zone, language)}`);
  const yes = language === 'id' ? 'Ya' : 'Yes';
  const no = language === 'id' ? 'Tidak' : 'No';
  return {
    ...common,
    kind: 'incidentReport',
    title: { id: 'Laporan Kejadian', en: 'Incident Report' },
    number: '',
    at: incident.reportCompletedAt ?? reading.ports.clock.now(),
    to: [],
    facts: [
      [{ id: 'Waktu kejadian', en: 'Time of the event' }, moment(report.occurredAt ?? incident.occurredAt)],
      [{ id: 'Waktu laporan', en: 'Time of the report' }, moment(incident.reportCompletedAt)],
      [{ id: 'Tempat', en: 'Place' }, report.place],
      [
        { id: 'Panggilan keamanan', en: 'Security call' },
        call === null
          ? null
          : [kindWords[call.kind][language], call.over?.how === 'withdrawn' ? withdrawn : '', call.over?.reason ?? '']
              .filter((words) => words !== '')
              .join(', '),
      ],
      [{ id: 'Pelapor', en: 'Reporter' }, report.reporter],
      [{ id: 'Orang terdampak', en: 'Affected person' }, report.affected],
      [{ id: 'Saksi', en: 'Witnesses' }, report.witnesses],
      [
        { id: 'Polisi diberi tahu', en: 'Police informed' },
        `${report.policeInformed ? yes : no}${report.police === '' ? '' : ` — ${report.police}`}`,
      ],
    ],
    sections: [
      { heading: { id: 'Ciri-ciri orang', en: 'Description of the person' }, text: report.person },
      { heading: { id: 'Awal mula dan jalannya', en: 'Build-up and course' }, text: report.buildUp },
      { heading: { id: 'Kejadian sebelumnya', en: 'Earlier incidents' }, text: report.earlier },
      { heading: { id: 'Luka', en: 'Injury' }, text: report.injury },
      { heading: { id: 'Pertolongan pertama', en: 'First aid' }, text: report.firstAid },
      { heading: { id: 'Pencegahan', en: 'Action against recurrence' }, text: report.prevention },
    ].filter(({ text }) => text !== ''),
    signedAs: { id: 'Pelapor', en: 'Reporter' },
    staffName: report.reporter === '' ? staffName(reading.engine, incident.openedBy) : report.reporter,
    qr: `${searchMark}K/${incidentId.toUpperCase()}`,
  };
}
