import { z } from 'zod';

import type { CatalogVariation } from '../../catalog';
import type { StockReadModel } from '../../inventory';
import type { Clock } from '../../kernel/clock';
import { newId } from '../../kernel/ids';
import { accepted, refused, type Result } from '../../kernel/result';
import { AppError } from '../../platform/graphql/app-error';
import { idInput } from '../../platform/graphql/input-schemas';
import type { RedisConnection } from '../../platform/redis/connect-redis';
import { createSpendingLimiter } from '../../platform/security/rate-limiter';
import type {
  BackInStockRepository,
  BackInStockRequest,
} from '../persistence/back-in-stock.repository';
import { storedEmail } from '../persistence/consent.repository';

export const requestBackInStockInput = z.object({
  variationId: idInput,
  email: z.string().trim().max(254).pipe(z.email('Enter an e-mail address like name@example.com.')),
});

const HOUR_SECONDS = 3_600;
/** A shopper with many wishes; also what a stranger can do in the name of others. */
const REQUESTS_PER_NETWORK = 30;
const REQUESTS_PER_EMAIL = 20;

/** Remembers who wants to be told when a variation can be bought again. */
export class RequestBackInStock {
  private readonly networks;
  private readonly emails;

  constructor(
    private readonly requests: BackInStockRepository,
    private readonly variations: (
      ids: readonly string[],
    ) => Promise<ReadonlyMap<string, CatalogVariation>>,
    private readonly stock: StockReadModel,
    private readonly clock: Clock,
    redis: RedisConnection | undefined,
  ) {
    const limiter = (name: string, points: number) =>
      createSpendingLimiter(redis, { name, points, perSeconds: HOUR_SECONDS });
    this.networks = limiter('back-in-stock-network', REQUESTS_PER_NETWORK);
    this.emails = limiter('back-in-stock-email', REQUESTS_PER_EMAIL);
  }

  async run(
    input: z.output<typeof requestBackInStockInput>,
    network: string,
  ): Promise<Result<Pick<BackInStockRequest, 'variationId' | 'email'>>> {
    const { variationId } = input;
    const email = storedEmail(input.email);
    const spent = await Promise.all([this.networks.spend(network, 1), this.emails.spend(email, 1)]);
    const refusedBy = spent.filter(({ isRefused }) => isRefused);
    if (refusedBy.length > 0) {
      throw new AppError('RATE_LIMITED', 'That is too many requests. Please try again later.', {
        retryAfterSeconds: Math.max(...refusedBy.map(({ resetSeconds }) => resetSeconds)),
      });
    }
    const path = ['variationId'];
    const variation = (await this.variations([variationId])).get(variationId);
    if (!variation) {
      return refused({ code: 'NOT_FOUND', message: 'There is no such variation.', path });
    }
    // It has no stock of its own that could come back.
    if (variation.bundle) {
      const message = 'Ask for what the bundle consists of.';
      return refused({ code: 'INVALID_INPUT', message, path });
    }
    const level = (await this.stock.byVariations([variationId])).get(variationId);
    if (level && level.available > 0) {
      return refused({ code: 'INVALID_INPUT', message: 'It can be bought now.', path });
    }
    await this.requests.add({ id: newId(), variationId, email }, this.clock.now());
    return accepted({ variationId, email });
  }
}
