/**
 * Answers calls: validates the message, the method, the role, the input and the output, in this order.
 * Nothing reaches a handler that the contract does not name (deny by default).
 */
import type { Logger } from 'pino';
import { z } from 'zod';
import { isMethod, methods, type Method } from '../../../shared/rpc/contract.ts';
import type { MethodDefinition, Topic } from '../../../shared/rpc/define.ts';
import { callMessage, type Answer, type CallMessage, type Failure, type Transport } from '../../../shared/rpc/protocol.ts';
import type { Surface } from '../../../shared/rpc/roles.ts';
import { CommandIdReusedError, type Engine } from '../engine/engine.ts';
import { actorToText } from '../engine/event.ts';
import type { Ports, Timers } from '../ports.ts';
import { codeOf, storageProblem } from '../storageProblem.ts';
import type { ForwardedCall } from '../office/forwarding.ts';
import type { Office } from '../office/types.ts';
import type { Callers, Connection } from './connection.ts';
import type { Call, Handlers } from './handlers.ts';

export interface RouterParts {
  readonly engine: Pick<Engine<unknown>, 'execute' | 'onCommit'>;
  readonly callers: Callers;
  readonly handlers: Handlers;
  /** Where a command is decided, and when what was decided here is safe. */
  readonly office: Pick<Office, 'place' | 'forward' | 'acknowledged'>;
  readonly ports: Ports;
  readonly log: Logger;
}

export interface Router {
  /** Serves a window until its transport closes. */
  serve(transport: Transport, surface: Surface): Connection;
  /** Answers one call on a connection; the transport-free core, used by tests of roles and of bad input. */
  answer(connection: Connection, call: CallMessage): Promise<Answer>;
  /** Decides a command that another station forwards, for the caller that it names. Roles and input are checked here again. */
  decide(call: ForwardedCall, stationId: string): Promise<Answer>;
  /** The window that waits for the lead's answer to a command. */
  waitingFor(commandId: string): Connection | undefined;
  readonly connections: ReadonlySet<Connection>;
}

/** Methods by which a person's presence is not shown: they run by themselves. */
const withoutPresence: ReadonlySet<Method> = new Set(['access.resume', 'access.lock']);

export function createRouter(parts: RouterParts): Router {
  const connections = new Set<Connection>();
  const waiting = new Map<string, Connection>();
  const announce = createAnnouncer(connections, parts.ports.timers);
  parts.engine.onCommit(({ topics }) => announce(topics));

  const notAllowed = (connection: Connection, method: Method, definition: MethodDefinition): Failure | null => {
    const roles = parts.callers.rolesOf(connection);
    if (definition.roles.some((role) => roles.includes(role))) return null;
    return roles.includes('locked') ? { type: 'locked' } : { type: 'forbidden', method };
  };
  const answer = async (connection: Connection, call: CallMessage): Promise<Answer> => {
    if (!isMethod(call.method)) return failed({ type: 'unknownMethod', method: call.method.slice(0, 80) });
    const definition = methods[call.method];
    const forbidden = notAllowed(connection, call.method, definition);
    if (forbidden !== null) return failed(forbidden);
    const who = actorToText(parts.callers.actorOf(connection));
    const input = definition.input.safeParse(call.input);
    if (!input.success) return failed({ type: 'invalidInput', issues: issuesOf(input.error) });
    if (definition.kind === 'command') {
      if (call.commandId === undefined) return failed({ type: 'invalidInput', issues: [{ path: 'commandId', code: 'missing' }] });
      if (!withoutPresence.has(call.method)) parts.callers.noteActivity(connection);
    }
    try {
      const commandId = call.commandId ?? '';
      const place = definition.kind === 'command' ? await parts.office.place(call.method) : 'here';
      if (place === 'nowhere') return failed({ type: 'leadUnreachable' });
      // While it waited for that, her session may have ended, and somebody else may be at this window.
      if (notAllowed(connection, call.method, definition) !== null || actorToText(parts.callers.actorOf(connection)) !== who)
        return failed({ type: 'locked' });
      if (place === 'lead') return await forward(call.method, input.data, commandId, connection);
      const given = await dispatch(call.method, definition, input.data, { connection, commandId });
      const answered = checked(definition, given);
      return definition.kind === 'command' ? await parts.office.acknowledged({ method: call.method, commandId }, answered) : answered;
    } catch (error) {
      return failed(failureOf(error, call.method, parts));
    }
  };

  /** The lead's answer; it was held to the contract there, by the same program. */
  const forward = async (method: Method, input: unknown, commandId: string, connection: Connection): Promise<Answer> => {
    if (connection.caller !== undefined) return failed({ type: 'leadUnreachable' });
    const actor = parts.callers.actorOf(connection);
    if (actor.kind === 'system' || actor.kind === 'central') throw new Error('no window is the system');
    waiting.set(commandId, connection);
    try {
      return await parts.office.forward({ method, input, commandId, caller: { actor, roles: [...parts.callers.rolesOf(connection)] } });
    } finally {
      waiting.delete(commandId);
    }
  };

  const dispatch = async (method: Method, definition: MethodDefinition, input: unknown, call: Call): Promise<Answer> => {
    const handler = parts.handlers[method] as ((input: unknown, call: Call) => unknown) | undefined;
    if (handler !== undefined) {
      const result = (await handler(input, call)) as { ok: true; value: unknown } | { ok: false; error: { type: string } };
      return result.ok ? { kind: 'done', output: result.value } : { kind: 'refused', refusal: result.error };
    }
    if (definition.kind === 'query') throw new Error(`No handler for query ${method}`);
    return parts.engine.execute({
      method,
      input,
      commandId: call.commandId,
      stationId: call.connection.caller?.stationId,
      actor: parts.callers.actorOf(call.connection),
      roles: parts.callers.rolesOf(call.connection),
    });
  };

  return {
    connections,
    waitingFor: (commandId) => waiting.get(commandId),
    answer,
    decide({ method, input, commandId, caller }, stationId) {
      const surface = caller.actor.kind === 'device' ? caller.actor.surface : 'staff';
      // The host itself is nobody's caller, and a forwarded call is pushed nothing.
      const roles = caller.roles.filter((role) => role !== 'system');
      const connection: Connection = { id: parts.ports.random.uuid(), surface, caller: { ...caller, roles, stationId }, push: () => {} };
      return answer(connection, { t: 'call', n: 0, method, input, commandId });
    },
    serve(transport, surface) {
      const connection: Connection = { id: parts.ports.random.uuid(), surface, push: (message) => transport.send(message) };
      connections.add(connection);
      transport.onClose(() => {
        connections.delete(connection);
        parts.callers.forget(connection);
      });
      transport.onMessage((message) => {
        const call = callMessage.safeParse(message);
        if (!call.success) {
          parts.log.warn({ surface }, 'message outside the protocol; connection closed');
          transport.close();
          return;
        }
        void answer(connection, call.data).then((given) => transport.send({ t: 'answer', n: call.data.n, answer: given }));
      });
      return connection;
    },
  };
}

/**
 * Tells all windows which topics changed: once for everything that was committed in one turn of the event loop, and
 * after the answers of that turn, so that a window hears the answer to its own command first (protocol, rule 3).
 */
function createAnnouncer(connections: ReadonlySet<Connection>, timers: Timers): (topics: readonly Topic[]) => void {
  const pending = new Set<Topic>();
  const flush = () => {
    const changed = [...pending];
    pending.clear();
    for (const connection of connections) connection.push({ t: 'changed', topics: changed });
  };
  return (topics) => {
    if (pending.size === 0 && topics.length > 0) void timers.yield().then(flush);
    for (const topic of topics) pending.add(topic);
  };
}

const failed = (failure: Failure): Answer => ({ kind: 'failed', failure });

/** Paths and codes only: the values that a person typed stay out of answers and logs. */
function issuesOf(error: z.ZodError): { path: string; code: string }[] {
  return error.issues.slice(0, 20).map((issue) => ({ path: issue.path.map(String).join('.').slice(0, 200), code: issue.code }));
}

/** The host's own answers are held to the contract too: a wrong one is a bug and must not reach a screen. */
function checked(definition: MethodDefinition, given: Answer): Answer {
  if (given.kind === 'done') return { kind: 'done', output: definition.output.parse(given.output) };
  if (given.kind === 'refused') {
    const { type, ...details } = given.refusal;
    const shape = definition.refusals[type];
    if (shape === undefined) throw new Error(`Refusal ${type} is not in the contract`);
    return { kind: 'refused', refusal: { type, ...shape.parse(details) } };
  }
  return given;
}

function failureOf(error: unknown, method: string, { log, ports }: RouterParts): Failure {
  if (error instanceof CommandIdReusedError) return { type: 'invalidInput', issues: [{ path: 'commandId', code: 'reused' }] };
  const reference = ports.random.uuid().slice(-8);
  log.error({ method, reference, err: error }, 'call failed');
  const problem = storageProblem(error);
  if (problem === 'full') return { type: 'storageFull' };
  if (problem !== null || codeOf(error).startsWith('SQLITE_')) return { type: 'storageFailed' };
  return { type: 'internal', reference };
}
