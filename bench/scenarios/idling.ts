import { setTimeout as pause } from 'node:timers/promises';

import { Audience } from '../load/audience.ts';
import { failedRun, type MeasuredRun } from '../load/generate-load.ts';
import { GraphqlConnection } from '../load/graphql-connection.ts';
import { followBySocket } from '../load/order-feed.ts';
import { allowOpenFiles, cpuMicroseconds, residentBytes } from '../process-figures.ts';
import { toRun } from '../results.ts';
import type { Stage } from '../stage.ts';
import { buy, type Shelf } from './buying.ts';
import type { Scenario } from './scenario.ts';

const orders = 100;
/** How many connect at once; a listening socket has room for some hundreds who wait. */
const atOnce = 200;
const connectLimitMs = 30_000;
const watchSeconds = 5;
/** Files that a process has open beside its subscribers: database, logs, libraries. */
const otherFiles = 200;

/** Very many who follow orders to which nothing happens: what they cost the process by being there. */
export function idlingScenario(stage: Stage, wanted: number): Scenario {
  return {
    id: 'idle',
    title: `${wanted.toLocaleString('en-GB')} idle WebSockets, connecting`,
    group: 'live',
    target: { of: 'megabytes', atMost: 1_000 },
    isOnce: true,
    run: async () => {
      const shelf = await stage.shelf();
      const api = await stage.freshApi();
      const files = wanted + otherFiles;
      const possible = Math.min(
        allowOpenFiles(process.pid, files) - otherFiles,
        allowOpenFiles(api.pid, files) - otherFiles,
        wanted,
      );
      const audience = new Audience(api.port, followBySocket);
      try {
        return await idle(api, audience, { shelf, possible, wanted });
      } catch (error) {
        return failedRun(error, audience.errors + 1);
      } finally {
        await audience.dismiss();
        await api.stop();
      }
    },
  };
}

interface Idle {
  readonly shelf: Shelf;
  readonly possible: number;
  readonly wanted: number;
}

async function idle(
  { port, pid }: { readonly port: number; readonly pid: number },
  audience: Audience,
  { shelf, possible, wanted }: Idle,
): Promise<MeasuredRun> {
  const shopper = await GraphqlConnection.open(port);
  const tokens: string[] = [];
  while (tokens.length < orders) tokens.push((await buy(shopper, shelf)).trackingToken);
  shopper.close();
  const before = residentBytes(pid) ?? 0;
  const began = performance.now();
  const cpuBefore = cpuMicroseconds(pid);
  const durations: number[] = [];
  while (audience.size < possible) {
    const start = performance.now();
    const trackingToken = tokens[(audience.size / atOnce) % orders] ?? '';
    // From before the first event on, so that its coming shows that the subscription stands.
    audience.gather(
      { trackingToken, after: beginning },
      Math.min(atOnce, possible - audience.size),
    );
    await audience.everybodyHas(1, connectLimitMs);
    durations.push(performance.now() - start);
  }
  const cpuAfter = cpuMicroseconds(pid);
  const seconds = (performance.now() - began) / 1_000;
  const { megabytes, idleCpu } = await watch(pid);
  const count = audience.size;
  const run = { ...toRun(durations, seconds, 0), rate: count / seconds };
  if (count < wanted) {
    return { ...failedRun(`Only ${count} of ${wanted}: too few files may be open.`, 0), run };
  }
  return {
    run,
    operations: count,
    figures: {
      subscribers: count,
      ...(megabytes === undefined
        ? {}
        : { megabytes, bytesPerSubscriber: (megabytes * 1e6 - before) / count }),
      ...(idleCpu === undefined ? {} : { idleCpu }),
      ...(cpuBefore === undefined || cpuAfter === undefined
        ? {}
        : { cpuMicroseconds: (cpuAfter - cpuBefore) / count }),
    },
  };
}

const beginning = Buffer.from('e0').toString('base64url');

/** The most memory seen, and the CPU time used, while nothing happens. */
async function watch(pid: number): Promise<{ megabytes?: number; idleCpu?: number }> {
  const before = cpuMicroseconds(pid);
  let most = residentBytes(pid);
  for (let second = 0; second < watchSeconds; second += 1) {
    await pause(1_000);
    most = most === undefined ? undefined : Math.max(most, residentBytes(pid) ?? 0);
  }
  const after = cpuMicroseconds(pid);
  return {
    ...(most === undefined ? {} : { megabytes: most / 1e6 }),
    ...(before === undefined || after === undefined
      ? {}
      : { idleCpu: (after - before) / (watchSeconds * 1e6) }),
  };
}
