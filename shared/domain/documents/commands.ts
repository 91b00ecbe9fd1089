import type { Input, RefusalOfMethod } from '../../rpc/contract.ts';

/** `documents.register` after the applicant went into the vault: nothing personal is left in it. */
export interface Register {
  readonly method: 'documents.register';
  readonly input: Omit<Input<'documents.register'>, 'applicant'>;
}

export interface RecordShortfall {
  readonly method: 'documents.recordShortfall';
  readonly input: Input<'documents.recordShortfall'>;
}

export interface MarkReady {
  readonly method: 'documents.markReady';
  readonly input: Input<'documents.markReady'>;
}

export interface HandOver {
  readonly method: 'documents.handOver';
  readonly input: Input<'documents.handOver'>;
}

export interface SkipRegistrations {
  readonly method: 'documents.skipNumbers';
  readonly input: Input<'documents.skipNumbers'>;
}

export type DocumentCommand = Register | RecordShortfall | MarkReady | HandOver | SkipRegistrations;
export type DocumentRefusal =
  | RefusalOfMethod<'documents.register'>
  | RefusalOfMethod<'documents.recordShortfall'>
  | RefusalOfMethod<'documents.markReady'>;
