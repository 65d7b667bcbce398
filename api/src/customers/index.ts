export { createCustomersModule } from './customers.module';
export { CustomerEntity } from './persistence/customer.entity';
export type { CustomerRepository } from './persistence/customer.repository';
export type { CustomerGroupRepository } from './persistence/customer-group.repository';
export { CustomerType, toCustomerType } from './graphql/customer.type';
