/**
 * Four real processes are one office: a counter is cut off and comes back, the lead's power goes in the midst of work, another
 * station is made the lead, and the old one comes back. In the end all copies are the same, and whatever number a person was
 * shown is in them.
 */
import { expect as expectWithin, type Page, test } from '@playwright/test';
import { readCopy } from './fixtures/copies.ts';
import { action, currentNumber, goToCheck, quick, register, serveNext } from './fixtures/desk.ts';
import { heardOnBoard, openCounter, takeNumber } from './fixtures/office.ts';
import { hostKind } from './fixtures/program.ts';
import { patienceMs, type RealOffice, staffAt, startRealOffice, windowOf } from './fixtures/realOffice.ts';

test.skip(hostKind === 'electron', 'several desktop programs on one computer; what they run on is tested with host processes');

const expect = expectWithin.configure({ timeout: patienceMs });

let office: RealOffice | null = null;
test.afterEach(() => office?.end());

const statusLine = (page: Page) => page.getByLabel('Keadaan stasiun');
const finish = (staff: Page) => action(staff, 'Selesai').click();

/** Asks a kiosk for a number and does not wait for it. */
const press = async (kiosk: Page, service: string) => {
  await kiosk.getByRole('button', { name: service }).click();
  await kiosk.getByRole('button', { name: 'Tidak ada', exact: true }).click();
};

test('a counter is cut off, the lead dies, another station leads, all come back, and no number is lost', async () => {
  test.setTimeout(300_000);
  const running = await startRealOffice();
  office = running;
  const { lead, front, desk, lobby, pullCable, plugIn } = running;
  /** Every number that a person was shown. */
  const shown: string[] = [];
  const take = async (kiosk: Page, service: string) => {
    const number = await takeNumber(kiosk, service, 'Tidak ada', quick);
    shown.push(number);
    return number;
  };

  const [sari, budi, dewi, kiosk, board, leadKiosk, frontKiosk] = await Promise.all([
    staffAt(lead, 'Sari Wulandari'),
    staffAt(front, 'Budi Santoso'),
    staffAt(desk, 'Dewi Lestari'),
    windowOf(lobby, 'kiosk'),
    windowOf(lobby, 'board'),
    windowOf(lead, 'kiosk'),
    windowOf(front, 'kiosk'),
  ]);
  await dewi.goto(new URL('/induk', dewi.url()).href);

  await test.step('one office: issued at one station, called at another, seen at a third', async () => {
    await openCounter(sari, 'Loket 1', quick);
    await budi.getByRole('article', { name: 'Loket 2' }).getByRole('button', { name: 'Buka loket' }).click();
    const first = await take(kiosk, 'Akta kelahiran');
    await take(kiosk, 'Akta kelahiran');
    await take(kiosk, 'KTP-el hilang');
    expect(await serveNext(budi)).toBe(first);
    await heardOnBoard(board, first);
  });

  await test.step('the front counter is cut off, says so, and works on with its own visitors', async () => {
    pullCable(front);
    await expect(budi.getByText(/^Stasiun ini bekerja sendiri sejak \d{2}\.\d{2}, karena induk tidak terdengar/u)).toBeVisible();
    await expect(statusLine(budi)).toContainText('Bekerja sendiri, seri A');
    expect([await take(frontKiosk, 'Akta kelahiran'), await take(frontKiosk, 'Akta kelahiran')]).toEqual(['DA-001', 'DA-002']);
    // The others go on without it.
    expect(await serveNext(sari)).toBe('A-001');
    await finish(budi);
    // Not the next of the main line, whom the lead may call at any moment.
    expect(await serveNext(budi)).toBe('DA-001');
    await goToCheck(budi);
    await register(budi, { name: 'Siti Rahmawati', nik: '3273014505900001', phone: '0812-3456-7890' });
    await finish(budi);
  });

  await test.step('its cable is back: all is one line again, and what people must know is listed', async () => {
    plugIn(front);
    await expect(statusLine(budi)).toContainText('Pengikut, seri A');
    await expect(budi.getByText(/^Stasiun ini bekerja sendiri/u)).toBeHidden();
    await expect(dewi.getByText('Dipanggil selama terputus: DA-001.')).toBeVisible();
    await expect(dewi.getByText(/^Nomor yang diberikan selama terputus.*DA-001, DA-002/u)).toBeVisible();
    expect(await serveNext(budi)).toBe('D-002');
  });

  await test.step('the lead loses its cable, works by itself, and then loses its power in the midst of work', async () => {
    pullCable(lead);
    await press(kiosk, 'KTP-el rusak');
    await take(leadKiosk, 'KTP-el hilang');
    await goToCheck(sari);
    await register(sari, { name: 'Joko Susilo', nik: '3273014505900002', phone: '0812-3456-7891' });
    lead.freezeHost?.();
    await press(leadKiosk, 'KTP-el hilang');
    await lead.loseHost?.();
    await expect(sari.getByRole('alert').filter({ hasText: 'Sambungan terputus' })).toBeVisible();
    // The number that was asked of the lead comes from the lobby itself, once it knows that it is alone.
    const number = kiosk.getByTestId('issued-number');
    const again = kiosk.getByRole('button', { name: 'Coba lagi' });
    await expect(number.or(again)).toBeVisible();
    if (await again.isVisible()) await again.click();
    await expect(number).toHaveText('BC-001');
    shown.push('BC-001');
    await kiosk.getByRole('button', { name: 'Selesai' }).click();
  });

  await test.step('when nobody hears the old lead any more, the supervisor makes another station the lead', async () => {
    await expect(dewi.getByText('tidak mendengar induk', { exact: true })).toHaveCount(3);
    await expect(dewi.getByText(/^Tidak ada yang mendengar induk lama lagi/u)).toBeVisible();
    await dewi.getByRole('button', { name: 'Jadikan induk: Loket depan' }).click();
    const outcome = dewi.getByRole('region', { name: 'Stasiun dan salinannya' }).getByRole('status');
    await expect(outcome).toHaveText(/^Loket depan sekarang induk/u);
    await expect(statusLine(budi)).toContainText('Stasiun induk, seri A');
    await finish(budi);
    expect(await serveNext(budi)).toBe('DA-002');
    const next = await take(kiosk, 'Akta kelahiran');
    expect(next).toBe('DA-003');
    await finish(budi);
    expect(await serveNext(budi)).toBe(next);
    await heardOnBoard(board, next);
  });

  await test.step('the old lead comes back as a follower, with everything that it alone had', async () => {
    plugIn(lead);
    await lead.returnHost?.();
    await expect(statusLine(sari)).toContainText('Pengikut — induk: Loket depan');
    await expect(leadKiosk.getByTestId('issued-number')).toBeVisible();
    shown.push((await leadKiosk.getByTestId('issued-number').textContent()) ?? '');
    // Her visitor still stands there, with the receipt; then comes the number that only the old lead knew of.
    await expect(currentNumber(sari)).toHaveText('A-001');
    await finish(sari);
    expect(await serveNext(sari)).toBe('A-002');
    await expect(dewi.getByText('salinan lengkap', { exact: true })).toHaveCount(4);
  });

  const copies = (await running.stop()).map(readCopy);
  const [first, ...others] = copies;
  for (const other of others) expect(other.parts).toEqual(first?.parts);
  // Something was compared: all that happened above left its rows.
  expect(first?.parts.get('events')?.length).toBeGreaterThan(100);
  for (const part of ['ticket', 'visit', 'call', 'document', 'complaint', 'print_job', 'branch', 'vault'])
    expect(first?.parts.get(part)?.length, part).toBeGreaterThan(0);
  expect(first?.parts.get('document')).toHaveLength(2);
  expect(first?.parts.get('term')).not.toEqual(['1']);

  expect(shown).toHaveLength(9);
  expect(new Set(shown).size).toBe(shown.length);
  for (const { numbers, noticed, given } of copies) {
    expect(shown.filter((number) => !numbers.includes(number) && !noticed.includes(number))).toEqual([]);
    expect([...given].filter(([, tickets]) => tickets.size > 1)).toEqual([]);
  }
});
