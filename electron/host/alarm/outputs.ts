import { lstatSync } from 'node:fs';
import { join } from 'node:path';
import type { AlarmConfig } from '../../../shared/alarm/config.ts';
import type { AlarmEntry, AlarmView } from '../../../shared/alarm/protocol.ts';
import type { Outside } from '../ports.ts';

export interface OutputResult {
  readonly output: Extract<AlarmEntry, { type: 'outputTried' }>['output'];
  readonly ok: boolean;
  /** What the other end said, or why it failed; shown to people. */
  readonly detail: string;
}

const limitMs = 10_000;

/**
 * Tries every output outside the office that is set up and has no outcome yet, all at once; none waits for another.
 * @param isTest an administrator tries them; said to the other end.
 */
export function tryOutputs(
  config: AlarmConfig,
  alarm: AlarmView,
  folder: string,
  outside: Outside,
  isTest = false,
): readonly Promise<OutputResult>[] {
  const { kind, place, alarmId, raisedAt } = alarm;
  const message = { event: isTest ? 'test' : 'securityCall', alarmId, kind, place: place.name, raisedAt: new Date(raisedAt).toISOString() };
  const tries: { readonly output: OutputResult['output']; readonly run: () => Promise<string> }[] = [];
  if (config.webhook !== '') tries.push({ output: 'webhook', run: () => outside.postJson(config.webhook, message, limitMs) });
  if (config.command !== '') {
    const file = join(folder, config.command);
    tries.push({ output: 'command', run: () => runPlain(file, [kind, place.name, isTest ? 'test' : 'call'], outside) });
  }
  if (config.serial !== null) {
    const { path, data } = config.serial;
    tries.push({ output: 'serial', run: () => outside.writeDevice(path, Buffer.from(data, 'hex'), limitMs) });
  }
  if (config.relay !== null) {
    const { host, port, data } = config.relay;
    tries.push({ output: 'relay', run: () => outside.sendTcp(host, port, Buffer.from(data, 'hex'), limitMs) });
  }
  const untried = tries.filter(({ output }) => alarm.outputs.every((tried) => tried.output !== output));
  return untried.map(({ output, run }) =>
    run().then(
      (detail) => ({ output, ok: true, detail: detail.slice(0, 200) }),
      (error: unknown) => ({ output, ok: false, detail: reasonOf(error).slice(0, 200) }),
    ),
  );
}

/** In words; `fetch` hides the true reason (a refused connection, an unknown name) in the cause. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { cause } = error;
  if (!(cause instanceof Error)) return error.message;
  return cause.message === '' && 'code' in cause ? String(cause.code) : cause.message;
}

/** Only a plain file of the alarm's own folder is run: whoever may write there could replace the program anyway. */
function runPlain(file: string, parameters: readonly string[], outside: Outside): Promise<string> {
  try {
    if (!lstatSync(file).isFile()) return Promise.reject(new Error('not a plain file of the commands folder'));
  } catch {
    return Promise.reject(new Error('there is no such file in the commands folder'));
  }
  return outside.run(file, parameters, limitMs);
}
