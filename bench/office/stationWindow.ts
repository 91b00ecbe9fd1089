import type { RpcClient } from '../../shared/rpc/client.ts';
import { createRpcClient, type Reply } from '../../shared/rpc/client.ts';
import type { CommandMethod, Input, Method, Output, QueryMethod } from '../../shared/rpc/contract.ts';
import { openBrowser } from '../windows.ts';
import { demoPin } from '../../electron/host/demo.ts';
import { now, until } from './clock.ts';

/** A window of one station over a real WebSocket. Like the program's own it comes again by itself when the connection is lost. */
export interface StationWindow {
  readonly client: RpcClient;
  /** @throws when it is not done. */
  done<M extends CommandMethod>(method: M, input: Input<M>): Promise<Output<M>>;
  ask<M extends QueryMethod>(method: M, input: Input<M>): Promise<Output<M>>;
  /** Resolves when it holds: looked at now, and whenever the host says that something changed. @throws after `ms`. */
  holds(what: string, condition: () => Promise<boolean>, ms?: number): Promise<void>;
  logIn(name: string): Promise<void>;
  /** How often the connection was lost. */
  losses(): number;
}

const againMs = 100;

/** Windows of a program in one browser, for its address opens one only once. */
export async function stationWindows(url: string): Promise<() => Promise<StationWindow>> {
  const open = await openBrowser(url);
  return async () => {
    const client = createRpcClient();
    let lost = 0;
    const attach = async () => {
      const transport = await open();
      transport.onClose(() => {
        lost += 1;
        void again();
      });
      await client.attach(transport);
    };
    const again = async () => {
      await until(now() + againMs);
      // A program that has ended does not come back; whoever still asks it waits in vain and says so.
      await attach().catch(() => {});
    };
    await attach();
    return windowOn(client, () => lost);
  };
}

function windowOn(client: RpcClient, losses: () => number): StationWindow {
  const done: StationWindow['done'] = async (method, input) => outputOf(method, await client.command(method, input));
  const ask: StationWindow['ask'] = async (method, input) => outputOf(method, await client.query(method, input));
  return {
    client,
    done,
    ask,
    losses,
    async holds(what, condition, ms = 30_000) {
      let tell = () => {};
      const stop = client.onChanged(() => tell());
      try {
        for (const end = now() + ms; !(await condition());) {
          if (now() > end) throw new Error(`${what}: not within ${ms} ms`);
          // A push that came while the condition was being asked for is caught by the short wait.
          await Promise.race([new Promise<void>((resolve) => (tell = resolve)), until(now() + againMs)]);
        }
      } finally {
        stop();
      }
    },
    async logIn(name) {
      const staffId = (await ask('access.staffNames', {})).find((member) => member.name === name)?.id ?? '';
      await done('access.logIn', { staffId, secret: demoPin });
    },
  };
}

function outputOf<M extends Method>(method: M, reply: Reply<M>): Output<M> {
  if (reply.kind !== 'done') throw new Error(`${method}: ${JSON.stringify(reply)}`);
  return reply.output;
}
