import { type CatalogVariation, chooseParts, defaultParts } from '../../catalog';
import { accepted, type Refusal, refused, type Result } from '../../kernel/result';
import type { CartChange } from '../domain/cart-change';
import type { Addition, NamedChange } from './cart-inputs';

/** A wish of a shopper, before anybody has looked whether the shop has what it names. */
export type CartWish =
  | Exclude<CartChange, { readonly kind: 'ADD' }>
  | (Addition & { readonly kind: 'ADD'; readonly path: readonly string[] });

/** Wishes to add lines, at the paths at which they were sent. */
export function additionsOf(lines: readonly Addition[]): CartWish[] {
  return lines.map((line, index) => ({ ...line, kind: 'ADD', path: ['lines', String(index)] }));
}

/** Wishes to set quantities of lines. */
export function updatesOf(
  lines: readonly { readonly lineId: string; readonly quantity: number }[],
): CartWish[] {
  return lines.map((line, index) => ({ ...line, kind: 'SET', path: ['lines', String(index)] }));
}

/** Wishes to remove lines. */
export function removalsOf(lineIds: readonly string[]): CartWish[] {
  return lineIds.map((lineId, index) => ({
    kind: 'REMOVE',
    lineId,
    path: ['lineIds', String(index)],
  }));
}

/** Wishes to apply codes, or to take them off. */
export function couponWishes(
  kind: 'APPLY_COUPON' | 'REMOVE_COUPON',
  couponCodes: readonly string[],
): CartWish[] {
  return couponCodes.map((couponCode, index) => ({
    kind,
    couponCode,
    path: ['couponCodes', String(index)],
  }));
}

/** Wishes of several kinds, at the paths at which they were sent. */
export function wishesOf(changes: readonly NamedChange[]): CartWish[] {
  return changes.map(({ add, update, removeLineId, applyCoupon, removeCoupon }, index) => {
    const at = (field: string): string[] => ['changes', String(index), field];
    if (add) return { ...add, kind: 'ADD', path: at('add') };
    if (update) return { ...update, kind: 'SET', path: at('update') };
    if (removeLineId) return { kind: 'REMOVE', lineId: removeLineId, path: at('removeLineId') };
    return applyCoupon
      ? { kind: 'APPLY_COUPON', couponCode: applyCoupon, path: at('applyCoupon') }
      : { kind: 'REMOVE_COUPON', couponCode: removeCoupon ?? '', path: at('removeCoupon') };
  });
}

/** Every variation that additions name. */
export function namedVariations(wishes: readonly CartWish[]): string[] {
  return wishes.flatMap((wish) =>
    wish.kind === 'ADD'
      ? [wish.variationId, ...(wish.parts ?? []).map(({ variationId }) => variationId)]
      : [],
  );
}

/** The wishes as changes of the cart: what they name exists, and bundles have their parts. */
export function toChanges(
  wishes: readonly CartWish[],
  variations: ReadonlyMap<string, CatalogVariation>,
): Result<CartChange[]> {
  const changes: CartChange[] = [];
  const refusals: Refusal[] = [];
  for (const wish of wishes) {
    const change = wish.kind === 'ADD' ? addition(wish, variations) : accepted(wish);
    if (change.ok) changes.push(change.value);
    else refusals.push(...change.refusals);
  }
  return refusals.length > 0 ? refused(...refusals) : accepted(changes);
}

function addition(
  wish: Extract<CartWish, { readonly kind: 'ADD' }>,
  variations: ReadonlyMap<string, CatalogVariation>,
): Result<CartChange> {
  const { path, parts, ...line } = wish;
  const variation = variations.get(line.variationId);
  if (!variation) {
    return refused({
      code: 'NOT_FOUND',
      message: 'The shop has no such variation.',
      path: [...path, 'variationId'],
    });
  }
  const { bundle } = variation;
  if (!bundle) {
    if (!parts || parts.length === 0) return accepted({ ...line, path });
    const message = 'This is no bundle: it has no parts.';
    return refused({ code: 'INVALID_INPUT', message, path: [...path, 'parts'] });
  }
  const chosen = chooseParts(bundle, parts ?? defaultParts(bundle));
  if (chosen.ok) return accepted({ ...line, parts: chosen.value, path });
  return refused(
    ...chosen.refusals.map((refusal) => ({ ...refusal, path: [...path, ...(refusal.path ?? [])] })),
  );
}
