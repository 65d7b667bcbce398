import type { ModuleParts, Platform } from '../platform/module';
import { CustomerResolver } from './graphql/customer.resolver';
import { CustomerRepository } from './persistence/customer.repository';

/** Wires customers. */
export function createCustomersModule(
  platform: Platform,
): ModuleParts & { readonly customers: CustomerRepository } {
  const customers = new CustomerRepository(platform.dataSource);
  return { resolvers: [new CustomerResolver(customers)], customers };
}
