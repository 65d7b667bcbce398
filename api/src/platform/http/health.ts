import type { FastifyInstance } from 'fastify';

/** Rejects when the dependency does not answer. */
export type HealthCheck = () => Promise<void>;

const CHECK_TIMEOUT_MS = 2_000;

async function outcome(check: HealthCheck): Promise<'up' | 'down'> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error('too late')), CHECK_TIMEOUT_MS);
  });
  try {
    await Promise.race([check(), late]);
    return 'up';
  } catch {
    return 'down';
  } finally {
    clearTimeout(timer);
  }
}

/**
 * `/livez`: the process runs. `/readyz`: it should be sent requests, with one line per dependency. Without
 * its database it should not; without Redis it still should, slower.
 */
export function registerHealth(
  app: FastifyInstance,
  checks: { readonly database: HealthCheck; readonly redis?: HealthCheck },
): { stopping(): void } {
  let isStopping = false;
  app.get('/livez', () => ({ status: 'up' }));
  app.get('/readyz', async (_request, reply) => {
    const names = Object.entries(checks);
    const results = await Promise.all(names.map(([, check]) => outcome(check)));
    const detail = Object.fromEntries(names.map(([name], index) => [name, results[index]]));
    const ready = !isStopping && detail['database'] === 'up';
    return reply
      .code(ready ? 200 : 503)
      .header('cache-control', 'no-store')
      .send({ status: isStopping ? 'stopping' : ready ? 'up' : 'down', checks: detail });
  });
  return {
    stopping: () => {
      isStopping = true;
    },
  };
}
