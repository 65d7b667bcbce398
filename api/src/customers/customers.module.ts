import type { ModuleParts, Platform } from '../platform/module';
import { ChangeGroups } from './commands/change-groups';
import { CustomerResolver } from './graphql/customer.resolver';
import { CustomerGroupResolver } from './graphql/customer-group.resolver';
import { CustomerListResolver } from './graphql/customer-list.resolver';
import { CustomerRepository } from './persistence/customer.repository';
import { CustomerGroupRepository } from './persistence/customer-group.repository';
import { CustomerListReadModel } from './persistence/customer-list.read-model';

/** Wires customers. */
export function createCustomersModule({ dataSource, transactions }: Platform): ModuleParts & {
  readonly customers: CustomerRepository;
  readonly groups: CustomerGroupRepository;
} {
  const customers = new CustomerRepository(dataSource);
  const groups = new CustomerGroupRepository(dataSource);
  return {
    resolvers: [
      new CustomerResolver(customers),
      new CustomerListResolver(new CustomerListReadModel(dataSource)),
      new CustomerGroupResolver(groups, new ChangeGroups(transactions, groups)),
    ],
    customers,
    groups,
  };
}
