import { XMLParser } from 'fast-xml-parser';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Central, startCentral } from '../../fixtures/central.ts';
import { toldOffice, type WrittenOffice, writtenOffice } from '../../fixtures/writtenOffice.ts';

const day = 24 * 60 * 60 * 1000;
const civilRegistration = '0199c0de-0000-7000-8000-000000000101';
const counterUnit = '0199c0de-0000-7000-8000-000000000201';
let central: Central;
let first: WrittenOffice;
let second: WrittenOffice;
beforeAll(async () => {
  central = await startCentral();
  first = await office('kantor-satu');
  second = await office('kantor-dua');
});
afterAll(() => central.stop());

async function office(code: string): Promise<WrittenOffice> {
  const written = await writtenOffice(central, await central.newOffice(code));
  await written.push({ office: toldOffice(`Kantor & Balai <${code}>`) });
  return written;
}

const parser = new XMLParser({ parseTagValue: false, ignoreDeclaration: true });
const examples = join(import.meta.dirname, '../../fixtures/open311');
const example = (name: string, format: string) => readFileSync(join(examples, `${name}.${format}`), 'utf8');

async function get(path: string, method = 'GET') {
  const response = await fetch(`${central.url}/open311/v2/${path}`, { method });
  return { status: response.status, type: response.headers.get('content-type'), text: await response.text() };
}
const getJson = async (path: string) => JSON.parse((await get(path)).text);

/** Names and nesting of a value, whatever its texts say; of a list, that of its elements together. */
function shapeOf(value: unknown): unknown {
  if (Array.isArray(value)) {
    const shapes = [...new Set(value.map((one) => JSON.stringify(shapeOf(one))))];
    return shapes.length === 0 ? ['text'] : shapes.map((one) => JSON.parse(one));
  }
  if (typeof value !== 'object' || value === null) return 'text';
  const names = Object.keys(value).toSorted();
  return Object.fromEntries(names.map((name) => [name, shapeOf((value as Record<string, unknown>)[name])]));
}

const lists: Readonly<Record<string, string>> = {
  ...{ services: 'service', attributes: 'attribute', values: 'value', service_requests: 'request', errors: 'error' },
  ...{ endpoints: 'endpoint', formats: 'format' },
};
/** What the Spark convention makes of XML: the root falls away, lists are arrays. */
function spark(name: string, value: unknown): unknown {
  const item = lists[name];
  if (item !== undefined) {
    const inside = (value as Record<string, unknown>)[item] ?? [];
    return (Array.isArray(inside) ? inside : [inside]).map((one) => spark(item, one));
  }
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, of]) => [key, spark(key, of)]));
}
function fromXml(text: string): { readonly root: string; readonly value: unknown } {
  expect(text.startsWith('<?xml version="1.0" encoding="utf-8"?>\n<')).toBe(true);
  const [[root, value] = ['', null]] = Object.entries(parser.parse(text) as Record<string, unknown>);
  return { root, value: spark(root, value) };
}
/** Everything as XML says it: texts. */
const asTexts = (value: unknown): unknown =>
  Array.isArray(value)
    ? value.map(asTexts)
    : typeof value === 'object' && value !== null
      ? Object.fromEntries(Object.entries(value).map(([key, of]) => [key, asTexts(of)]))
      : value === null
        ? ''
        : typeof value === 'string'
          ? value
          : JSON.stringify(value);

describe('the shapes of the specification', () => {
  const cases = [
    ['services', () => 'services', 200],
    ['service_definition', () => `services/${civilRegistration}`, 200],
    ['service_requests', () => 'requests', 200],
    ['discovery', () => 'discovery', 200],
    ['errors', () => 'requests/unknown', 404],
  ] as const;
  test.each(cases)('%s', async (name, path, status) => {
    await first.complaint({ categoryId: civilRegistration });
    const json = await get(`${path()}.json?jurisdiction_id=kantor-satu`);
    const xml = await get(`${path()}.xml?jurisdiction_id=kantor-satu`);
    expect([json.status, json.type]).toEqual([status, 'application/json; charset=utf-8']);
    expect([xml.status, xml.type]).toEqual([status, 'text/xml; charset=utf-8']);
    const read = fromXml(xml.text);
    const fromExample = fromXml(example(name, 'xml'));
    expect(read.root).toBe(fromExample.root);
    const wanted = shapeOf(JSON.parse(example(name, 'json')));
    expect(shapeOf(fromExample.value)).toEqual(wanted);
    // Attributes that are no list of values have none.
    const own = JSON.parse(json.text);
    const asExample =
      name === 'service_definition'
        ? { ...own, attributes: own.attributes.filter(({ values }: { values: [] }) => values.length > 0) }
        : own;
    expect(shapeOf(asExample)).toEqual(wanted);
    expect(read.value).toEqual(asTexts(own));
  });

  test('types of JSON are those of the examples', async () => {
    const [service] = await getJson('services.json?jurisdiction_id=kantor-satu');
    expect(service).toMatchObject({
      metadata: true,
      type: 'realtime',
      service_code: civilRegistration,
      service_name: 'Administrasi kependudukan',
    });
    const [refusal] = await getJson('services.json');
    expect(refusal.code).toBe(400);
  });
});

test('an agency has the services of its offices once, and an office those of its own', async () => {
  const own = { id: crypto.randomUUID(), title: { id: 'Parkir', en: 'Parking' }, active: true };
  const old = { id: crypto.randomUUID(), title: { id: 'Telegraf', en: 'Telegraph' }, active: false };
  const told = toldOffice('Kantor dua');
  await second.push({
    office: { ...told, complaintRules: { ...told.complaintRules, categories: [...told.complaintRules.categories, own, old] } },
  });
  const names = async (id: string) =>
    (await getJson(`services.json?jurisdiction_id=${id}`)).map(({ service_name: name }: { service_name: string }) => name);
  expect(await names('kota-uji')).toHaveLength(8 + 1 + 1);
  expect(await names('kantor-satu')).toHaveLength(8 + 1);
  expect(await names('kantor-dua')).toContain('Parkir');
  expect(await names('kantor-dua')).not.toContain('Telegraf');
  expect((await get(`services/${old.id}.json?jurisdiction_id=kantor-dua`)).status).toBe(200);
  expect((await get(`services/${own.id}.json?jurisdiction_id=kantor-satu`)).status).toBe(404);
});

test('a complaint is a request with its times, its unit and where it stands, and not a word of anybody', async () => {
  const at = Date.UTC(2026, 10, 20, 1, 30);
  const written = await office('kantor-tiga');
  const { complaintId, number, personId, pin } = await written.complaint({ categoryId: civilRegistration, unitId: counterUnit }, at);
  const read = async () => (await getJson(`requests/${complaintId}.json?jurisdiction_id=kantor-tiga`))[0];
  expect(await read()).toEqual({
    service_request_id: complaintId,
    status: 'open',
    status_notes: 'Diterima',
    service_name: 'Administrasi kependudukan',
    service_code: civilRegistration,
    description: null,
    agency_responsible: 'Pelayanan loket, Kantor & Balai <kantor-tiga>',
    service_notice: null,
    requested_datetime: '2026-11-20T08:30:00+07:00',
    updated_datetime: '2026-11-20T08:30:00+07:00',
    expected_datetime: '2026-12-04T08:30:00+07:00',
    address: 'Jalan Merdeka 1',
    address_id: null,
    zipcode: null,
    lat: null,
    long: null,
    media_url: null,
  });
  const words = { kind: 'answer', words: 'Jawaban untuk Siti' } as const;
  await written.step(complaintId, 'complaintAnswered.v1', { letterOwed: false, closesAt: at + 30 * day }, words, at + day);
  expect(await read()).toMatchObject({ status: 'open', status_notes: 'Ditanggapi' });
  await written.step(complaintId, 'complaintClosed.v1', { textId: null, outcome: 'resolved' }, undefined, at + 2 * day);
  expect(await read()).toMatchObject({ status: 'closed', status_notes: 'Selesai', updated_datetime: '2026-11-22T08:30:00+07:00' });
  for (const format of ['json', 'xml']) {
    const { text } = await get(`requests.${format}?jurisdiction_id=kantor-tiga&start_date=2026-11-01T00:00:00Z`);
    expect(text).toContain(complaintId);
    for (const secret of [number, personId, pin, 'Siti', 'Si***', 'siti@']) expect(text).not.toContain(secret);
  }
});

test('a confidential complaint is not there, and its absence looks like that of any other', async () => {
  const { complaintId } = await first.complaint({ confidential: true });
  const there = await get(`requests/${complaintId}.json?jurisdiction_id=kantor-satu`);
  const none = await get(`requests/${crypto.randomUUID()}.json?jurisdiction_id=kantor-satu`);
  expect(there).toEqual(none);
  expect(there.status).toBe(404);
  expect((await get(`requests.json?jurisdiction_id=kantor-satu&service_request_id=${complaintId}`)).text).toBe('[]');
  expect((await get('requests.json?jurisdiction_id=kota-uji')).text).not.toContain(complaintId);
});

test('filters: ids before all else, codes, status, dates of at most 90 days, pages', async () => {
  const written = await office('kantor-empat');
  const now = Date.now();
  const made = [];
  for (const [days, categoryId] of [
    [1, civilRegistration],
    [2, null],
    [50, null],
    [120, civilRegistration],
  ] as const)
    made.push((await written.complaint({ categoryId }, now - days * day)).complaintId);
  const [yesterday, before, older, oldest] = made;
  await written.step(before ?? '', 'complaintReferred.v1', { textId: null });
  const ids = async (query: string) =>
    (await getJson(`requests.json?jurisdiction_id=kantor-empat${query}`)).map(
      (one: { service_request_id: string }) => one.service_request_id,
    );
  expect(await ids('')).toEqual([yesterday, before, older]);
  expect(await ids('&service_request_id=&status=&service_code=')).toEqual([yesterday, before, older]);
  expect(await ids(`&service_request_id=${oldest},${yesterday},not-one&status=closed`)).toEqual([yesterday, oldest]);
  expect(await ids(`&service_code=${civilRegistration}`)).toEqual([yesterday]);
  expect(await ids(`&service_code=uncategorised,${civilRegistration}&status=open`)).toEqual([yesterday, older]);
  expect(await ids('&status=closed')).toEqual([before]);
  expect(await ids('&status=open,closed')).toEqual([yesterday, before, older]);
  const date = (days: number) => new Date(now - days * day).toISOString();
  expect(await ids(`&start_date=${date(130)}&end_date=${date(60)}`)).toEqual([oldest]);
  expect(await ids(`&start_date=${date(130)}`)).toEqual([older, oldest]);
  expect(await ids(`&end_date=${date(40)}`)).toEqual([older, oldest]);
  expect(await ids(`&start_date=2020-01-01T00:00:00+07:00`)).toEqual([]);
  expect(await ids('&page_size=2')).toEqual([yesterday, before]);
  expect(await ids('&page_size=2&page=2')).toEqual([older]);
  expect((await get('requests.json?jurisdiction_id=kantor-satu')).text).not.toContain(yesterday);
  expect((await get('requests.json?jurisdiction_id=kota-uji')).text).toContain(yesterday);
});

test.each([
  ['services.json', 400, 'jurisdiction_id was not provided'],
  ['services.json?jurisdiction_id=', 400, 'jurisdiction_id was not provided'],
  ['services.xml?jurisdiction_id=nirgendwo', 404, 'jurisdiction_id nirgendwo was not found'],
  ['services/none.xml?jurisdiction_id=kantor-satu', 404, 'service_code was not found'],
  ['requests.json?jurisdiction_id=kantor-satu&start_date=kemarin', 400, 'start_date must be'],
  ['requests.xml?jurisdiction_id=kantor-satu&start_date=2026-01-31', 400, 'start_date must be'],
  ['requests.json?jurisdiction_id=kantor-satu&start_date=2026-01-01T00:00:00Z&end_date=2026-06-01T00:00:00Z', 400, 'more than 90 days'],
  ['requests.json?jurisdiction_id=kantor-satu&status=lost', 400, 'status must be open or closed'],
  ['requests.json?jurisdiction_id=kantor-satu&page_size=1001', 400, 'page_size'],
  ['tokens/1.xml?jurisdiction_id=kantor-satu', 404, 'nothing at this address'],
  ['tokens/1.json', 404, 'nothing at this address'],
  ['requests', 404, 'nothing at this address'],
] as const)('%s is refused in the format of the specification', async (path, status, description) => {
  const answer = await get(path);
  expect(answer.status).toBe(status);
  const isJson = path.includes('.json');
  expect(answer.type).toBe(isJson ? 'application/json; charset=utf-8' : 'text/xml; charset=utf-8');
  const list = isJson ? JSON.parse(answer.text) : fromXml(answer.text).value;
  expect(Number(list[0].code)).toBe(status);
  expect(list[0].description).toContain(description);
});

test.each(['json', 'xml'])('nothing can be sent: POST is refused with 403 (%s)', async (format) => {
  const response = await fetch(`${central.url}/open311/v2/requests.${format}`, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: 'jurisdiction_id=kantor-satu&service_code=001&description=x',
  });
  expect(response.status).toBe(403);
  const text = await response.text();
  expect(format === 'json' ? JSON.parse(text)[0].code : (fromXml(text).value as [{ code: string }])[0].code).toEqual(
    format === 'json' ? 403 : '403',
  );
});

test('discovery names the endpoint and its formats, and tells when the services changed', async () => {
  const response = await fetch(`${central.url}/open311/discovery.json`);
  const discovery = (await response.json()) as { changeset: string; endpoints: unknown[] };
  expect(discovery.endpoints).toMatchObject([
    { specification: 'http://wiki.open311.org/GeoReport_v2', url: `${central.url}/open311/v2`, formats: ['text/xml', 'application/json'] },
  ]);
  const unknown = await fetch(`${central.url}/open311/discovery.json?jurisdiction_id=nirgendwo`);
  expect([unknown.status, ((await unknown.json()) as [{ code: number }])[0].code]).toEqual([404, 404]);
  const ofOffice = await getJson('discovery.json?jurisdiction_id=kantor-dua');
  expect(ofOffice.changeset >= discovery.changeset).toBe(true);
  expect(ofOffice.changeset).toMatch(/^\d{4}-\d\d-\d\d \d\d:\d\d$/u);
});
