import { Ctx, Query, Resolver } from 'type-graphql';

import { Public } from '../../platform/graphql/access';
import type { RequestContext } from '../../platform/graphql/request-context';
import type { CustomerRepository } from '../persistence/customer.repository';
import { CustomerType, toCustomerType } from './customer.type';

@Resolver(() => CustomerType)
export class CustomerResolver {
  constructor(private readonly customers: CustomerRepository) {}

  @Public()
  @Query(() => CustomerType, {
    nullable: true,
    description: 'The signed-in customer; null for anybody else.',
  })
  async me(@Ctx() context: RequestContext): Promise<CustomerType | undefined> {
    const { viewer } = context;
    if (viewer.kind !== 'customer') return undefined;
    const customer = await context.loaders.get(this.customers.byId).load(viewer.customerId);
    return customer && toCustomerType(customer);
  }
}
