/** Bad networks and bad servers between an office and its central server: the counter never waits, and nothing is lost or doubled. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SyncFailure } from '../../../shared/sync/failures.ts';
import { serverHeader } from '../../../shared/sync/protocol.ts';
import { placeOrder } from '../../../server/orders.ts';
import * as bad from '../../fixtures/badNetwork.ts';
import { staffWindow } from '../../fixtures/demoOffice.ts';
import { centralOfFile, type FaultyOffice, startFaultyOffice } from '../../fixtures/faultyOffice.ts';

const server = centralOfFile();

describe('while nothing comes through', () => {
  let at: FaultyOffice;
  beforeAll(async () => {
    at = await startFaultyOffice(server.central());
  });
  afterAll(() => at.end());

  const portal = '<html><body>Selamat datang di WiFi Gratis. Silakan masuk.</body></html>';
  const serverId = () => server.central().server.services.keys.serverId;
  it.each<[string, SyncFailure, () => bad.Fault]>([
    ['a captive portal answers with its page', 'notTheServer', () => bad.answering(200, portal, { 'content-type': 'text/html' })],
    ['a captive portal sends on to its login', 'notTheServer', () => bad.answering(302, '', { location: 'http://login.example/' })],
    ['a proxy finds no server', 'serverBusy', () => bad.answering(502, 'Bad Gateway')],
    ['a proxy is out of order', 'notTheServer', () => bad.answering(500, 'Internal Server Error')],
    ['the server fails', 'serverFailed', () => bad.answering(500, '{"refusal":"failed","serverTime":1}', { [serverHeader]: serverId() })],
    ['the server is busy', 'serverBusy', () => bad.answering(503, '', { [serverHeader]: serverId() })],
    ['the server says what nobody understands', 'notUnderstood', () => bad.nonsense(serverId(), '{"heads":"banyak"}')],
    ['the server answers with nothing', 'notUnderstood', () => bad.nonsense(serverId(), '')],
    ['another central server answers', 'otherServer', () => bad.nonsense('0199c0de-0000-7000-8000-0000000000ff', '{}')],
    ['the connection is taken and never answered', 'unreachable', () => bad.silent],
    ['the connection dies while the office sends', 'unreachable', () => bad.cutWhileSending],
    ['the connection dies while the server answers', 'unreachable', () => bad.cutWhileAnswering],
    ['the answer is lost behind the commit', 'unreachable', () => bad.answerLost],
  ])('%s: the counter goes on, and all of it is there afterwards', async (_name, failure, fault) => {
    at.network.become(fault());
    await at.register();
    await at.failsAs(failure);
    await at.register();
    const { waiting, problem } = await at.officer().ask('central.status', {});
    expect(waiting.events).toBeGreaterThan(0);
    expect(waiting.since).not.toBeNull();
    expect(problem?.failure).toBe(failure);
    at.network.become(null);
    expect(await at.differences()).toEqual([]);
  });

  it('a closed port is tried again, and a person may try at once', async () => {
    await at.network.shut();
    await at.register();
    await at.failsAs('unreachable');
    await at.network.open();
    const administrator = await staffWindow(at.test(), 'admin');
    await administrator.done('central.retry', {});
    administrator.close();
    expect(await at.differences()).toEqual([]);
  });

  it('an outage is noticed and told although nothing waits', async () => {
    expect(await at.differences()).toEqual([]);
    const { services } = server.central().server;
    at.network.become(bad.answering(502, ''));
    // The question that waits now is answered by an order; the next one finds the proxy alone.
    const order = { kind: 'person.erase', personId: '0199c0de-0000-7000-8000-0000000000aa' } as const;
    await services.db.inOffice(at.made.officeId, (tx) => placeOrder(tx, at.made.officeId, order, { actor: 'system', now: services.now() }));
    services.changes.announce(at.made.officeId);
    await at.failsAs('serverBusy');
    at.network.become(null);
    expect(await at.differences()).toEqual([]);
  });
});
