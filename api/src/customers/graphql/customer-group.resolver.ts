import { Arg, Mutation, Query, Resolver } from 'type-graphql';

import { ForStaff } from '../../platform/graphql/access';
import { answer } from '../../platform/graphql/payload';
import {
  type ChangeGroups,
  customerGroupAssignInput,
  customerGroupSetInput,
} from '../commands/change-groups';
import type { CustomerGroupRepository } from '../persistence/customer-group.repository';
import {
  CustomerGroupAssignInput,
  CustomerGroupAssignPayload,
  CustomerGroupSetInput,
  CustomerGroupSetPayload,
  CustomerGroupType,
} from './customer-group.types';

@Resolver()
export class CustomerGroupResolver {
  constructor(
    private readonly groups: CustomerGroupRepository,
    private readonly change: ChangeGroups,
  ) {}

  @ForStaff('PRICING_WRITE')
  @Query(() => [CustomerGroupType], { description: 'The groups of customers, by code; a handful.' })
  async customerGroups(): Promise<CustomerGroupType[]> {
    const groups = await this.groups.list();
    return groups.map((group) => Object.assign(new CustomerGroupType(), group));
  }

  @ForStaff('PRICING_WRITE')
  @Mutation(() => CustomerGroupSetPayload, { description: 'Makes or renames a group.' })
  customerGroupSet(
    @Arg('input', () => CustomerGroupSetInput, { description: 'The group.' })
    input: CustomerGroupSetInput,
  ): Promise<CustomerGroupSetPayload> {
    return answer(
      CustomerGroupSetPayload,
      customerGroupSetInput,
      input,
      (valid) => this.change.set(valid),
      async (payload) => {
        payload.customerGroups = await this.customerGroups();
      },
    );
  }

  @ForStaff('PRICING_WRITE')
  @Mutation(() => CustomerGroupAssignPayload, {
    description: 'Puts customers into a group, or into none; all of them or nobody.',
  })
  customerGroupAssign(
    @Arg('input', () => CustomerGroupAssignInput, { description: 'Who, and where to.' })
    input: CustomerGroupAssignInput,
  ): Promise<CustomerGroupAssignPayload> {
    return answer(
      CustomerGroupAssignPayload,
      customerGroupAssignInput,
      input,
      (valid) => this.change.assign(valid),
      async (payload) => {
        payload.customerGroups = await this.customerGroups();
      },
    );
  }
}
