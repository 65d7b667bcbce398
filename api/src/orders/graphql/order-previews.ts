import type { DataSource } from 'typeorm';
import type { z } from 'zod';

import { money } from '../../kernel/money';
import { accepted, refused, type Result } from '../../kernel/result';
import { type MoneyType, toMoneyType } from '../../platform/graphql/money.type';
import { toRefusals } from '../../platform/graphql/payload';
import type { RequestContext } from '../../platform/graphql/request-context';
import { toUserError, type UserError } from '../../platform/graphql/user-errors';
import { toCostType } from '../../pricing';
import type { Enlarged } from '../commands/add-lines';
import { cancelLinesPreviewInput } from '../commands/cancel-lines';
import { type EditOrder, editPreviewInput } from '../commands/edit-order';
import { type ExchangeOrder, exchangePreviewInput, worthOf } from '../commands/exchange-order';
import { planned, refundPreviewInput } from '../commands/refund-order';
import { type RequestReturn, returnPreviewInput } from '../commands/request-return';
import type { TakeBackCards } from '../commands/take-back-cards';
import { cancelUnits } from '../domain/cancellation';
import { balanceOf } from '../domain/order-balance';
import type { OrderBook } from '../domain/order-book';
import { type OrderAccess, type OrderKey, partyOf } from '../order-access';
import type { OpenOrder } from '../persistence/read-order-book';
import { loadBook, type OrderLoaders } from './order.loaders';
import {
  OrderEditPreview,
  OrderExchangePreview,
  OrderLinesCancelPreview,
  OrderRefundPreview,
  ReturnPreview,
} from './order.payloads';
import { toUnitsType } from './order-life.types';

/** Tells what commands would do, by the same rules, and does nothing. */
export class OrderPreviews {
  constructor(
    private readonly access: OrderAccess,
    private readonly loaders: OrderLoaders,
    private readonly planning: {
      readonly requests: RequestReturn;
      readonly editing: EditOrder;
      readonly exchanging: ExchangeOrder;
      readonly cards: TakeBackCards;
    },
    private readonly dataSource: DataSource,
  ) {}

  /** What a refund would give back. */
  async ofRefund(input: unknown, context: RequestContext): Promise<OrderRefundPreview> {
    const preview = new OrderRefundPreview();
    const read = await this.read(refundPreviewInput, input, context);
    if (!read.ok) return withErrors(preview, read);
    const { parts, open } = read.value;
    const { book, order } = open;
    const amount = amountsIn(order.currencyCode);
    preview.maximum = amount(balanceOf(book.money).refundableMinor);
    const plan = planned(book, order.currencyCode, parts);
    if (!plan.ok) return withErrors(preview, plan);
    const cards = await this.cardsGo(open, plan.value.book);
    if (!cards.ok) return withErrors(preview, cards);
    preview.amount = amount(plan.value.amountMinor);
    preview.lines = toUnitsType(plan.value.lines);
    return preview;
  }

  /** What cancelling units would do. */
  async ofLinesCancel(input: unknown, context: RequestContext): Promise<OrderLinesCancelPreview> {
    const preview = new OrderLinesCancelPreview();
    const read = await this.read(cancelLinesPreviewInput, input, context);
    if (!read.ok) return withErrors(preview, read);
    const { parts, open } = read.value;
    const { book, order } = open;
    const cancelled = cancelUnits(book, parts.lines, partyOf(context));
    if (!cancelled.ok) return withErrors(preview, cancelled);
    const cards = await this.cardsGo(open, withoutOverpaid(cancelled.value));
    if (!cards.ok) return withErrors(preview, cards);
    const amount = amountsIn(order.currencyCode);
    const after = balanceOf(cancelled.value.money);
    preview.cancelled = amount(cancelled.value.money.cancelledMinor - book.money.cancelledMinor);
    preview.refund = amount(after.overpaidMinor);
    preview.due = amount(after.dueMinor);
    return preview;
  }

  /** What sending goods back would bring. */
  async ofReturn(input: unknown, context: RequestContext): Promise<ReturnPreview> {
    const preview = new ReturnPreview();
    const read = await this.read(returnPreviewInput, input, context);
    if (!read.ok) return withErrors(preview, read);
    const { parts, open } = read.value;
    const { book, order } = open;
    const known = await context.loaders.get(this.loaders.returnsByOrder).load(order.id);
    const plan = this.planning.requests.plan(book, known, parts.lines, partyOf(context));
    if (!plan.ok) return withErrors(preview, plan);
    const cards = await this.cardsGo(open, plan.value.book);
    if (!cards.ok) return withErrors(preview, cards);
    preview.refund = amountsIn(order.currencyCode)(plan.value.amountMinor);
    return preview;
  }

  /** What an edit would make of an order. */
  async ofEdit(input: unknown, context: RequestContext): Promise<OrderEditPreview> {
    const preview = new OrderEditPreview();
    const read = await this.read(editPreviewInput, input, context);
    if (!read.ok) return withErrors(preview, read);
    const { parts, open } = read.value;
    const plan = await this.planning.editing.plan(this.dataSource.manager, open, parts);
    if (!plan.ok) return withErrors(preview, plan);
    const { enlarged, book } = plan.value;
    const cards = await this.cardsGo(open, withoutOverpaid(book));
    if (!cards.ok) return withErrors(preview, cards);
    const refundMinor = balanceOf(book.money).overpaidMinor;
    return withChange(preview, open, enlarged, { book, refundMinor });
  }

  /** What an exchange would make of an order. */
  async ofExchange(input: unknown, context: RequestContext): Promise<OrderExchangePreview> {
    const preview = new OrderExchangePreview();
    const read = await this.read(exchangePreviewInput, input, context);
    if (!read.ok) return withErrors(preview, read);
    const { parts, open } = read.value;
    const known = await context.loaders.get(this.loaders.returnsByOrder).load(open.order.id);
    const planned = await this.planning.exchanging.plan(
      this.dataSource.manager,
      open,
      known,
      parts,
    );
    if (!planned.ok) return withErrors(preview, planned);
    const { enlarged, plan } = planned.value;
    const cards = await this.cardsGo(open, plan.book);
    if (!cards.ok) return withErrors(preview, cards);
    preview.credited = amountsIn(open.order.currencyCode)(worthOf(plan));
    const { book, amountMinor: refundMinor } = plan;
    return withChange(preview, open, enlarged, { book, refundMinor });
  }

  /** Whether the gift cards that the order sold let it become this. */
  private cardsGo(open: OpenOrder, after: OrderBook): Promise<Result<unknown>> {
    return this.planning.cards.check(this.dataSource.manager, open, after);
  }

  private async read<S extends z.ZodType<OrderKey>>(
    schema: S,
    input: unknown,
    context: RequestContext,
  ): Promise<Result<{ readonly parts: z.output<S>; readonly open: OpenOrder }>> {
    const parsed = schema.safeParse(input);
    if (!parsed.success) return refused(...toRefusals(parsed.error));
    const order = await this.access.find(parsed.data, context);
    if (!order) return refused({ code: 'NOT_FOUND', message: 'There is no such order.' });
    const open = await loadBook(context.loaders, this.loaders, order);
    return accepted({ parts: parsed.data, open });
  }
}

/** As it is once what is no longer owed has gone back. */
function withoutOverpaid({ money: before, ...book }: OrderBook): OrderBook {
  const refundedMinor = before.refundedMinor + balanceOf(before).overpaidMinor;
  return { ...book, money: { ...before, refundedMinor } };
}

function withErrors<P extends { userErrors: UserError[] }>(
  preview: P,
  result: Extract<Result<unknown>, { ok: false }>,
): P {
  preview.userErrors = result.refusals.map(toUserError);
  return preview;
}

function withChange<P extends OrderEditPreview>(
  preview: P,
  open: OpenOrder,
  { addedCost }: Enlarged,
  { book, refundMinor }: { readonly book: OrderBook; readonly refundMinor: bigint },
): P {
  const { currencyCode } = open.order;
  const amount = amountsIn(currencyCode);
  const [before, after] = [balanceOf(open.book.money), balanceOf(book.money)];
  preview.added = toCostType(addedCost, currencyCode);
  preview.owed = amount(after.owedMinor);
  preview.difference = amount(after.owedMinor - before.owedMinor);
  preview.due = amount(after.dueMinor);
  preview.refund = amount(refundMinor);
  return preview;
}

function amountsIn(currencyCode: string): (minor: bigint) => MoneyType {
  return (minor) => toMoneyType(money(minor, currencyCode));
}
