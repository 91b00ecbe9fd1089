import type { DayHours } from '../../../shared/domain/office/types.ts';
import type { Language } from '../../../shared/domain/values.ts';
import { html, type Markup } from '../../../shared/papers/html/escape.ts';
import { inBothLanguages } from '../words.ts';

const words = inBothLanguages(
  {
    title: 'Jam pelayanan',
    days: { 1: 'Senin', 2: 'Selasa', 3: 'Rabu', 4: 'Kamis', 5: 'Jumat', 6: 'Sabtu', 7: 'Minggu' },
    closed: 'tutup',
    breaks: 'istirahat',
    holidays: 'Hari libur nasional dan cuti bersama: tutup.',
  },
  {
    title: 'Opening hours',
    days: { 1: 'Monday', 2: 'Tuesday', 3: 'Wednesday', 4: 'Thursday', 5: 'Friday', 6: 'Saturday', 7: 'Sunday' },
    closed: 'closed',
    breaks: 'break',
    holidays: 'Closed on national holidays and collective leave.',
  },
);

const span = ({ from, to }: { readonly from: string; readonly to: string }, language: Language): string =>
  language === 'id' ? `${from.replace(':', '.')}–${to.replace(':', '.')}` : `${from}–${to}`;

/** `07.30–16.00 (istirahat 12.00–13.00)` */
export function hoursInWords({ open, close, breaks }: DayHours, language: Language): string {
  const pauses = breaks.map((pause) => span(pause, language)).join(', ');
  return `${span({ from: open, to: close }, language)}${pauses === '' ? '' : ` (${words[language].breaks} ${pauses})`}`;
}

/** The same, each span in one piece. */
const hoursLines = ({ open, close, breaks }: DayHours, language: Language): Markup =>
  html`<span class="number">${span({ from: open, to: close }, language)}</span>
    ${breaks.map((pause) => html`<span class="number quiet">(${words[language].breaks} ${span(pause, language)})</span> `)}`;

/** The hours of a week. */
export function hoursTable(week: readonly DayHours[], language: Language): Markup {
  const word = words[language];
  return html`<table>
      <caption>
        ${word.title}
      </caption>
      ${([1, 2, 3, 4, 5, 6, 7] as const).map((weekday) => {
        const hours = week.find((day) => day.weekday === weekday);
        return html`<tr>
          <th scope="row" class="number">${word.days[weekday]}</th>
          <td>${hours === undefined ? word.closed : hoursLines(hours, language)}</td>
        </tr>`;
      })}
    </table>
    <p class="hint">${word.holidays}</p>`;
}
