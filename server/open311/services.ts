/** Service types: the categories in which the offices of a jurisdiction sort complaints. */
import { complaintClasses } from '../../shared/domain/complaints/types.ts';
import type { Bilingual } from '../../shared/domain/values.ts';
import { classes } from '../export/columns.ts';
import type { Jurisdiction, JurisdictionOffice } from './jurisdiction.ts';

/** A complaint that nobody has put into a category yet must have a service code, too. */
export const uncategorised = 'uncategorised';

const withoutCategory: Bilingual = { id: 'Belum dikategorikan', en: 'Not categorised yet' };

/** Each category once, although many offices have it: the ids of the defaults are the same everywhere. */
export function serviceList({ offices }: Jurisdiction) {
  const titles = new Map<string, Bilingual>();
  for (const { told } of offices.values())
    for (const { id, title, active } of told?.complaintRules.categories ?? []) if (active && !titles.has(id)) titles.set(id, title);
  return [...titles, [uncategorised, withoutCategory] as const].map(([code, title]) => ({
    service_code: code,
    service_name: title.id,
    description: `Pengaduan: ${title.id}`,
    metadata: true,
    type: 'realtime',
    keywords: `pengaduan, ${title.en.replaceAll(',', ' ')}`,
    group: 'Pengaduan',
  }));
}

/** Of the office that a complaint is at; also of a category that is no longer used. */
export function serviceName({ told }: JurisdictionOffice, categoryId: string | null): string {
  if (categoryId === null) return withoutCategory.id;
  return told?.complaintRules.categories.find(({ id }) => id === categoryId)?.title.id ?? withoutCategory.id;
}

/** Whether a jurisdiction has such a service, in use or not. */
export const hasService = ({ offices }: Jurisdiction, code: string): boolean =>
  code === uncategorised ||
  [...offices.values()].some(({ told }) => told?.complaintRules.categories.some(({ id }) => id === code) ?? false);

type Datatype = 'string' | 'text' | 'datetime' | 'singlevaluelist';

/** What the form of a complaint asks (DOMAIN section 4, SP4N-LAPOR! and UU 25/2009 art. 42); the same for every category. */
const questions: readonly (readonly [code: string, datatype: Datatype, isRequired: boolean, description: string])[] = [
  ['title', 'string', true, 'Judul pengaduan'],
  ['chronology', 'text', true, 'Kronologi: apa, kapan, di mana, siapa, bagaimana'],
  ['occurred_on', 'datetime', false, 'Tanggal kejadian'],
  ['place', 'string', false, 'Tempat kejadian'],
  ['loss', 'text', false, 'Kerugian yang diderita'],
  ['settlement', 'text', false, 'Penyelesaian yang diminta'],
  ['class', 'singlevaluelist', true, 'Kelas laporan'],
];

export const serviceDefinition = (code: string) => ({
  service_code: code,
  attributes: questions.map(([name, datatype, required, description], index) => ({
    variable: true,
    code: name,
    datatype,
    required,
    datatype_description: null,
    order: index + 1,
    description,
    values: datatype === 'singlevaluelist' ? complaintClasses.map((key) => ({ key, name: classes[key] })) : [],
  })),
});
