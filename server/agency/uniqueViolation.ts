/** Whether PostgreSQL refused a row because there is one of that key. */
export const isUniqueViolation = (error: unknown): boolean => (error as { code?: unknown } | null)?.code === '23505';
