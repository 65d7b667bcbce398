import type { CatalogReader } from '../catalog';
import type { PlaceQuote } from '../checkout';
import type { CustomerRepository } from '../customers';
import type { OrderLoaders } from '../orders';
import type { ModuleParts, Platform } from '../platform/module';
import type { PricingReader } from '../pricing';
import type { ShippingReader } from '../shipping';
import type { ShopSettingsReader } from '../shop';
import { CompleteDraft } from './commands/complete-draft';
import { EditDrafts } from './commands/edit-drafts';
import { DraftPricing } from './draft-pricing';
import { DraftResolver } from './graphql/draft.resolver';
import { DraftFieldsResolver } from './graphql/draft-fields.resolver';
import { DraftRepository } from './persistence/draft.repository';

export interface DraftDependencies {
  readonly catalog: CatalogReader;
  readonly pricing: PricingReader;
  readonly shipping: ShippingReader;
  readonly settings: ShopSettingsReader;
  readonly customers: Pick<CustomerRepository, 'byId'>;
  readonly place: PlaceQuote;
  readonly orders: OrderLoaders;
}

/** Wires orders that staff prepare. */
export function createDraftsModule(
  { dataSource, transactions, clock }: Platform,
  { catalog, pricing, shipping, settings, customers, place, orders }: DraftDependencies,
): ModuleParts {
  const drafts = new DraftRepository(dataSource);
  const prices = new DraftPricing(dataSource, catalog, pricing, shipping);
  const edit = new EditDrafts(transactions, drafts, catalog, settings, clock);
  const finish = new CompleteDraft(transactions, drafts, prices, place, settings, clock);
  return {
    resolvers: [
      new DraftResolver(drafts, edit, finish, orders),
      new DraftFieldsResolver(prices, orders, customers),
    ],
  };
}
