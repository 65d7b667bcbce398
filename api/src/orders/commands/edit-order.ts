import type { EntityManager } from 'typeorm';
import { z } from 'zod';

import { accepted, refused, type Result } from '../../kernel/result';
import { idInput, optionalText } from '../../platform/graphql/input-schemas';
import { addressInput } from '../../shipping';
import { cancelUnits } from '../domain/cancellation';
import type { LineUnits, OrderBook } from '../domain/order-book';
import { editBlock, quantityChanges } from '../domain/order-edit';
import { refusedBy } from '../domain/parcels';
import type { EventOrigin } from '../order-events';
import type { OpenOrder } from '../persistence/read-order-book';
import { type AddLines, type Enlarged, unitsOfLine } from './add-lines';
import type { AddedUnits } from './added-goods';
import { orderCallInput } from './order-call';
import type { OrderWork } from './order-work';

const quantity = z.number().int().max(100_000);

const parts = z
  .array(z.object({ choiceId: idInput, variationId: idInput, quantity: quantity.min(1) }))
  .max(100)
  .nullish()
  .transform((chosen) => chosen ?? undefined);

export const addedLinesInput = z
  .array(z.object({ variationId: idInput, quantity: quantity.min(1), parts }))
  .max(100);

const editParts = {
  quantities: z
    .array(z.object({ lineId: idInput, quantity: quantity.min(0) }))
    .max(200)
    .nullish()
    .transform((quantities) => quantities ?? []),
  added: addedLinesInput.nullish().transform((added) => added ?? []),
  shippingAddress: addressInput.nullish().transform((address) => address ?? undefined),
  email: z
    .email()
    .max(254)
    .nullish()
    .transform((email) => email ?? undefined),
};

export const editInput = z.object({ ...orderCallInput, ...editParts, note: optionalText(1_000) });
export const editPreviewInput = z.object({ orderId: orderCallInput.orderId, ...editParts });

/** What is to be different. */
export type EditParts = Omit<z.output<typeof editPreviewInput>, 'orderId'>;

/** An order as an edit would leave it. */
export interface EditPlan {
  readonly enlarged: Enlarged;
  readonly cancelled: readonly LineUnits[];
  readonly book: OrderBook;
}

/** Changes what was ordered, before any of it is in a parcel. */
export class EditOrder {
  constructor(
    private readonly work: OrderWork,
    private readonly adding: AddLines,
  ) {}

  /** Returns the order's id. */
  run(wish: z.output<typeof editInput>, origin: EventOrigin): Promise<Result<string>> {
    return this.work.run('EDIT', wish, origin, async (tx, open) => {
      const plan = await this.plan(tx.manager, open, wish);
      if (!plan.ok) return plan;
      const { enlarged, cancelled, book } = plan.value;
      const moved = { added: enlarged.lines, removed: cancelled };
      const written = await this.adding.write(tx, open, moved, origin.actor);
      if (!written.ok) return written;
      const { shippingAddress, email } = wish;
      return accepted({
        book,
        event: () => 'EDITED',
        details: { note: wish.note, lines: enlarged.lines.map(unitsOfLine) },
        changes: {
          ...enlarged.changes,
          ...(shippingAddress && { shippingAddress: shippingAddress }),
          ...(email && { email }),
        },
        overpaid: 'EDIT',
      });
    });
  }

  /** What the order would be. More units of a line are a line of their own, at the price of the first. */
  async plan(manager: EntityManager, open: OpenOrder, parts: EditParts): Promise<Result<EditPlan>> {
    const { book, order, lines } = open;
    const blocked = editBlock(book);
    if (blocked) return refusedBy(blocked);
    if (isEmpty(parts)) {
      return refused({ code: 'INVALID_INPUT', message: 'Say what is to be different.' });
    }
    const { shippingAddress } = parts;
    if (shippingAddress && shippingAddress.countryCode !== order.shippingAddress.countryCode) {
      return refused({
        code: 'INVALID_INPUT',
        message: 'Another country has other taxes and ways of delivery: cancel, and order anew.',
        path: ['shippingAddress', 'countryCode'],
      });
    }
    if (shippingAddress && (await this.adding.isTaxedOtherwise(manager, open, shippingAddress))) {
      return refused({
        code: 'INVALID_INPUT',
        message: 'That address has other taxes: cancel, and order anew.',
        path: ['shippingAddress', 'region'],
      });
    }
    const changes = quantityChanges(book, parts.quantities);
    if (!changes.ok) return changes;
    const more: AddedUnits[] = changes.value.added.flatMap(({ lineId, quantity: units }) => {
      const line = lines.find(({ id }) => id === lineId);
      if (!line) return [];
      const index = parts.quantities.findIndex((wish) => wish.lineId === lineId);
      const path = ['quantities', String(index)];
      return [{ variationId: line.variationId, moreOf: line, quantity: units, path }];
    });
    const enlarged = await this.adding.plan(manager, open, [...parts.added, ...more]);
    if (!enlarged.ok) return enlarged;
    const { cancelled } = changes.value;
    if (cancelled.length === 0) {
      return accepted({ enlarged: enlarged.value, cancelled, book: enlarged.value.book });
    }
    const after = cancelUnits(enlarged.value.book, cancelled, 'staff');
    if (!after.ok) return after;
    return accepted({ enlarged: enlarged.value, cancelled, book: after.value });
  }
}

function isEmpty({ quantities, added, shippingAddress, email }: EditParts): boolean {
  return quantities.length === 0 && added.length === 0 && !shippingAddress && !email;
}
