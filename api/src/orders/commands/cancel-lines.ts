import { z } from 'zod';

import { accepted, type Result } from '../../kernel/result';
import { optionalText } from '../../platform/graphql/input-schemas';
import { cancelUnits } from '../domain/cancellation';
import type { LineUnits } from '../domain/order-book';
import type { OrderParty } from '../domain/order-state';
import type { EventOrigin } from '../order-events';
import { lineUnitsInput, namedOrderInput, type OrderCall } from './order-call';
import type { OrderWork } from './order-work';

export const cancelLinesInput = z.object({
  ...namedOrderInput,
  lines: lineUnitsInput,
  reason: optionalText(500),
});

const { orderId, trackingToken } = namedOrderInput;
export const cancelLinesPreviewInput = z.object({ orderId, trackingToken, lines: lineUnitsInput });

/** Units that are not to be sent. */
export interface CancelLinesWish extends OrderCall {
  readonly lines: readonly LineUnits[];
  readonly reason?: string;
  readonly party: OrderParty;
}

/** Takes units out of an order: they go back on the shelf, and what was paid for them goes back. */
export class CancelLines {
  constructor(private readonly work: OrderWork) {}

  /** Returns the order's id. */
  run(wish: CancelLinesWish, origin: EventOrigin): Promise<Result<string>> {
    return this.work.run('CANCEL_LINES', wish, origin, (_, { book }) => {
      const cancelled = cancelUnits(book, wish.lines, wish.party);
      if (!cancelled.ok) return Promise.resolve(cancelled);
      return Promise.resolve(
        accepted({
          book: cancelled.value,
          event: ({ status }) => (status === 'CANCELLED' ? 'CANCELLED' : 'LINES_CANCELLED'),
          details: { note: wish.reason, lines: wish.lines },
          restock: { units: wish.lines, kind: 'CANCELLATION' },
          overpaid: 'CANCELLATION',
        }),
      );
    });
  }
}
