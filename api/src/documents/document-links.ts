import type { Clock } from '../kernel/clock';
import { SignedTokens } from '../platform/security/signed-token';

/** The papers of an order. */
export const documentKinds = ['invoice', 'packing-slip'] as const;
export type DocumentKind = (typeof documentKinds)[number];

/** A paper that somebody may read. */
export interface DocumentRequest {
  readonly kind: DocumentKind;
  readonly orderId: string;
}

const GOOD_FOR_MS = 15 * 60_000;

/** Addresses of papers: whoever may see an order is given one, which opens that paper for a quarter of an hour. */
export class DocumentLinks {
  private readonly tokens: SignedTokens;

  constructor(
    secret: string,
    private readonly publicUrl: string,
    private readonly clock: Clock,
  ) {
    this.tokens = new SignedTokens(secret, 'documents');
  }

  /** The address of a paper. */
  to({ kind, orderId }: DocumentRequest): string {
    const goodUntil = String(this.clock.now().getTime() + GOOD_FOR_MS);
    const token = this.tokens.sign([kind, orderId, goodUntil]);
    return `${this.publicUrl}/documents/${token}`;
  }

  /** What a token opens; undefined when it was not signed here, or its time is over. */
  read(token: string): DocumentRequest | undefined {
    const [name, orderId, goodUntil] = this.tokens.read(token) ?? [];
    const kind = documentKinds.find((each) => each === name);
    if (!kind || !orderId || Number(goodUntil) < this.clock.now().getTime()) return undefined;
    return { kind, orderId };
  }
}
