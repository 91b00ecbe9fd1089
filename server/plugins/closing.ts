import type { FastifyInstance } from 'fastify';

const everyMs = 100;
/** How often in a row nothing must have been asked. */
const quietTimes = 5;

/**
 * Ends connections on which nothing is asked, while the server closes: those that were answered meanwhile, and those that a client
 * opened and never used, which Node takes for busy ones. No request is cut off.
 * @returns begins, and answers how to stop.
 */
export function closeQuietConnections({ server }: FastifyInstance): () => () => void {
  let asked = 0;
  server.on('request', (_request, response) => {
    asked += 1;
    response.once('close', () => (asked -= 1));
  });
  return () => {
    let quiet = 0;
    const timer = setInterval(() => {
      server.closeIdleConnections();
      quiet = asked === 0 ? quiet + 1 : 0;
      if (quiet >= quietTimes) server.closeAllConnections();
    }, everyMs);
    return () => clearInterval(timer);
  };
}
