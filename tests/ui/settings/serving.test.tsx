import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, test } from 'vitest';
import { configuration, ids, officeHost, openSettings } from './fixtures.tsx';

const save = () => screen.getByRole('button', { name: 'Simpan' });

describe('services', () => {
  test('a prefix that clashes is told before anything is sent', async () => {
    const host = officeHost('admin');
    const user = userEvent.setup();
    openSettings(host, `/pengaturan/layanan/${ids.lost}`);
    const prefix = await screen.findByRole('textbox', { name: /Huruf depan nomor/u });
    await user.clear(prefix);
    await user.type(prefix, 'bx');
    await user.click(save());
    expect(prefix).toHaveValue('BX');
    expect(prefix).toHaveAccessibleDescription(/Bentrok dengan huruf B/u);
    expect(host.sent('office.saveService')).toHaveLength(0);
  });

  test("the host's refusal stands at the field it is about until that changes", async () => {
    const host = officeHost('admin');
    host.replies('office.saveService', () => ({ kind: 'refused', refusal: { type: 'prefixTaken', prefix: 'C' } }));
    const user = userEvent.setup();
    openSettings(host, `/pengaturan/layanan/${ids.lost}`);
    const prefix = await screen.findByRole('textbox', { name: /Huruf depan nomor/u });
    await user.clear(prefix);
    await user.type(prefix, 'C');
    await user.click(save());
    await waitFor(() => expect(prefix).toBeInvalid());
    await user.type(prefix, 'D');
    expect(prefix).toBeValid();
  });

  test('a new service begins from a template with a free letter and is listed after the save', async () => {
    const host = officeHost('admin');
    host.answers('office.serviceTemplates', [
      {
        key: 'familyCard',
        prefix: 'A',
        title: { id: 'KK perubahan data', en: 'Family card' },
        requirements: [{ title: { id: 'KK lama', en: 'Old card' }, whereToGet: { id: '', en: '' } }],
        procedure: { id: '', en: '' },
        duration: { unit: 'minutes', value: 15 },
        fee: 0,
        product: { id: '', en: '' },
        meanServiceMinutes: 15,
        targetWaitMinutes: 20,
      },
    ]);
    host.answers('office.saveService', {});
    const user = userEvent.setup();
    const router = openSettings(host, '/pengaturan/layanan/baru');
    await user.selectOptions(await screen.findByRole('combobox', { name: 'Contoh layanan' }), 'KK perubahan data');
    await user.click(screen.getByRole('button', { name: 'Pakai contoh ini' }));
    await user.click(save());
    await waitFor(() => expect(router.state.location.pathname).toBe('/pengaturan/layanan'));
    expect(host.sent('office.saveService')).toMatchObject([
      { prefix: 'C', title: { id: 'KK perubahan data' }, requirements: [{ title: { id: 'KK lama' } }] },
    ]);
  });

  test('moving a service down sends the whole new order', async () => {
    const host = officeHost('admin');
    host.answers('office.orderServices', {});
    const user = userEvent.setup();
    openSettings(host, '/pengaturan/layanan');
    expect(await screen.findByRole('button', { name: 'Naikkan KTP-el hilang' })).toBeDisabled();
    await user.click(screen.getByRole('button', { name: 'Turunkan KTP-el hilang' }));
    await waitFor(() => expect(host.sent('office.orderServices')).toEqual([{ serviceIds: [ids.damaged, ids.lost] }]));
  });

  test('retiring asks first; a service that people wait for stays, with the reason', async () => {
    const host = officeHost('admin');
    host.replies('office.retireService', () => ({
      kind: 'refused',
      refusal: { type: 'serviceInUse', title: { id: 'KTP-el hilang', en: 'Lost card' }, waiting: 3 } as never,
    }));
    const user = userEvent.setup();
    const router = openSettings(host, `/pengaturan/layanan/${ids.lost}`);
    await user.click(await screen.findByRole('button', { name: 'Hentikan layanan ini' }));
    expect(host.sent('office.retireService')).toHaveLength(0);
    const dialog = await screen.findByRole('dialog');
    const { within } = await import('@testing-library/react');
    await user.click(within(dialog).getByRole('button', { name: 'Hentikan layanan ini' }));
    expect(await screen.findByText(/3 orang/u)).toBeVisible();
    expect(router.state.location.pathname).toBe(`/pengaturan/layanan/${ids.lost}`);
  });
});

describe('counters', () => {
  test('a number of another counter and a counter without services are told', async () => {
    const host = officeHost('pengawas');
    const user = userEvent.setup();
    openSettings(host, '/pengaturan/loket/baru');
    const number = await screen.findByRole('textbox', { name: 'Nomor loket' });
    expect(number).toHaveValue('2');
    await user.clear(number);
    await user.type(number, '1');
    await user.click(screen.getByRole('button', { name: 'Kosongkan' }));
    await user.click(save());
    expect(number).toHaveAccessibleDescription(/Nomor 1 sudah dipakai/u);
    expect(screen.getByText('Pilih paling sedikit satu.')).toBeVisible();
    expect(host.sent('office.saveCounter')).toHaveLength(0);
  });

  test('a supervisor saves a counter but cannot remove one', async () => {
    const host = officeHost('pengawas');
    host.answers('office.saveCounter', {});
    const user = userEvent.setup();
    openSettings(host, `/pengaturan/loket/${ids.counter}`);
    await user.click(await screen.findByRole('checkbox', { name: /B · KTP-el rusak/u }));
    await user.click(save());
    await screen.findByText(/Tersimpan pukul/u);
    expect(host.sent('office.saveCounter')).toEqual([{ ...configuration.counters[0], serviceIds: [ids.lost] }]);
    expect(screen.queryByRole('button', { name: 'Hapus loket ini' })).toBeNull();
  });
});

describe('priority', () => {
  test('another rule comes with its own figures, the saved one comes back as it was', async () => {
    const host = officeHost('pengawas');
    host.answers('office.configuration', { ...configuration, policy: { kind: 'accumulating', weight: 5, limitMinutes: 20 } });
    host.answers('office.savePolicy', {});
    const user = userEvent.setup();
    openSettings(host, '/pengaturan/prioritas');
    await user.click(await screen.findByRole('radio', { name: /Bergantian/u }));
    await user.click(screen.getByRole('radio', { name: /Waktu tunggu berbobot/u }));
    expect(screen.getByRole('textbox', { name: 'Bobot prioritas' })).toHaveValue('5');
    await user.click(screen.getByRole('radio', { name: /Bergantian/u }));
    await user.click(screen.getByRole('button', { name: /Pengunjung biasa di antara dua prioritas: tambah/u }));
    await user.click(save());
    await screen.findByText(/Tersimpan pukul/u);
    expect(host.sent('office.savePolicy')).toEqual([{ kind: 'ratio', regularPerPriority: 4 }]);
  });
});
