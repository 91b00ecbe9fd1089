import { describe, expect, it } from 'vitest';
import { createHandOver } from '../../../electron/host/office/handOver.ts';
import type { Copy } from '../../../electron/host/office/copies.ts';
import type { Leading } from '../../../electron/host/office/leading.ts';
import type { OfficeMessage } from '../../../electron/host/office/messages.ts';
import { createPeers } from '../../../electron/host/office/peers.ts';
import { createTestPorts } from '../../fixtures/testPorts.ts';

const actor = { kind: 'staff', staffId: '0193c8f0-0000-7000-8000-000000000001' } as const;

/** A lead with one station that has everything. @param doubt whom an earlier run of the program had asked */
function leadWithOne(doubt: string | null = null) {
  const ports = createTestPorts('2026-11-23T01:00:00Z');
  const said: OfficeMessage[] = [];
  const peers = createPeers();
  const transport = { send: (message: unknown) => void said.push(message as OfficeMessage), onMessage() {}, onClose() {}, close() {} };
  peers.add('other', transport, { isLevel: () => true } as Copy);
  const at = { isLead: true, ceded: false, doubt };
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
  return { ports, said, at, handOver, peer: peers.of('other') };
}

/** It gives the lead to the other station. */
function handingOver() {
  const office = leadWithOne();
  let over = false;
  const outcome = office.handOver.to('other', actor);
  void office.handOver.over().then(() => (over = true));
  return { ...office, outcome, isOver: () => over };
}

const turn = () => new Promise((resolve) => void setImmediate(resolve));

describe('a hand-over that the other has taken', () => {
  it('is over when the event that says so is here too: until then commands wait', async () => {
    const { said, at, handOver, outcome, isOver } = handingOver();
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
    const { ports, at, handOver, outcome } = handingOver();
    handOver.heard('other', 1, { type: 'done', term: 2 });
    ports.advance(2000);
    expect(await outcome).toEqual({ type: 'done', term: 2 });
    expect(at.ceded).toBe(true);
  });

  it('that the other refuses is over at once, and this station leads on', async () => {
    const { at, handOver, outcome } = handingOver();
    handOver.heard('other', 1, { type: 'leadStillThere', stationId: 'third' });
    expect(await outcome).toMatchObject({ type: 'leadStillThere' });
    expect(at.ceded).toBe(false);
  });
});

describe('a hand-over of which nobody knows how it went', () => {
  it('is written down before the other is asked, and stays when no answer comes', async () => {
    const { ports, at, outcome } = handingOver();
    expect(at.doubt).toBe('other');
    ports.advance(2000);
    expect(await outcome).toEqual({ type: 'unreachable' });
    expect(at).toEqual({ isLead: true, ceded: true, doubt: 'other' });
  });

  it('is not forgotten by a restart: the program decides nothing as the lead', () => {
    expect(leadWithOne('other').at.ceded).toBe(true);
    expect(leadWithOne().at.ceded).toBe(false);
  });

  it('ends when the other comes back and knows of no new term', () => {
    const { at, handOver, peer } = leadWithOne('other');
    if (peer === undefined) throw new Error('no peer');
    handOver.again(peer, 2);
    expect(at).toEqual({ isLead: true, ceded: true, doubt: 'other' });
    handOver.again(peer, 1);
    expect(at).toEqual({ isLead: true, ceded: false, doubt: null });
  });

  it('ends when it is known that the other leads', () => {
    const { at, handOver } = leadWithOne('other');
    at.isLead = false;
    handOver.look();
    expect(at).toEqual({ isLead: false, ceded: true, doubt: null });
  });
});
