/** Attachments come in by tus 1.0 (shared/sync/protocol.ts, server/files/store.ts); every request is signed by the office. */
import { Server, ERRORS } from '@tus/server';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { id } from '../../shared/domain/values.ts';
import { maxFileBytes, maxFilePartBytes, syncPath } from '../../shared/sync/protocol.ts';
import { isPassing } from '../database/errors.ts';
import { createFileStore, uploadId } from '../files/store.ts';
import type { ServerServices } from '../services.ts';
import { prepareSyncScope } from '../sync/scope.ts';

const filesPath = `${syncPath}/files`;

export function registerFiles(app: FastifyInstance, services: ServerServices): void {
  const { bytesOf, signed } = prepareSyncScope(app, services, { bodyLimit: maxFilePartBytes });
  const officeOf = (headers: Headers) => headers.get('loket-office') ?? '';
  const tus = new Server({
    path: filesPath,
    datastore: createFileStore(services),
    maxSize: maxFileBytes,
    relativeLocation: true,
    namingFunction: (request, metadata) => {
      const attachmentId = id.safeParse(metadata?.['attachmentId']);
      if (!attachmentId.success) throw ERRORS.INVALID_METADATA;
      return uploadId(officeOf(request.headers), attachmentId.data);
    },
    generateUrl: (_request, { path, id: name }) => `${path}/${name.split('/')[1] ?? ''}`,
    getFileIdFromRequest: (request, last) => (id.safeParse(last).success ? uploadId(officeOf(request.headers), last ?? '') : undefined),
    onResponseError(_request, error) {
      if ('status_code' in error && error.status_code !== 501) return { status_code: error.status_code, body: error.body };
      if ('status_code' in error) return { status_code: 400, body: error.body };
      const isBusy = isPassing(error);
      services.log[isBusy ? 'warn' : 'error']({ err: error }, 'an upload failed');
      return isBusy ? { status_code: 503, body: 'busy\n' } : { status_code: 500, body: 'failed\n' };
    },
  });

  /** The office's id stands in a header that the signature was checked with. */
  const pass = signed(async (request: FastifyRequest, reply: FastifyReply) => {
    const body = bytesOf(request);
    const headers = new Headers();
    for (const [name, value] of Object.entries(request.headers)) if (typeof value === 'string') headers.set(name, value);
    const response = await tus.handleWeb(
      new Request(`http://server${request.url}`, {
        method: request.method,
        headers,
        ...(body.length > 0 ? { body: body as Uint8Array<ArrayBuffer> } : {}),
      }),
    );
    const text = await response.text();
    return reply.code(response.status).headers(Object.fromEntries(response.headers)).send(text);
  });

  app.post(filesPath, { schema: { summary: 'Begins to send an attachment (tus 1.0); signed' } }, pass);
  app.route({
    method: ['HEAD', 'PATCH'],
    url: `${filesPath}/:attachmentId`,
    schema: {
      summary: 'How far an attachment is here, and its next part (tus 1.0); signed',
      params: z.object({ attachmentId: z.string() }),
    },
    handler: pass,
  });
}
