import { newId } from '../../kernel/ids';
import { type CartPart, goodsKey, type LineGoods, partsKey } from '../domain/line-goods';

/** A line as it is stored. */
export interface CartLineRecord extends LineGoods {
  readonly id: string;
  readonly quantity: number;
  readonly priceAtAddMinor: bigint;
}

/** What is written at once: lines to set, ids of lines to remove, and the codes where they are others now. */
export interface CartWrites {
  readonly set: readonly CartLineRecord[];
  readonly removedIds: readonly string[];
  readonly couponCodes?: readonly string[];
}

/** What was bought of a cart. */
export interface BoughtLine extends LineGoods {
  readonly quantity: number;
}

/** A line as the database sends it. */
export type RawLine = [
  id: string,
  variationId: string,
  quantity: number,
  price: string,
  parts: CartPart[] | null,
];

/** Reads a line. */
export function toLine([id, variationId, quantity, price, parts]: RawLine): CartLineRecord {
  const line = { id, variationId, quantity, priceAtAddMinor: BigInt(price) };
  return parts ? { ...line, parts } : line;
}

/** The lines that set quantities: known ones stay what they are, new ones remember the price they are added at. */
export function linesToSet(
  lines: readonly CartLineRecord[],
  wanted: readonly BoughtLine[],
  priceNow: (goods: LineGoods) => bigint,
): CartLineRecord[] {
  const known = new Map(lines.map((line) => [goodsKey(line), line]));
  return wanted.map(({ variationId, parts, quantity }) => {
    const goods = { variationId, parts };
    const line = known.get(goodsKey(goods));
    const priceAtAddMinor = line?.priceAtAddMinor ?? priceNow(goods);
    return { id: line?.id ?? newId(), ...goods, quantity, priceAtAddMinor };
  });
}

/** What remains of lines after some of them were bought. */
export function linesWithout(
  lines: readonly CartLineRecord[],
  bought: readonly BoughtLine[],
): CartWrites {
  const taken = new Map(bought.map((line) => [goodsKey(line), line.quantity]));
  const touched = lines
    .filter((line) => taken.has(goodsKey(line)))
    .map((line) => ({ ...line, quantity: line.quantity - (taken.get(goodsKey(line)) ?? 0) }));
  return {
    set: touched.filter((line) => line.quantity > 0),
    removedIds: touched.filter((line) => line.quantity <= 0).map((line) => line.id),
  };
}

/** Lines as columns of parameters: ids, variations, quantities, prices, parts and their keys. */
export function lineColumns(lines: readonly CartLineRecord[]): unknown[][] {
  return [
    lines.map((line) => line.id),
    lines.map((line) => line.variationId),
    lines.map((line) => line.quantity),
    lines.map((line) => line.priceAtAddMinor.toString()),
    lines.map(({ parts }) => (parts ? JSON.stringify(parts) : null)),
    lines.map(partsKey),
  ];
}

/** Ids grow with time, so their order is that of adding; the database orders them alike. */
export function inOrder(lines: readonly CartLineRecord[]): readonly CartLineRecord[] {
  return [...lines].sort((a, b) => (a.id < b.id ? -1 : 1));
}
