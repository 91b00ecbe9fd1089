import type { FastifyInstance } from 'fastify';

export interface RegisteredRoute {
  readonly method: string;
  /** With `:name` for its parameters. */
  readonly path: string;
  /** Left out of the OpenAPI document on purpose: `schema: { hide: true }`. */
  readonly isHidden: boolean;
}

const registered = new WeakMap<object, RegisteredRoute[]>();

/** Keeps a list of what is registered from now on, so that the OpenAPI document can be compared with it. */
export function watchRoutes(app: FastifyInstance): void {
  const routes: RegisteredRoute[] = [];
  registered.set(app, routes);
  app.addHook('onRoute', ({ method, url, schema }) => {
    for (const one of [method].flat()) routes.push({ method: one, path: url, isHidden: schema?.hide === true });
  });
}

/** All routes, without the HEAD that comes with every GET. */
export const routesOf = (app: FastifyInstance): readonly RegisteredRoute[] =>
  (registered.get(app) ?? []).filter(
    ({ method, path }, _, all) => method !== 'HEAD' || !all.some((other) => other.method === 'GET' && other.path === path),
  );
