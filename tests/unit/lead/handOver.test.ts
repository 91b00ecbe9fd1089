import { describe, expect, it } from 'vitest';
import { createHandOver } from '../../../electron/host/office/handOver.ts';
import type { Copy } from '../../../electron/host/office/copies.ts';
import type { Leading } from '../../../electron/host/office/leading.ts';
import type { OfficeMessage } from '../../../electron/host/office/messages.ts';
import { createPeers } from '../../../electron/host/office/peers.ts';
import { createTestPorts } from '../../fixtures/testPorts.ts';

const actor = { kind: 'staff', staffId: '0193c8f0-0000-7000-8000-000000000001' } as const;

/** A lead with one station that has everything. */
function leadWithOne() {
  const ports = createTestPorts('2026-11-23T01:00:00Z');
  const said: OfficeMessage[] = [];
  const peers = createPeers();
  const transport = { send: (message: unknown) => void said.push(message as OfficeMessage), onMessage() {}, onClose() {}, close() {} };
  peers.add('other', transport, { isLevel: () => true } as Copy);
  const at = { isLead: true, ceded: false, doubt: null as string | null };
  const leading = {
    isLead: () => at.isLead,
    leadAlive: () => true,
    cede: () => void (at.ceded = true),
    resume: () => void (at.ceded = false),
  } as Leading;
  const handOver = createHandOver({
    ports,
    peers,
    leading,
    term: () => 1,
    doubt: { read: () => at.doubt, write: (stationId) => void (at.doubt = stationId) },
  });
  let over = false;
  const outcome = handOver.to('other', actor);
  void handOver.over().then(() => (over = true));
  return { ports, said, at, handOver, outcome, isOver: () => over };
}

const turn = () => new Promise((resolve) => void setImmediate(resolve));

describe('a hand-over that the other has taken', () => {
  it('is over when the event that says so is here too: until then commands wait', async () => {
    const { said, at, handOver, outcome, isOver } = leadWithOne();
    expect(said).toMatchObject([{ t: 'lead', order: 'takeOver', n: 1 }]);
    handOver.heard('other', 1, { type: 'done', term: 2 });
    await turn();
    expect(isOver()).toBe(false);
    at.isLead = false;
    handOver.look();
    expect(await outcome).toEqual({ type: 'done', term: 2 });
    await turn();
    expect(isOver()).toBe(true);
  });

  it('is over after two seconds all the same, and this station does not lead again by itself', async () => {
    const { ports, at, handOver, outcome } = leadWithOne();
    handOver.heard('other', 1, { type: 'done', term: 2 });
    ports.advance(2000);
    expect(await outcome).toEqual({ type: 'done', term: 2 });
    expect(at.ceded).toBe(true);
  });

  it('that the other refuses is over at once, and this station leads on', async () => {
    const { at, handOver, outcome } = leadWithOne();
    handOver.heard('other', 1, { type: 'leadStillThere', stationId: 'third' });
    expect(await outcome).toMatchObject({ type: 'leadStillThere' });
    expect(at.ceded).toBe(false);
  });
});
