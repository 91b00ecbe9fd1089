import type { FastifyInstance } from 'fastify';

export interface BodyPace {
  /** Until when nothing is asked for, ms. */
  readonly graceMs: number;
  /** On the average since the request began; the office's own client gives up only below 4 KB a second. */
  readonly bytesPerSecond: number;
  readonly checkEveryMs: number;
}

/** Cuts connections whose body trickles in slower than any real uplink (slow loris), so that they do not use up the server. */
export function dropSlowBodies(app: FastifyInstance, { graceMs, bytesPerSecond, checkEveryMs }: BodyPace): void {
  app.addHook('onRequest', (request, _reply, done) => {
    const { raw } = request;
    const { socket, headers } = raw;
    if (headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0) {
      const began = performance.now();
      const before = socket.bytesRead;
      const check = () => {
        const ms = performance.now() - began;
        if (raw.complete || socket.destroyed) clearInterval(timer);
        else if (ms > graceMs && socket.bytesRead - before < (bytesPerSecond * ms) / 1000) {
          clearInterval(timer);
          app.log.warn({ requestId: request.id, route: request.routeOptions.url }, 'a body came too slowly');
          socket.destroy();
        }
      };
      const timer = setInterval(check, checkEveryMs);
      timer.unref();
    }
    done();
  });
}
