/** A part of one unit of a line that is a bundle. */
export interface CartPart {
  readonly choiceId: string;
  readonly variationId: string;
  /** Units in one unit of the line. */
  readonly quantity: number;
}

/** What a line is of. A bundle comes with the parts that were chosen for it. */
export interface LineGoods {
  readonly variationId: string;
  readonly parts?: readonly CartPart[] | undefined;
}

/** Says which parts they are; empty without any. The same parts in another order are the same. */
export function partsKey({ parts }: Pick<LineGoods, 'parts'>): string {
  if (!parts) return '';
  return parts
    .map(({ variationId, quantity }) => `${variationId}*${quantity}`)
    .sort()
    .join(' ');
}

/** Two lines of one cart never have the same: the same goods are one line. */
export function goodsKey(goods: LineGoods): string {
  return `${goods.variationId} ${partsKey(goods)}`;
}

/** Every variation that has to be known to price lines and to look for their stock. */
export function variationIdsOf(lines: readonly LineGoods[]): string[] {
  const ids = lines.flatMap(({ variationId, parts }) => [
    variationId,
    ...(parts ?? []).map((part) => part.variationId),
  ]);
  return [...new Set(ids)];
}
