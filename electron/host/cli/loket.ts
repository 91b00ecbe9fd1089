/**
 * `npm run loket -- verify|backup|restore --data DIR`: looks after a data directory without the program's windows.
 * Exit codes: 0 everything is well, 1 something is wrong with the data, 2 the command could not be carried out.
 */
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { backUp, restore, verify } from './commands.ts';

const help = `Usage: npm run loket -- <command> --data DIR [options]

Commands
  verify    Reads everything: pages, structure, the hash chain of all events, and every backup.
  backup    Makes and verifies a backup in DIR/backups. May be used while the program runs.
  restore   Puts a backup in place. The present databases are set aside, never deleted.
            Refused while the program runs.

Options
  --data DIR    The data directory.
  --from NAME   restore: the backup's name, for example 2026-11-22. Default: the newest good one.
  --later       restore: adds the events after the backup, as far as their chain verifies.
  --help        This text.

Exit codes: 0 all is well, 1 something is wrong with the data, 2 the command could not be carried out.`;

const say = (line: string) => void process.stdout.write(`${line}\n`);
const complain = (line: string) => void process.stderr.write(`${line}\n`);

function run(): number {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      data: { type: 'string' },
      from: { type: 'string' },
      later: { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  const [command, ...rest] = positionals;
  if (values.help) {
    say(help);
    return 0;
  }
  if (command === undefined || rest.length > 0) return misused('Name one command: verify, backup or restore.');
  if (values.data === undefined) return misused('Name the data directory with --data DIR.');
  const dataDir = resolve(values.data);
  if (!existsSync(dataDir)) return misused(`There is no directory ${dataDir}.`);
  switch (command) {
    case 'verify':
      return verify(dataDir, say);
    case 'backup':
      return backUp(dataDir, say);
    case 'restore':
      return restore(dataDir, { from: values.from ?? null, later: values.later }, say);
    default:
      return misused(`There is no command "${command}".`);
  }
}

function misused(sentence: string): number {
  complain(`${sentence} Use --help to see how.`);
  return 2;
}

try {
  process.exitCode = run();
} catch (error) {
  complain(error instanceof Error ? error.message : String(error));
  process.exitCode = 2;
}
