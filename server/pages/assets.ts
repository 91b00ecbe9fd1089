import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';

/** Files that pages name; nothing else under /assets exists. */
const files: Readonly<Record<string, string>> = {
  'style.css': 'text/css; charset=utf-8',
  'agency.css': 'text/css; charset=utf-8',
};

export function registerAssets(app: FastifyInstance): void {
  for (const [name, type] of Object.entries(files)) {
    const content = readFileSync(join(import.meta.dirname, 'assets', name));
    app.get(`/assets/${name}`, { schema: { hide: true } }, (_request, reply) =>
      reply.type(type).header('cache-control', 'public, max-age=3600').send(content),
    );
  }
}
