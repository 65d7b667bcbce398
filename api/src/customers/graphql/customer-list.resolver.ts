import { Args, Query, Resolver } from 'type-graphql';

import { isId } from '../../kernel/ids';
import { ForStaff } from '../../platform/graphql/access';
import { AppError } from '../../platform/graphql/app-error';
import {
  type ConnectionShape,
  toConnection,
  toPageRequest,
} from '../../platform/graphql/connection';
import type { CustomerListReadModel } from '../persistence/customer-list.read-model';
import {
  CustomerListArgs,
  CustomerSummaryConnection,
  type CustomerSummaryType,
  toCustomerSummary,
} from './customer-list.types';

@Resolver()
export class CustomerListResolver {
  constructor(private readonly list: CustomerListReadModel) {}

  @ForStaff('ORDERS_WRITE')
  @Query(() => CustomerSummaryConnection, {
    description: 'The customers of the shop, newest first, for staff who prepare orders for them.',
  })
  async customers(
    @Args(() => CustomerListArgs) args: CustomerListArgs,
  ): Promise<ConnectionShape<CustomerSummaryType>> {
    const request = toPageRequest(args);
    if (request.position && !isId(String(request.position[0]))) {
      throw new AppError('BAD_USER_INPUT', 'This cursor belongs to another list.');
    }
    const query = args.query ?? '';
    const page = await this.list.page(query, request);
    return toConnection(page, toCustomerSummary, () => this.list.count(query));
  }
}
