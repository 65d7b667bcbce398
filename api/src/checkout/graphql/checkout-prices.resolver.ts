import { FieldResolver, Resolver, Root } from 'type-graphql';

import { PriceExplanationType, toPriceExplanationType } from '../../pricing';
import { CheckoutType } from './checkout.type';

@Resolver(() => CheckoutType)
export class CheckoutPricesResolver {
  @FieldResolver(() => PriceExplanationType, {
    description: 'How its prices came about; frozen once locked, like the prices.',
  })
  priceExplanation(@Root() { view }: CheckoutType): PriceExplanationType {
    return toPriceExplanationType(view.quote.explanation, view.checkout.currencyCode);
  }
}
