import type { CatalogModule } from '../catalog';
import type { ModuleParts, Platform } from '../platform/module';
import { ChangeTaxes } from './commands/change-taxes';
import { TaxResolver } from './graphql/tax.resolver';
import { PricingReadModel } from './persistence/pricing.read-model';
import { TaxRepository } from './persistence/tax.repository';

/** Wires prices and taxes. */
export function createPricingModule(
  { dataSource, transactions }: Platform,
  { catalog }: { readonly catalog: Pick<CatalogModule, 'reader' | 'productById'> },
) {
  const taxes = new TaxRepository(dataSource);
  const changeTaxes = new ChangeTaxes(transactions, taxes, catalog.reader);
  return {
    resolvers: [new TaxResolver(taxes, changeTaxes, catalog.productById)],
    reader: new PricingReadModel(),
    taxes: changeTaxes,
  } satisfies ModuleParts & Record<string, unknown>;
}
