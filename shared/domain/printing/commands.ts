import type { Input, RefusalOfMethod } from '../../rpc/contract.ts';

export interface Print {
  readonly method: 'printing.print';
  readonly input: Input<'printing.print'>;
}

export interface Report {
  readonly method: 'printing.report';
  readonly input: Input<'printing.report'>;
}

export interface End {
  readonly method: 'printing.end';
  readonly input: Input<'printing.end'>;
}

export type PrintingCommand = Print | Report | End;
export type PrintingRefusal = RefusalOfMethod<'printing.print'> | RefusalOfMethod<'printing.report'> | RefusalOfMethod<'printing.end'>;
