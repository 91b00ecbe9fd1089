import type { FastifyReply } from 'fastify';
import { html } from '../../../shared/papers/html/escape.ts';
import type { OfficeTold } from '../../../shared/sync/protocol.ts';
import type { Office } from '../../offices.ts';
import type { UserContext } from '../context.ts';
import { sentNotice } from './sending.ts';

/** Every service that any office has, with how many have it. */
export function servicesPage(context: UserContext, offices: readonly Office[], told: ReadonlyMap<string, OfficeTold>): FastifyReply {
  const { words, link, language } = context;
  const w = words.sending.services;
  const all = [...told.values()].flatMap(({ services }) => services);
  const known = [...new Map(all.map((service) => [service.id, service])).values()].toSorted((a, b) => a.prefix.localeCompare(b.prefix));
  return context.show({
    title: w.title,
    body: html`<h1>${w.title}</h1>
      <p>${w.lead}</p>
      ${sentNotice(context, offices)}
      <p><a class="button" href="${link('/layanan/baru')}">${w.new}</a></p>
      ${
        known.length === 0
          ? html`<p><strong>${w.none}</strong></p>`
          : html`<div class="table" role="region" aria-label="${w.title}" tabindex="0">
              <table>
                <thead>
                  <tr>
                    ${[w.prefix, w.name, w.offices].map((head) => html`<th scope="col">${head}</th>`)}
                  </tr>
                </thead>
                <tbody>
                  ${known.map(
                    (service) =>
                      html`<tr>
                        <td>${service.prefix}</td>
                        <th scope="row"><a href="${link(`/layanan/${service.id}`)}">${service.title[language]}</a></th>
                        <td>${w.officeCount(all.filter(({ id }) => id === service.id).length, offices.length)}</td>
                      </tr>`,
                  )}
                </tbody>
              </table>
            </div>`
      }`,
  });
}
