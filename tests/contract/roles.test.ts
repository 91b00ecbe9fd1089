import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { areas } from '../../electron/host/areas.ts';
import { createHandlers } from '../../electron/host/handlers.ts';
import { type CommandMethod, isMethod, methodNames, methods, type QueryMethod } from '../../shared/rpc/contract.ts';
import { callerRoles, type CallerRole, staffRoles } from '../../shared/rpc/roles.ts';
import { logInAs, startDemoHost, staffIdOf, staffWindow } from '../fixtures/demoOffice.ts';
import type { TestHost, TestWindow } from '../fixtures/testHost.ts';

/** No method takes this, so a caller who is let through changes nothing and is told so. */
const nobodysInput = { notAnInput: true };

let office: TestHost;
const windows = new Map<CallerRole, TestWindow>();

beforeAll(async () => {
  office = await startDemoHost();
  windows.set('anonymous', office.window('staff'));
  windows.set('kiosk', office.window('kiosk'));
  windows.set('board', office.window('board'));
  for (const role of staffRoles) windows.set(role, await staffWindow(office, role));
  const locked = await staffWindow(office, 'admin');
  await locked.done('access.lock', {});
  windows.set('locked', locked);
});
afterAll(() => office.end());

/** Sends a call whose method and input the client's types would not let through. */
async function failureOf(window: TestWindow, method: string): Promise<string> {
  const isQuery = isMethod(method) && methods[method].kind === 'query';
  const { query, command } = window.client;
  const reply = await (isQuery
    ? query(method as QueryMethod, nobodysInput as never)
    : command(method as CommandMethod, nobodysInput as never));
  return reply.kind === 'failed' ? reply.failure.type : reply.kind;
}

describe('every caller role × every method of the contract', () => {
  const reachable = callerRoles.filter((role) => role !== 'system');
  const cases = reachable.flatMap((role) => methodNames.map((method) => ({ role, method })));

  test.each(cases)('$role → $method', async ({ role, method }) => {
    const window = windows.get(role);
    if (window === undefined) throw new Error(`no window for ${role}`);
    const refusal = role === 'locked' ? 'locked' : 'forbidden';
    expect(await failureOf(window, method)).toBe(methods[method].roles.includes(role) ? 'invalidInput' : refusal);
  });
});

describe('deny by default', () => {
  test.each(['', 'queue', 'queue.Issue', 'access.record', 'office.setup', '__proto__', 'constructor', 'toString', 'hasOwnProperty'])(
    'the unknown method "%s" is refused to an administrator',
    async (method) => {
      const admin = windows.get('admin');
      if (admin === undefined) throw new Error('no administrator');
      expect(await failureOf(admin, method)).toBe('unknownMethod');
    },
  );

  test('every method names its roles, and only roles that exist', () => {
    const isExplicit = (roles: readonly CallerRole[]) =>
      roles.length > 0 && new Set(roles).size === roles.length && roles.every((role) => callerRoles.includes(role));
    expect(methodNames.filter((method) => !isExplicit(methods[method].roles))).toEqual([]);
  });

  test('no window has the role of the host itself', () => {
    for (const surface of ['staff', 'kiosk', 'board'] as const) {
      const connection = { id: 'x', surface, push: () => {} };
      expect(office.host.services.access.callers.rolesOf(connection)).not.toContain('system');
    }
  });

  test('kiosk and board can use nothing that changes more than a ticket, a print or nothing', () => {
    const commands = (role: CallerRole) =>
      methodNames.filter((name) => methods[name].kind === 'command' && methods[name].roles.includes(role));
    expect(commands('board')).toEqual([]);
    expect(commands('kiosk').toSorted()).toEqual(['printing.print', 'printing.report', 'queue.issue']);
  });

  test('every method is answered by a handler or decided by an area', () => {
    const { handlers } = createHandlers(office.host.services);
    const decided = new Set(areas.flatMap((area) => area.methods));
    const orphans = methodNames.filter((name) => handlers[name] === undefined && (methods[name].kind === 'query' || !decided.has(name)));
    expect(orphans).toEqual([]);
  });
});

describe('roles follow the account at once', () => {
  test('given an open session, when its roles change, then the next call has the new ones', async () => {
    const window = await staffWindow(office, 'keamanan');
    expect(await failureOf(window, 'queue.callNext')).toBe('forbidden');
    const admin = office.window('staff');
    await logInAs(office, admin, 'admin');
    const id = staffIdOf(office, 'keamanan');
    await admin.done('staff.change', { id, name: 'Agus Prasetyo', roles: ['keamanan', 'petugas'], active: true });
    expect(await failureOf(window, 'queue.callNext')).toBe('invalidInput');
    await admin.done('staff.change', { id, name: 'Agus Prasetyo', roles: ['keamanan'], active: true });
    expect(await failureOf(window, 'queue.callNext')).toBe('forbidden');
  });
});
