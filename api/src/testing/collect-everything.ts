import { eventually } from './eventually';
import type { TestApp } from './test-app';

const LIMIT_MS = 30_000;

/** Makes the messages of everything that has happened; what other tests of the server have open may hold that up. */
export async function collectEverything(test: TestApp): Promise<void> {
  await eventually(async () => {
    await test.runJob('collect-messages');
    const behind = await test.sql(
      `SELECT 1 FROM event_reader r JOIN event_log e ON (e.xact, e.position) > (r.xact, r.position)
       WHERE r.name = 'messages' LIMIT 1`,
    );
    return behind.length === 0;
  }, LIMIT_MS);
}
