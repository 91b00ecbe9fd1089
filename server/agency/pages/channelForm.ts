import { html, type Markup } from '../../../shared/papers/html/escape.ts';
import type { NoticeChannelView } from '../../notices/channels.ts';
import { noticeSteps } from '../../outbox/changes.ts';
import type { UserContext } from '../context.ts';
import type { ChannelField, ChannelName } from '../typedChannel.ts';
import { checkboxes, input, select, textarea } from './forms.ts';
import type { ChannelTyped } from './notices.ts';

const exampleTemplate = JSON.stringify({ to: '{{phone}}', text: '{{text}}' }, null, 2);

/** Fields of a channel: as typed before, else as it is set, else empty. The secret is never among them. */
export function channelForm(
  context: UserContext,
  name: ChannelName,
  known: NoticeChannelView | undefined,
  typed: ChannelTyped | null,
): Markup {
  const { words } = context;
  const w = words.outlets.notices;
  const values: Readonly<Record<string, string>> = typed?.values ?? valuesOf(known);
  const ticked = typed?.values.steps.split(' ') ?? known?.steps ?? noticeSteps;
  const field = (of: ChannelField, label: string) => ({
    name: of === 'secret' ? 'rahasia' : of,
    idOf: name,
    label,
    value: of === 'secret' ? '' : (values[of] ?? ''),
    problem: typed?.problems[of] === undefined ? undefined : w.problems[typed.problems[of]],
  });
  const kept = known?.hasSecret === true ? w.secretKept : undefined;
  const steps = checkboxes({
    name: 'langkah',
    legend: w.steps,
    choices: noticeSteps.map((step) => [step, w.stepNames[step]] as const),
    ticked,
  });
  if (name === 'gateway')
    return html`${input({ ...field('alamat', w.url), maxlength: 2000, required: true })}
    ${textarea({ ...field('isi', w.template), value: values['isi'] ?? exampleTemplate, hint: w.templateHint, rows: 6, required: true })}
    ${textarea({ ...field('secret', w.headers), hint: [w.headersHint, kept].filter((one) => one !== undefined).join(' '), rows: 2 })}
    ${input({ ...field('letak', w.idPath), hint: w.idPathHint, maxlength: 200 })} ${steps}`;
  const securities = (['starttls', 'tls', 'none'] as const).map((security) => [security, w.securities[security]] as const);
  return html`${input({ ...field('server', w.host), hint: w.hostHint, autocomplete: 'off', maxlength: 253, required: true })}
  ${select({ ...field('aman', w.security), value: values['aman'] ?? 'starttls', choices: securities })}
  ${input({ ...field('port', w.port), value: values['port'] ?? '587', type: 'number', min: 1, max: 65_535, narrow: true, required: true })}
  ${input({ ...field('pengguna', w.user), autocomplete: 'off', maxlength: 200 })}
  ${input({ ...field('secret', w.password), ...(kept === undefined ? {} : { hint: kept }), type: 'password', autocomplete: 'new-password', maxlength: 500 })}
  ${input({ ...field('nama', w.fromName), value: values['nama'] ?? context.agency.name, maxlength: 120, required: true })}
  ${input({ ...field('dari', w.fromAddress), autocomplete: 'off', maxlength: 254, required: true })} ${steps}`;
}

function valuesOf(known: NoticeChannelView | undefined): Readonly<Record<string, string>> {
  if (known === undefined) return {};
  if (known.channel === 'gateway')
    return { alamat: known.settings.url, isi: JSON.stringify(known.settings.template, null, 2), letak: known.settings.idPath };
  const { host, port, security, user, from } = known.settings;
  return { server: host, port: String(port), aman: security, pengguna: user, nama: from.name, dari: from.address };
}
