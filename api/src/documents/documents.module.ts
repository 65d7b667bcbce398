import type { OrderLoaders } from '../orders';
import type { PaymentKeeper } from '../payments';
import type { ModuleParts, Platform } from '../platform/module';
import type { ShopSettingsReader } from '../shop';
import { DocumentLinks } from './document-links';
import { registerDocuments } from './document-routes';
import { OrderDocumentsResolver } from './graphql/order-documents.resolver';
import { OrderPapers } from './order-papers';

export interface DocumentDependencies {
  readonly orders: OrderLoaders;
  readonly payments: PaymentKeeper;
  readonly settings: ShopSettingsReader;
  readonly publicUrl: string;
  /** The server's secret, which signs the addresses. */
  readonly secret: string;
}

/** Wires invoices and packing slips. */
export function createDocumentsModule(
  { clock }: Platform,
  { orders, payments, settings, publicUrl, secret }: DocumentDependencies,
): ModuleParts {
  const links = new DocumentLinks(secret, publicUrl, clock);
  const papers = new OrderPapers(orders, payments, settings);
  return {
    resolvers: [new OrderDocumentsResolver(links)],
    routes: (app) => registerDocuments(app, links, (request) => papers.print(request)),
  };
}
