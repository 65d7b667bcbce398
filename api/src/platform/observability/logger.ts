import { type Logger, pino } from 'pino';

/** The program's log: JSON lines on standard output, secrets cut out. */
export function createLogger(level: string, name: string): Logger {
  return pino({
    level,
    base: { name, pid: process.pid },
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: ['*.password', '*.token', '*.authorization', '*.cookie', 'headers.cookie'],
  });
}
