import type { CatalogModule } from '../catalog';
import type { ModuleParts, Platform } from '../platform/module';
import { ChangePriceLists } from './commands/change-price-lists';
import { ChangeTaxes } from './commands/change-taxes';
import { Reprice } from './commands/reprice';
import { PriceListResolver } from './graphql/price-list.resolver';
import { TaxResolver } from './graphql/tax.resolver';
import { AskedPrices } from './persistence/asked-prices';
import { PriceListRepository } from './persistence/price-list.repository';
import { PricingReadModel } from './persistence/pricing.read-model';
import { TaxRepository } from './persistence/tax.repository';

/** Longest that a price list begins or ends later than it says. */
const FOLLOW_CLOCK_SECONDS = 5;

/** Wires prices and taxes. */
export function createPricingModule(
  { dataSource, transactions, clock }: Platform,
  { catalog }: { readonly catalog: CatalogModule },
) {
  const taxes = new TaxRepository(dataSource);
  const changeTaxes = new ChangeTaxes(transactions, taxes, catalog.prices);
  const lists = new PriceListRepository(dataSource);
  const reprice = new Reprice(transactions, lists, new AskedPrices(), catalog.prices, clock);
  const changeLists = new ChangePriceLists(transactions, lists, catalog.prices, reprice, clock);
  catalog.onProductsWritten((tx, productIds) => reprice.products(tx, productIds));
  return {
    resolvers: [
      new TaxResolver(taxes, changeTaxes, catalog.productById),
      new PriceListResolver(lists, changeLists),
    ],
    reader: new PricingReadModel(),
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
