import { Field, FieldResolver, ObjectType, Resolver } from 'type-graphql';

import { Shared } from '../../platform/graphql/caching';
import { ShopType } from '../../shop';
import type { PaymentProvider } from '../payment-provider';

@Shared()
@ObjectType('PaymentMethod', { description: 'A way to pay.' })
export class PaymentMethodType {
  @Field(() => String, { description: "The provider's code, to be sent to checkoutPay." })
  code: string;

  @Field(() => String, { description: 'Name for shoppers.' })
  name: string;

  @Field(() => String, { description: 'How it works.' })
  description: string;
}

@Resolver(() => ShopType)
export class ShopPaymentsResolver {
  constructor(private readonly providers: readonly PaymentProvider[]) {}

  @FieldResolver(() => [PaymentMethodType], { description: 'Ways to pay.' })
  paymentMethods(): PaymentMethodType[] {
    return this.providers.map(({ code, name, description }) =>
      Object.assign(new PaymentMethodType(), { code, name, description }),
    );
  }
}
