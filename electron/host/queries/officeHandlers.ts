import { holidays2026 } from '../../../shared/domain/office/holidays2026.ts';
import { serviceTemplates } from '../../../shared/domain/office/templates.ts';
import { ok, refuse } from '../../../shared/result.ts';
import type { Output } from '../../../shared/rpc/contract.ts';
import { createAnswersOnce } from '../access/answersOnce.ts';
import { withNewCredential } from '../access/handlers.ts';
import type { Execute } from '../rpc/execute.ts';
import type { Handlers } from '../rpc/handlers.ts';
import type { Services } from '../services.ts';
import { draftHolidays } from './holidayDraft.ts';

/** Answers about the office's configuration, and its set-up, which carries the first administrator's secret. */
export function createOfficeHandlers(services: Services, execute: Execute): Handlers {
  const { engine } = services;
  const once = createAnswersOnce(20);
  return {
    'office.profile': () => {
      const { profile, texts } = engine.states.office;
      return ok({ profile, texts: profile === null ? null : texts });
    },
    'office.configuration': () => ok(configuration(services)),
    'office.serviceTemplates': () => ok([...serviceTemplates]),
    'office.holidayDraft': async ({ year }) =>
      ok(year === 2026 ? { year, confirmed: true, days: [...holidays2026] } : { year, confirmed: false, days: await draftHolidays(year) }),
    'office.setUp': (input, call) =>
      once(call, 'office.setUp', input, async () => {
        const first = execute.first('office.setUp', call);
        if (first !== null) return first;
        const { secret, ...administrator } = input.administrator;
        // A station of an office gets that office's data; another office in its place would have two leads.
        const isOfAnOffice = () => services.lan.state() !== null || services.lan.isTakingOver() || services.station.letter !== '';
        // Asked again after the secret was hashed: another window may have joined meanwhile.
        const command = () =>
          isOfAnOffice() && engine.states.office.profile === null
            ? refuse({ type: 'alreadySetUp' as const })
            : execute('office.setUp', { ...input, administrator }, call);
        // A second set-up is refused at once; it must not cost a hash nor touch a credential.
        if (engine.states.office.profile !== null || isOfAnOffice()) return command();
        return withNewCredential(services, administrator.staffId, secret, command);
      }),
  };
}

function configuration({ engine }: Services): Output<'office.configuration'> {
  const { profile, hours, holidays, services, counters, policy, printers, texts } = engine.states.office;
  if (profile === null) throw new Error('the office is not set up');
  const years = holidays.map(({ year, confirmed, days }) => ({ year, confirmed, days: [...days] }));
  return {
    profile,
    hours: [...hours],
    holidays: years,
    services: [...services],
    counters: [...counters],
    policy,
    printers: [...printers],
    texts,
  };
}
