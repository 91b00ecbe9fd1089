import { zstdCompressSync, zstdDecompressSync } from 'node:zlib';
import { compressOptions, type Compression, decompressOptions } from '../../../sync/batch.ts';

/** The same bytes as the thread pool makes, in no time: real time would make every run another story. */
export const atOnce: Compression = {
  compress: (bytes) => Promise.resolve(zstdCompressSync(bytes, compressOptions)),
  decompress: async (bytes) => zstdDecompressSync(bytes, decompressOptions),
};
