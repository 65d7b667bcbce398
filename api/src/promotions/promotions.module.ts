import type { ModuleParts, Platform } from '../platform/module';
import { CouponStatus } from './coupon-status';
import { PromotionUses } from './persistence/promotion-uses';
import { PromotionHold } from './promotion-hold';
import { KeptPromotions, type PromotionPorts } from './promotion-source';

/** Where prices learn of promotions; made before what prices things. */
export function createPromotionSource(platform: Platform, ports: PromotionPorts): KeptPromotions {
  return new KeptPromotions(platform, ports);
}

/** Wires promotions and their codes. */
export function createPromotionsModule({ clock }: Platform) {
  return {
    resolvers: [],
    /** Keeps the uses of promotions for locked checkouts. */
    hold: new PromotionHold(new PromotionUses(), clock),
    /** Tells whether codes can be used. */
    coupons: new CouponStatus(clock),
  } satisfies ModuleParts & Record<string, unknown>;
}
