export { createCustomersModule } from './customers.module';
export { CustomerEntity } from './persistence/customer.entity';
export type { CustomerRepository } from './persistence/customer.repository';
export { CustomerType, toCustomerType } from './graphql/customer.type';
