import { type Money, money, toDecimal } from '../../kernel/money';
import { accepted, refused, type Result } from '../../kernel/result';
import { deliveryOf } from './cancellation';
import { costOfUnits } from './line-shares';
import { balanceOf } from './order-balance';
import type { BookLine, OrderBook } from './order-book';

/** A gift card that a unit of an order became. Amounts in minor units. */
export interface SoldCard {
  readonly id: string;
  readonly lineId: string;
  /** What it was worth when it was made. */
  readonly initialMinor: bigint;
  /** What is on it and held by no checkout. */
  readonly availableMinor: bigint;
  readonly heldMinor: bigint;
  /** What purchases took from it and did not give back. */
  readonly spentMinor: bigint;
  readonly isTakenBack: boolean;
}

/** What an order sold of gift cards: the lines, and the cards that their units have become so far. */
export interface SoldCards {
  readonly lineIds: ReadonlySet<string>;
  readonly cards: readonly SoldCard[];
  readonly currencyCode: string;
}

/** A line of gift cards, between two books. */
interface CardLine {
  readonly line: BookLine;
  readonly kept: readonly SoldCard[];
  readonly taken: readonly SoldCard[];
  /** What of the cards that are taken cannot go back, because it was spent. */
  readonly shortMinor: bigint;
}

/**
 * Which cards are taken back when an order moves from one book to the next, or why it cannot: a unit that is cancelled
 * or refunded takes its card with it, and everything that goes back takes all. Nobody gets back what was spent of a card,
 * nor what pays for cards that stand.
 */
export function planTakeBack(
  before: OrderBook,
  after: OrderBook,
  sold: SoldCards,
): Result<readonly SoldCard[]> {
  const isAll = movedMinor(before, after) > 0n && balanceOf(after.money).refundableMinor === 0n;
  const lines = before.lines
    .filter(({ id }) => sold.lineIds.has(id))
    .map((line) => cardLineOf(line, after, sold.cards, isAll));
  const taken = lines.flatMap((line) => line.taken);
  if (taken.some(({ heldMinor }) => heldMinor > 0n)) return refused(heldCard(sold));
  const shortMinor = sum(lines.map((line) => line.shortMinor));
  const worthMinor = isAll ? movedMinor(before, after) : worthOf(before, after);
  const givenMinor = isAll ? worthMinor : creditOf(after) - creditOf(before);
  const mostMinor = atLeastZero(worthMinor - shortMinor);
  if (shortMinor > 0n && givenMinor > mostMinor) return refused(spentCard(mostMinor, sold));
  const missingMinor = missingAfter(before, after, lines, isAll);
  if (missingMinor > 0n) {
    return refused(spentCard(atLeastZero(movedMinor(before, after) - missingMinor), sold));
  }
  return accepted(taken);
}

function cardLineOf(
  line: BookLine,
  after: OrderBook,
  cards: readonly SoldCard[],
  isAll: boolean,
): CardLine {
  const own = cards.filter(({ lineId }) => lineId === line.id);
  const standing = own.filter(({ isTakenBack }) => !isTakenBack).sort(byLoss);
  const settled = settledUnits(line);
  const wanted = settledUnits(lineIn(after, line)) - settled;
  // Units that have no card yet go first.
  const cardless = Math.min(wanted, Math.max(0, line.quantity - settled - standing.length));
  const taken = standing.slice(0, isAll ? standing.length : wanted - cardless);
  const shorts = taken.map((card, index) => {
    const paidMinor = costOfUnit(line, settled + cardless + index);
    return paidMinor - refundableOf(card, paidMinor);
  });
  const kept = own.filter((card) => !taken.includes(card) && card.isTakenBack);
  return { line, kept, taken, shortMinor: sum(shorts) };
}

/** What may go back for a card that cost so much: all of it while nothing is missing, else no more than is left. */
export function refundableOf(card: SoldCard, paidMinor: bigint): bigint {
  const { initialMinor, availableMinor, spentMinor } = card;
  if (spentMinor <= 0n && availableMinor >= initialMinor) return paidMinor;
  return atLeastZero(least(availableMinor, paidMinor - spentMinor));
}

/** What the shop would have to keep for cards, and would not. Only money that moves can be missing. */
function missingAfter(
  before: OrderBook,
  after: OrderBook,
  lines: readonly CardLine[],
  isAll: boolean,
): bigint {
  if (lines.length === 0 || movedMinor(before, after) === 0n) return 0n;
  const needed = lines.map(({ line, kept, taken }) => {
    const unitMinor = line.cost.totalMinor / BigInt(line.quantity);
    const spent = [...kept, ...taken].map((card) => least(card.spentMinor, unitMinor));
    return isAll ? sum(spent) : sum(spent) + costOfRest(lineIn(after, line));
  });
  return atLeastZero(sum(needed) - balanceOf(after.money).refundableMinor);
}

/** What everything cost that is cancelled or refunded between two books. */
function worthOf(before: OrderBook, after: OrderBook): bigint {
  const goods = before.lines.map((line) => {
    const settled = settledUnits(line);
    const units = settledUnits(lineIn(after, line)) - settled;
    return costOfUnits(line.cost, line.quantity, settled, units).totalMinor;
  });
  const isCancelled = after.lines.every((line) => line.cancelledQuantity === line.quantity);
  const shippingMinor = after.money.refundedShippingMinor - before.money.refundedShippingMinor;
  return sum(goods) + (isCancelled ? deliveryOf(before).refundableMinor : shippingMinor);
}

function costOfUnit({ cost, quantity }: BookLine, index: number): bigint {
  return costOfUnits(cost, quantity, Math.min(index, quantity - 1), 1).totalMinor;
}

function costOfRest(line: BookLine): bigint {
  const settled = settledUnits(line);
  return costOfUnits(line.cost, line.quantity, settled, line.quantity - settled).totalMinor;
}

function settledUnits({ cancelledQuantity, refundedQuantity }: BookLine): number {
  return cancelledQuantity + refundedQuantity;
}

function lineIn({ lines }: OrderBook, line: BookLine): BookLine {
  return lines.find(({ id }) => id === line.id) ?? line;
}

function movedMinor(before: OrderBook, after: OrderBook): bigint {
  return after.money.refundedMinor - before.money.refundedMinor;
}

function creditOf({ money: { cancelledMinor, creditedMinor } }: OrderBook): bigint {
  return cancelledMinor + creditedMinor;
}

/** Cards of which least is missing come first; those that a checkout holds last. */
function byLoss(one: SoldCard, other: SoldCard): number {
  const lossOf = ({ initialMinor, availableMinor }: SoldCard) => initialMinor - availableMinor;
  const held = Number(one.heldMinor > 0n) - Number(other.heldMinor > 0n);
  if (held !== 0) return held;
  const loss = lossOf(one) - lossOf(other);
  return loss === 0n ? one.id.localeCompare(other.id) : Number(loss);
}

function spentCard(refundableMinor: bigint, { currencyCode }: SoldCards) {
  const refundable: Money = money(refundableMinor, currencyCode);
  const message = `Gift cards of this order were spent or still stand: ${toDecimal(refundable)} ${currencyCode} can go back at most.`;
  return { code: 'GIFT_CARD_SPENT', message, refundable } as const;
}

function heldCard({ currencyCode }: SoldCards) {
  const message = 'A checkout is being paid with a gift card of this order. Try again in a moment.';
  return { code: 'GIFT_CARD_SPENT', message, refundable: money(0n, currencyCode) } as const;
}

function sum(amounts: readonly bigint[]): bigint {
  return amounts.reduce((total, amount) => total + amount, 0n);
}

function least(one: bigint, other: bigint): bigint {
  return one < other ? one : other;
}

function atLeastZero(amountMinor: bigint): bigint {
  return amountMinor > 0n ? amountMinor : 0n;
}
