import { ok } from '../../../shared/result.ts';
import type { Handlers } from '../rpc/handlers.ts';
import type { Services } from '../services.ts';

/** Settings and history of the security call. */
export function createAlarmHandlers({ alarm, engine }: Services): Handlers {
  alarm.onChange(() => engine.announce(['alarm']));
  return {
    'alarm.config': () =>
      ok({ config: alarm.config.read(), commands: [...alarm.config.commands()], commandFolder: alarm.config.commandFolder }),
    'alarm.saveConfig': (config) => {
      alarm.saveConfig(config);
      return ok({});
    },
    'alarm.testOutputs': async () => ok([...(await alarm.testOutputs())]),
    'alarm.history': ({ limit }) => ok([...alarm.history(limit)]),
  };
}
