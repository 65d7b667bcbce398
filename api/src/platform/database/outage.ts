/** Codes with which connections fail, of Node and of PostgreSQL: nobody there, cut off, starting, stopping, full. */
const OUTAGE_CODES = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  '53300',
  '57P01',
  '57P02',
  '57P03',
]);
/** The driver's own failures have no code. */
const OUTAGE_MESSAGES =
  /^Connection terminated|^timeout exceeded when trying to connect|is not queryable$|^Query read timeout/;
const DEEPEST = 5;

/** How long a client is asked to wait while the database is away, in seconds. */
export const OUTAGE_RETRY_SECONDS = 2;

/** Whether an error says that the database cannot be reached, however it is wrapped. */
export function isDatabaseOutage(error: unknown, depth = 0): boolean {
  if (typeof error !== 'object' || error === null || depth > DEEPEST) return false;
  const { code, message, driverError, originalError, cause, errors } = error as Record<
    string,
    unknown
  >;
  if (typeof code === 'string' && (OUTAGE_CODES.has(code) || code.startsWith('08'))) return true;
  if (typeof message === 'string' && OUTAGE_MESSAGES.test(message)) return true;
  const several: readonly unknown[] = Array.isArray(errors) ? errors : [];
  const inside = [driverError, originalError, cause, ...several];
  return inside.some((each) => isDatabaseOutage(each, depth + 1));
}
