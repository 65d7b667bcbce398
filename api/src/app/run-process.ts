import type { Logger } from 'pino';

import { createLogger } from '../platform/observability/logger';
import { type Config, ConfigError, loadConfig } from './config';

const STOP_LIMIT_MS = 8_000;

/** One sentence for the person at the terminal about what stopped the start. */
function startFailure(error: unknown): string {
  if (error instanceof ConfigError) return error.message;
  const reason = error instanceof Error ? error.message || error.name : String(error);
  return `The program could not start: ${reason}`;
}

/**
 * Runs a program until it is told to stop: config, start, and on SIGTERM, SIGINT or the end of its parent a
 * graceful stop. Whatever stops the start is said in one sentence, with exit code 1.
 */
export function runProcess(
  name: string,
  start: (config: Config, log: Logger) => Promise<() => Promise<void>>,
): void {
  const main = async (): Promise<void> => {
    const config = loadConfig();
    const log = createLogger(config.logLevel, name);
    const stop = await start(config, log);
    let isStopping = false;
    const end = (reason: string): void => {
      if (isStopping) return;
      isStopping = true;
      log.info({ reason }, 'stopping');
      setTimeout(() => process.exit(1), STOP_LIMIT_MS).unref();
      stop().then(
        () => process.exit(0),
        (error: unknown) => {
          log.error({ err: error }, 'the stop failed');
          process.exit(1);
        },
      );
    };
    process.on('SIGTERM', () => end('SIGTERM'));
    process.on('SIGINT', () => end('SIGINT'));
    if (process.connected) process.on('disconnect', () => end('the parent process ended'));
  };
  main().catch((error: unknown) => {
    process.stderr.write(`${startFailure(error)}\n`);
    process.exit(1);
  });
}
