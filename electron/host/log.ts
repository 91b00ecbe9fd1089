import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { storageProblem } from './storageProblem.ts';
import { type DestinationStream, destination, type Logger, pino, stdSerializers, stdTimeFunctions } from 'pino';

export interface LogOptions {
  /** Where lines are appended; without it, and without `stream`, standard error. */
  readonly file?: string;
  /** For tests: receives the lines instead of a file. */
  readonly stream?: DestinationStream;
  readonly level?: 'debug' | 'info' | 'warn' | 'error' | 'silent';
}

/** Keys whose values never reach a log, at any of the depths that log lines have. */
const secretKeys = [
  'input',
  'output',
  'secret',
  'current',
  'next',
  'token',
  'name',
  'nik',
  'phone',
  'applicant',
  'person',
  'text',
  'note',
  'value',
  'body',
  'url',
] as const;

/**
 * The program's log: JSON lines without personal data (RELIABILITY 31, 33). Callers log what happened to which opaque
 * id; redaction and the masking of digit runs are the net below that.
 */
export function createLog({ file, stream, level = 'info' }: LogOptions = {}): Logger {
  return pino(
    {
      level,
      base: null,
      timestamp: stdTimeFunctions.isoTime,
      redact: { paths: secretKeys.flatMap((key) => [key, `*.${key}`, `*.*.${key}`]), censor: '[removed]' },
      serializers: { err: errorForLog },
    },
    stream ?? destinationOf(file),
  );
}

/** Lines that found no room wait for it, up to this many bytes. */
const mostWaitingBytes = 1024 * 1024;

function destinationOf(file: string | undefined): DestinationStream {
  const console = destination({ fd: 2, sync: true });
  if (file === undefined) return console;
  try {
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
    return withFallback(destination({ dest: file, sync: true, mode: 0o600, maxLength: mostWaitingBytes }), console);
  } catch (error) {
    if (storageProblem(error) === null) throw error;
    return console;
  }
}

/**
 * A full disk takes no line, and the caller has better to do than to fail for it: the security call above all. Such a line
 * goes to standard error.
 */
function withFallback(file: DestinationStream, console: DestinationStream): DestinationStream {
  return {
    write(line) {
      try {
        file.write(line);
      } catch (error) {
        if (storageProblem(error) === null) throw error;
        console.write(line);
      }
    },
  };
}

/** Type, message and stack of an error; runs of digits as long as a phone number are masked, whatever they are. */
function errorForLog(error: Error): { type: string; message: string; stack: string; code?: string } {
  const { type, message, stack } = stdSerializers.err(error);
  const code = 'code' in error && typeof error.code === 'string' ? { code: error.code } : {};
  return { type, message: withoutDigitRuns(message), stack: withoutDigitRuns(stack), ...code };
}

const withoutDigitRuns = (text: string) => text.replaceAll(/\d[\d\s.-]{6,}\d/gu, '•••');
