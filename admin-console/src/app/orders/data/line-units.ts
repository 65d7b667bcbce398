import { applyEach, type SchemaPath, type SchemaPathTree, validate } from '@angular/forms/signals';

import type { OrderLineUnitsInput } from '../../shared/graphql/types.generated';
import type { StaffOrderFragment } from './order-fragments.generated';

type Line = StaffOrderFragment['lines'][number];

/** How many units of a line something is done with, as it is edited. */
export interface UnitsDraft {
  readonly lineId: string;
  readonly title: string;
  readonly most: number;
  readonly quantity: string;
}

/** The lines with which something can still be done, each with how many units at most and at first. */
export function unitsOf(
  lines: readonly Line[],
  mostOf: (line: Line) => number,
  first: 'all' | 'none',
): readonly UnitsDraft[] {
  return lines.flatMap((line) => {
    const most = mostOf(line);
    const quantity = first === 'all' ? String(most) : '0';
    return most > 0 ? [{ lineId: line.id, title: lineTitle(line), most, quantity }] : [];
  });
}

/** What was bought in a line, for people. */
export function lineTitle({
  productTitle,
  variationTitle,
}: Pick<Line, 'productTitle' | 'variationTitle'>): string {
  return variationTitle === 'Default' ? productTitle : `${productTitle}, ${variationTitle}`;
}

/** Units that are in no parcel and not cancelled. */
export function unpackedUnits({ quantity, cancelledQuantity, packedQuantity }: Line): number {
  return quantity - cancelledQuantity - packedQuantity;
}

/** Units whose money can still go back. */
export function refundableUnits({ quantity, cancelledQuantity, refundedQuantity }: Line): number {
  return quantity - cancelledQuantity - refundedQuantity;
}

/** What is sent: the lines of which there is at least one unit. */
export function chosenUnits(units: readonly UnitsDraft[]): OrderLineUnitsInput[] {
  return units.flatMap(({ lineId, quantity }) =>
    Number(quantity) > 0 ? [{ lineId, quantity: Number(quantity) }] : [],
  );
}

/** Whether as many units can be meant. */
export function isPossible({ quantity, most }: UnitsDraft): boolean {
  return /^\d+$/.test(quantity.trim()) && Number(quantity) <= most;
}

/** Units from none to as many as there are; at least one in all where `leastOne` says why. */
export function unitsRules(
  path: SchemaPath<readonly UnitsDraft[]> & SchemaPathTree<readonly UnitsDraft[]>,
  leastOne?: string,
): void {
  applyEach(path, (units) => {
    validate(units.quantity, ({ value, valueOf }) => {
      const most = valueOf(units.most);
      return /^\d+$/.test(value().trim()) && Number(value()) <= most
        ? undefined
        : { kind: 'units', message: `From 0 to ${most}.` };
    });
  });
  if (!leastOne) return;
  validate(path, ({ value }) =>
    value().some(({ quantity }) => Number(quantity) > 0)
      ? undefined
      : { kind: 'none', message: leastOne },
  );
}
