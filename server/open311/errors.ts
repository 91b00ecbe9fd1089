/** A request that cannot be answered, as the specification wants it told: 404 for what is not there, 403 for keys, else 400. */
export class GeoReportError extends Error {
  override readonly name = 'GeoReportError';
  readonly status: 400 | 403 | 404;

  /** @param description for the people at the other system. */
  constructor(status: 400 | 403 | 404, description: string) {
    super(description);
    this.status = status;
  }
}

export const errorList = (code: number, descriptions: readonly string[]) => descriptions.map((description) => ({ code, description }));
