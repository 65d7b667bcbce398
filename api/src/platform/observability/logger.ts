import { type Logger, pino } from 'pino';

const STANDARD_OUTPUT = 1;
const BUFFER_BYTES = 65_536;
/** Longest a line waits for others to be written with, in milliseconds. */
const FLUSH_MS = 200;

/**
 * The program's log: JSON lines on standard output, secrets cut out. Lines are written several at a time, because
 * a write for each operation would cost as much as many an operation itself; what is left is written when the
 * process ends.
 */
export function createLogger(level: string, name: string): Logger {
  const output = pino.destination({
    dest: STANDARD_OUTPUT,
    sync: false,
    minLength: BUFFER_BYTES,
    maxWrite: 2 * BUFFER_BYTES,
    periodicFlush: FLUSH_MS,
  });
  return pino(
    {
      level,
      base: { name, pid: process.pid },
      timestamp: pino.stdTimeFunctions.isoTime,
      redact: ['*.password', '*.token', '*.authorization', '*.cookie', 'headers.cookie'],
    },
    output,
  );
}
