/** Channels of notices as somebody typed them into their forms. */
import { noticeSteps } from '../outbox/changes.ts';
import { parseJson } from '../outbox/json.ts';
import type { ChannelRefusal, NoticeChannelView } from '../notices/channels.ts';
import type { NewNoticeChannel } from '../notices/settings.ts';
import { exactly, many, one } from './pages/forms.ts';

export const channelNames = ['email', 'gateway'] as const;
export type ChannelName = (typeof channelNames)[number];

/** Names of the fields in both forms. */
export type ChannelField = 'server' | 'port' | 'aman' | 'pengguna' | 'nama' | 'dari' | 'alamat' | 'isi' | 'letak' | 'secret';
export type ChannelProblem = 'template' | 'headers' | 'address' | 'field' | 'needsTls' | 'secretAgain';
export type ChannelProblems = Readonly<Partial<Record<ChannelField, ChannelProblem>>>;

export interface TypedChannel {
  readonly input: NewNoticeChannel;
  /** To be shown again; never the secret. */
  readonly values: Readonly<Record<string, string>> & { readonly steps: string };
  readonly problems: ChannelProblems;
}

export function typedChannel(channel: ChannelName, body: unknown): TypedChannel {
  const steps = noticeSteps.filter((step) => many((body as Record<string, unknown> | null)?.['langkah']).includes(step));
  const text = (name: string) => one(body, name).trim();
  const secret = exactly(body, 'rahasia');
  if (channel === 'email') {
    const values = {
      ...{ server: text('server').toLowerCase(), port: text('port'), aman: text('aman'), pengguna: text('pengguna') },
      ...{ nama: text('nama'), dari: text('dari'), steps: steps.join(' ') },
    };
    const input = {
      ...{ channel, steps, host: values.server, port: Number(values.port), security: values.aman as 'tls', user: values.pengguna },
      from: { name: values.nama, address: values.dari },
      ...(secret === '' ? {} : { password: secret }),
    };
    return { input, values, problems: {} };
  }
  const values = { alamat: text('alamat'), isi: text('isi'), letak: text('letak'), steps: steps.join(' ') };
  const template = parseJson(values.isi);
  const headers = secret.trim() === '' ? undefined : headersIn(secret);
  const input = {
    ...{ channel, steps, url: values.alamat, idPath: values.letak },
    template: (template ?? null) as Extract<NewNoticeChannel, { channel: 'gateway' }>['template'],
    ...(headers === undefined || headers === null ? {} : { headers }),
  };
  const problems: ChannelProblems = {
    ...(template === undefined ? { isi: 'template' } : {}),
    ...(headers === null ? { secret: 'headers' } : {}),
  };
  return { input, values, problems };
}

/** `Name: value`, one a line; `null`: a line is none. */
function headersIn(text: string): Record<string, string> | null {
  const headers: Record<string, string> = {};
  for (const line of text.split(/\r?\n/u)) {
    if (line.trim() === '') continue;
    const [, name, value] = /^\s*([A-Za-z0-9-]{1,64})\s*:\s*([\x20-\x7e]{0,2000}?)\s*$/u.exec(line) ?? [];
    if (name === undefined || value === undefined) return null;
    headers[name.toLowerCase()] = value;
  }
  return headers;
}

/** Whether the stored secret would go to another server than the one that it was typed for. */
export function goesElsewhere(known: NoticeChannelView, input: NewNoticeChannel): boolean {
  if (input.channel === 'email') {
    if (known.channel !== 'email' || input.password !== undefined) return false;
    const { host, security, user } = known.settings;
    const weaker = security !== 'none' && input.security === 'none';
    return host !== input.host || weaker || (user !== input.user && input.user !== '');
  }
  if (known.channel !== 'gateway' || input.headers !== undefined) return false;
  return !URL.canParse(input.url) || new URL(known.settings.url).origin !== new URL(input.url).origin;
}

const fieldOf: Readonly<Record<string, ChannelField>> = {
  host: 'server',
  port: 'port',
  security: 'aman',
  user: 'pengguna',
  url: 'alamat',
  template: 'isi',
  idPath: 'letak',
  headers: 'secret',
  password: 'secret',
};

/** What is wrong, by field. */
export function problemsOf(refusal: ChannelRefusal): ChannelProblems {
  if (refusal.type === 'needsTls') return { aman: 'needsTls' };
  if (refusal.type === 'badGateway') return { alamat: 'field' };
  return Object.fromEntries<ChannelProblem>(
    refusal.issues.map(({ path }) => {
      const [first, second] = path;
      if (first === 'from') return second === 'name' ? ['nama', 'field'] : ['dari', 'address'];
      const field = fieldOf[String(first)] ?? 'server';
      return [field, field === 'isi' ? 'template' : field === 'secret' ? 'headers' : 'field'];
    }),
  );
}
