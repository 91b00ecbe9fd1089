import { setFlagsFromString } from 'node:v8';
import { isMainThread } from 'node:worker_threads';

/**
 * V8 doubles its room for young objects whenever many of them survive, on a large computer up to 130 MB, and hardly gives any of it
 * back: a host whose data stays at 30 MB would hold more memory with every hour. Here it stays as it is at the start; V8 looks at this flag
 * whenever it is about to grow, so it may be set while the process runs; by its first thread, before there are others that run code.
 */
export function keepYoungHeapSmall(): void {
  if (isMainThread) setFlagsFromString('--semi-space-growth-factor=1');
}
