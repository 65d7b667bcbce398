import type { CartReader, CartRepository } from '../cart';
import type { ProductVariationType } from '../catalog';
import type { StockKeeper } from '../inventory';
import type { OrderLoaders, PlaceOrder } from '../orders';
import type { PaymentKeeper, TakeAnswer } from '../payments';
import type { LoaderFactory } from '../platform/graphql/loader-scope';
import type { ModuleParts, Platform } from '../platform/module';
import type { PricingReader } from '../pricing';
import type { ShippingReader } from '../shipping';
import type { ShopSettingsReader } from '../shop';
import { type CheckoutHold, CheckoutHolds } from './checkout-hold';
import { CheckoutReader } from './checkout-reader';
import { BeginPayment } from './commands/begin-payment';
import { ChangeGiftCards } from './commands/change-gift-cards';
import { CompleteCheckout } from './commands/complete-checkout';
import { EditCheckout } from './commands/edit-checkout';
import { EnterDetails } from './commands/enter-details';
import { GiveUpPayment } from './commands/give-up-payment';
import { LatePayment } from './commands/late-payment';
import { LockCheckout } from './commands/lock-checkout';
import { PayCheckout } from './commands/pay-checkout';
import { PlaceQuote } from './commands/place-quote';
import { SettlePayment } from './commands/settle-payment';
import { type MarketingAnswers, UpdateCheckout } from './commands/update-checkout';
import type { CheckoutGiftCards } from './gift-cards-port';
import { CheckoutResolver } from './graphql/checkout.resolver';
import {
  CheckoutFieldsResolver,
  CheckoutLineFieldsResolver,
  CheckoutLinePartFieldsResolver,
} from './graphql/checkout-fields.resolver';
import { CheckoutGiftCardsResolver } from './graphql/checkout-gift-cards.resolver';
import { CheckoutPaymentsResolver } from './graphql/checkout-payments.resolver';
import { CheckoutPricesResolver } from './graphql/checkout-prices.resolver';
import { CartDeliveryResolver, CheckoutDeliveryResolver } from './graphql/delivery-fields.resolver';
import { expireCheckouts, settleStuckPayments } from './jobs/checkout-jobs';
import { CheckoutRepository } from './persistence/checkout.repository';
import { StockHold } from './stock-hold';

export interface CheckoutDependencies {
  readonly carts: { readonly repository: CartRepository; readonly reader: CartReader };
  readonly stock: StockKeeper;
  /** What else a locked checkout keeps for itself, in the order in which it is taken after the stock. */
  readonly holds: readonly CheckoutHold[];
  readonly giftCards: CheckoutGiftCards;
  readonly shipping: ShippingReader;
  readonly pricing: PricingReader;
  readonly payments: PaymentKeeper;
  /** Tells what becomes of payments. */
  readonly paymentAnswers: TakeAnswer;
  readonly orders: { readonly place: PlaceOrder; readonly loaders: OrderLoaders };
  readonly settings: ShopSettingsReader;
  readonly marketing: MarketingAnswers;
  readonly variationById: LoaderFactory<string, ProductVariationType | undefined>;
}

/** Wires the way from a cart to an order. */
export function createCheckoutModule(
  { dataSource, transactions, clock }: Platform,
  dependencies: CheckoutDependencies,
): ModuleParts & { readonly placeQuote: PlaceQuote } {
  const { carts, stock, giftCards, shipping, pricing, orders, settings, variationById } =
    dependencies;
  const { payments, paymentAnswers } = dependencies;
  const holds = new CheckoutHolds([new StockHold(stock), ...dependencies.holds]);
  const checkouts = new CheckoutRepository(dataSource);
  const reader = new CheckoutReader(checkouts, carts.reader, shipping, pricing, giftCards);
  const edit = new EditCheckout(transactions, checkouts, carts, holds, settings, clock);
  const details = new EnterDetails(checkouts, edit, carts.reader, shipping, pricing, clock);
  const update = new UpdateCheckout(details, dependencies.marketing);
  const lock = new LockCheckout(
    transactions,
    checkouts,
    carts.reader,
    holds,
    { shipping, pricing, giftCards },
    clock,
  );
  const parts = { holds, payments, place: orders.place, carts: carts.repository };
  const completion = new CompleteCheckout(checkouts, parts, clock);
  const late = new LatePayment(transactions, checkouts, holds, payments, completion, clock);
  const settle = new SettlePayment(transactions, checkouts, payments, completion, late, settings);
  const giveUp = new GiveUpPayment(transactions, checkouts, payments, settle, holds, clock);
  const beginning = new BeginPayment(checkouts, lock, payments, clock);
  const pay = new PayCheckout(transactions, checkouts, beginning, settle);
  const system = { actor: { kind: 'system' }, requestId: undefined } as const;
  paymentAnswers.listen({
    onUnkept: async ({ id, checkoutId }, outcome) => {
      if (checkoutId) await settle.take({ id, checkoutId }, outcome, system);
    },
  });
  return {
    placeQuote: new PlaceQuote(checkouts, holds, payments, completion, clock),
    resolvers: [
      new CheckoutResolver(reader, edit, update, lock),
      new CheckoutPaymentsResolver(reader, pay, settle, giveUp, orders.loaders),
      new CheckoutGiftCardsResolver(reader, new ChangeGiftCards(edit, giftCards)),
      new CheckoutFieldsResolver(orders.loaders),
      new CheckoutLineFieldsResolver(variationById),
      new CheckoutLinePartFieldsResolver(variationById),
      new CheckoutDeliveryResolver(reader),
      new CheckoutPricesResolver(),
      new CartDeliveryResolver(reader),
    ],
    jobs: [
      expireCheckouts(checkouts, edit, clock),
      settleStuckPayments(checkouts, settle, giveUp, clock),
    ],
  };
}
