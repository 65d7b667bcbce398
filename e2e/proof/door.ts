import type { Random } from './random.ts';

/** How a question is put. */
export type Way = 'POST' | 'GET';
export const ways: readonly Way[] = ['POST', 'GET'];

/** What came back. */
export interface Answer {
  readonly status: number;
  readonly body: string;
  readonly etag: string | null;
  /** How the cache served it: HIT, MISS, STALE or BYPASS; undefined where it has no say. */
  readonly cache: string | undefined;
  /** Whether the client was told that what it has is still right. */
  readonly unchanged: boolean;
}

interface Kept {
  readonly etag: string;
  readonly body: string;
}

/** A client that keeps what it was given and asks whether it is still right, as browsers do. */
export class Door {
  private readonly kept = new Map<string, Kept>();
  private readonly random: Random;

  constructor(random: Random) {
    this.random = random;
  }

  /** Asks, half of the time conditionally where that is possible. */
  async ask(
    origin: string,
    question: { readonly document: string; readonly variables: object },
    way: Way,
  ): Promise<Answer> {
    const key = JSON.stringify([origin, way, question]);
    const kept = this.random.chance(0.5) ? this.kept.get(key) : undefined;
    const response = await fetch(...this.request(origin, question, way, kept));
    const text = await response.text();
    const unchanged = response.status === 304 && kept !== undefined;
    const body = unchanged ? kept.body : text;
    const etag = response.headers.get('etag');
    if (etag && response.status === 200) this.kept.set(key, { etag, body });
    return {
      status: response.status,
      body,
      etag,
      cache: response.headers.get('x-cache') ?? undefined,
      unchanged,
    };
  }

  private request(
    origin: string,
    { document: query, variables }: { readonly document: string; readonly variables: object },
    way: Way,
    kept: Kept | undefined,
  ): [string, RequestInit] {
    const headers = {
      accept: 'application/json',
      'content-type': 'application/json',
      // Each from an address of its own, so that no limit per address is what a test finds.
      'x-forwarded-for': `198.18.${this.random.below(250)}.${this.random.below(250) + 1}`,
      ...(kept && { 'if-none-match': kept.etag }),
    };
    const signal = AbortSignal.timeout(15_000);
    if (way === 'POST') {
      const body = JSON.stringify({ query, variables });
      return [`${origin}/graphql`, { method: 'POST', headers, body, signal }];
    }
    const search = new URLSearchParams({ query, variables: JSON.stringify(variables) });
    return [`${origin}/graphql?${search.toString()}`, { headers, signal }];
  }
}
