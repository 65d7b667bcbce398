import type { CatalogModule } from '../catalog';
import type { CustomerGroupRepository } from '../customers';
import type { ModuleParts, Platform } from '../platform/module';
import type { ShopSettingsReader } from '../shop';
import { ChangePriceLists } from './commands/change-price-lists';
import { ChangeTaxes } from './commands/change-taxes';
import { Reprice } from './commands/reprice';
import { PriceListResolver } from './graphql/price-list.resolver';
import { PriceRuleResolver } from './graphql/price-rule.resolver';
import { TaxResolver } from './graphql/tax.resolver';
import { AskedPrices } from './persistence/asked-prices';
import { PriceListRepository } from './persistence/price-list.repository';
import { TaxRepository } from './persistence/tax.repository';
import { PricingReader, type PromotionSource } from './pricing-reader';

/** Longest that a price list begins or ends later than it says. */
const FOLLOW_CLOCK_SECONDS = 5;

export interface PricingDependencies {
  readonly catalog: CatalogModule;
  readonly customerGroups: CustomerGroupRepository;
  readonly promotions: PromotionSource;
  readonly settings: ShopSettingsReader;
}

/** Wires prices and taxes. */
export function createPricingModule(
  { dataSource, transactions, changes, clock }: Platform,
  { catalog, customerGroups, promotions, settings }: PricingDependencies,
) {
  const taxes = new TaxRepository(dataSource);
  const changeTaxes = new ChangeTaxes(transactions, taxes, catalog.prices, settings);
  const lists = new PriceListRepository(dataSource);
  const reprice = new Reprice(transactions, lists, new AskedPrices(), catalog.prices, clock);
  const changeLists = new ChangePriceLists(
    transactions,
    lists,
    catalog.prices,
    customerGroups,
    reprice,
    clock,
  );
  catalog.onProductsWritten(async (tx, productIds, isRemade) => {
    if (isRemade) await reprice.forget(tx, productIds);
    await reprice.products(tx, productIds);
  });
  return {
    resolvers: [
      new TaxResolver(taxes, changeTaxes, catalog.productById),
      new PriceListResolver(lists, changeLists),
      new PriceRuleResolver(catalog),
    ],
    reader: new PricingReader(dataSource, changes, customerGroups, promotions),
    taxes: changeTaxes,
    jobs: [
      {
        name: 'follow-price-lists',
        intervalSeconds: FOLLOW_CLOCK_SECONDS,
        run: () => reprice.followClock(),
      },
    ],
  } satisfies ModuleParts & Record<string, unknown>;
}
