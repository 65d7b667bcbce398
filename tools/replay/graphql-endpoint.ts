import { setTimeout as pause } from 'node:timers/promises';

import type { Timings } from './timings.ts';

const timeoutMs = 60_000;
const attempts = 5;

/** A call that the shop did not answer, or answered with an error that is nobody's expectation. */
export class CallFailed extends Error {
  override readonly name = 'CallFailed';
  readonly code: string;

  constructor(step: string, code: string, message: string, options?: ErrorOptions) {
    super(`${step}: ${code}: ${message}`, options);
    this.code = code;
  }
}

interface Answer {
  readonly data?: unknown;
  readonly errors?: readonly {
    readonly message: string;
    readonly extensions?: { readonly code?: string; readonly requestId?: string };
  }[];
}

export interface Call {
  /** Name of the step in the report. */
  readonly step: string;
  readonly query: string;
  readonly variables?: Record<string, unknown>;
  readonly headers?: Record<string, string>;
}

/** One GraphQL endpoint, spoken to as any program would: JSON over HTTP. */
export class GraphqlEndpoint {
  private readonly url: URL;
  private readonly timings: Timings;

  constructor(url: URL, timings: Timings) {
    this.url = url;
    this.timings = timings;
  }

  /**
   * Sends one operation. A call that was lost, or refused because the shop was busy, is sent again as it was, so a
   * key that it carries is the same one.
   */
  // eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters -- the caller alone knows what its document asks for
  async send<T>(call: Call): Promise<{ data: T; wasRepeated: boolean }> {
    for (let attempt = 1; ; attempt += 1) {
      const { answer, retryAfterMs } = await this.attempt(call, attempt);
      if (answer) return { data: dataOf(call.step, answer) as T, wasRepeated: attempt > 1 };
      await pause(retryAfterMs);
    }
  }

  private async attempt(
    call: Call,
    attempt: number,
  ): Promise<{ answer?: Answer; retryAfterMs: number }> {
    const retryAfterMs = 200 * 2 ** attempt;
    const began = performance.now();
    let response: Response;
    let body: string;
    try {
      response = await fetch(this.url, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...call.headers },
        body: JSON.stringify({ query: call.query, variables: call.variables ?? {} }),
        signal: AbortSignal.timeout(timeoutMs),
      });
      body = await response.text();
    } catch (error) {
      if (attempt < attempts) return { retryAfterMs };
      throw new CallFailed(call.step, 'UNREACHABLE', reasonOf(error), { cause: error });
    }
    if ([429, 502, 503, 504].includes(response.status) && attempt < attempts) {
      const seconds = Number(response.headers.get('retry-after'));
      return { retryAfterMs: seconds > 0 ? seconds * 1_000 : retryAfterMs };
    }
    this.timings.add(call.step, performance.now() - began);
    try {
      return { answer: JSON.parse(body) as Answer, retryAfterMs };
    } catch {
      throw new CallFailed(call.step, `HTTP_${response.status}`, 'the answer is no JSON');
    }
  }
}

function dataOf(step: string, { data, errors }: Answer): unknown {
  const [error] = errors ?? [];
  if (data && !error) return data;
  const { code = 'UNKNOWN', requestId } = error?.extensions ?? {};
  const place = requestId ? ` (request ${requestId})` : '';
  throw new CallFailed(step, code, `${error?.message ?? 'the answer has no data'}${place}`);
}

function reasonOf(error: unknown): string {
  const cause = error instanceof Error ? (error.cause ?? error) : error;
  return cause instanceof Error ? cause.message || cause.name : String(cause);
}
