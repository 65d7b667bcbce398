import type { CatalogModule } from '../catalog';
import type { CustomerGroupRepository } from '../customers';
import type { ModuleParts, Platform } from '../platform/module';
import type { PricingReader } from '../pricing';
import type { ShopSettingsReader } from '../shop';
import { ChangeCouponCodes } from './commands/change-coupon-codes';
import { ChangePromotions } from './commands/change-promotions';
import { CouponStatus } from './coupon-status';
import { CouponCodeResolver } from './graphql/coupon-code.resolver';
import { PromotionResolver } from './graphql/promotion.resolver';
import {
  PromotionBenefitResolver,
  PromotionTargetsResolver,
} from './graphql/promotion-goods.resolver';
import { PromotionTestResolver } from './graphql/promotion-test.resolver';
import { CouponCodeRepository } from './persistence/coupon-code.repository';
import { PromotionRepository } from './persistence/promotion.repository';
import { PromotionUses } from './persistence/promotion-uses';
import { PromotionHold } from './promotion-hold';
import { KeptPromotions, type PromotionPorts } from './promotion-source';
import { PromotionTrial } from './promotion-trial';

/** Where prices learn of promotions; made before what prices things. */
export function createPromotionSource(platform: Platform, ports: PromotionPorts): KeptPromotions {
  return new KeptPromotions(platform, ports);
}

export interface PromotionsDependencies {
  readonly catalog: CatalogModule;
  readonly customerGroups: CustomerGroupRepository;
  readonly pricing: PricingReader;
  readonly settings: ShopSettingsReader;
}

/** Wires promotions and their codes. */
export function createPromotionsModule(
  { dataSource, transactions, clock }: Platform,
  { catalog, customerGroups, pricing, settings }: PromotionsDependencies,
) {
  const promotions = new PromotionRepository(dataSource);
  const codes = new CouponCodeRepository(dataSource);
  const change = new ChangePromotions(
    transactions,
    { promotions, codes },
    { prices: catalog.prices, groups: customerGroups },
    settings,
    clock,
  );
  const changeCodes = new ChangeCouponCodes(transactions, promotions, codes, clock);
  const uses = new PromotionUses();
  const trial = new PromotionTrial(dataSource, catalog.reader, pricing);
  return {
    resolvers: [
      new PromotionResolver(promotions, change),
      new PromotionTargetsResolver(catalog.productById),
      new PromotionBenefitResolver(catalog.variationById),
      new CouponCodeResolver(codes, changeCodes),
      new PromotionTestResolver(trial, settings, catalog.shownVariation),
    ],
    /** Makes promotions, for seeds. */
    change,
    /** Keeps the uses of promotions for locked checkouts. */
    hold: new PromotionHold(uses, clock),
    /** Gives back what orders use that were cancelled. */
    uses,
    /** Tells whether codes can be used. */
    coupons: new CouponStatus(clock),
  } satisfies ModuleParts & Record<string, unknown>;
}
