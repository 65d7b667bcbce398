import type { OfferedVariation, ShopFacts } from './catalogue.ts';
import { townIn } from './countries.ts';
import { CallFailed, type GraphqlEndpoint } from './graphql-endpoint.ts';
import { minorOf, type Money } from './money.ts';
import type { PlannedOrder } from './plan.ts';

/** An order as its buyer knows it; the amounts are the buyer's own sums. */
export interface PlacedOrder {
  readonly id: string;
  readonly invoiceNumber: string;
  readonly units: number;
  readonly totalMinor: bigint;
}

/** The shop said no, for a reason that is part of its contract. */
export class Refused extends Error {
  override readonly name = 'Refused';
}

interface UserError {
  readonly code: string;
  readonly message: string;
}
interface Payload {
  readonly userErrors: readonly UserError[];
}
interface CartState {
  readonly version: number;
  readonly totalQuantity: number;
}
interface Cost {
  readonly discounts: Money;
  readonly shipping: Money;
  readonly tax: Money;
  readonly total: Money;
}
interface Line {
  readonly variationId: string;
  readonly quantity: number;
}

const linesPerCall = 100;
const errors = 'userErrors { code message }';

/** A buyer without an account, who has nothing but the public endpoint. */
export class Buyer {
  private readonly shop: GraphqlEndpoint;
  private readonly facts: ShopFacts;
  private readonly catalogue: ReadonlyMap<string, OfferedVariation>;
  private readonly run: string;

  constructor(
    shop: GraphqlEndpoint,
    facts: ShopFacts,
    catalogue: ReadonlyMap<string, OfferedVariation>,
    run: string,
  ) {
    this.shop = shop;
    this.facts = facts;
    this.catalogue = catalogue;
    this.run = run;
  }

  /** Buys everything on an invoice. Throws `Refused` when the shop does not want to. */
  async buy(order: PlannedOrder): Promise<PlacedOrder> {
    const lines = [...order.units].map(([sku, quantity]) => ({ ...this.offer(sku), quantity }));
    const units = lines.reduce((sum, { quantity }) => sum + quantity, 0);
    const subtotal = lines.reduce(
      (sum, { priceMinor, quantity }) => sum + priceMinor * BigInt(quantity),
      0n,
    );
    const { headers, cart } = await this.openCart();
    await this.fillCart(
      headers,
      cart,
      lines.map(({ id, quantity }) => ({ variationId: id, quantity })),
    );
    const checkoutId = await this.startCheckout(headers);
    const cost = await this.fillInCheckout(headers, checkoutId, order);
    const id = await this.pay(headers, checkoutId, order, cost);
    const totalMinor = subtotal + this.extras(cost);
    return { id, invoiceNumber: order.invoiceNumber, units, totalMinor };
  }

  private offer(sku: string): OfferedVariation {
    const found = this.catalogue.get(sku);
    if (!found) throw new RangeError(`${sku} was planned but is not in the catalogue.`);
    return found;
  }

  /** What a total has beside its lines; the shop alone knows it, so it is taken from the quote. */
  private extras({ discounts, shipping, tax }: Cost): bigint {
    const added = this.facts.pricesIncludeTax ? 0n : minorOf(tax);
    return minorOf(shipping) - minorOf(discounts) + added;
  }

  private async openCart(): Promise<{ headers: Record<string, string>; cart: CartState }> {
    const { data } = await this.shop.send<{
      cartCreate: Payload & { cart: CartState | null; cartToken: string | null };
    }>({
      step: 'cartCreate',
      query: `mutation CartCreate { cartCreate(input: {}) {
        cart { version totalQuantity } cartToken ${errors} } }`,
    });
    const { cart, cartToken } = granted('cartCreate', data.cartCreate);
    if (!cart || !cartToken) throw new CallFailed('cartCreate', 'UNKNOWN', 'no cart came back');
    return { headers: { 'cart-token': cartToken }, cart };
  }

  private async fillCart(
    headers: Record<string, string>,
    cart: CartState,
    lines: readonly Line[],
  ): Promise<void> {
    let { version, totalQuantity } = cart;
    for (let start = 0; start < lines.length; start += linesPerCall) {
      const batch = lines.slice(start, start + linesPerCall);
      const wanted = totalQuantity + batch.reduce((sum, { quantity }) => sum + quantity, 0);
      const now = await this.addLines(headers, batch, version, wanted);
      ({ version, totalQuantity } = now);
    }
  }

  /**
   * Adding is not idempotent, so each call names the version it adds to: when a lost answer makes us send it again,
   * the second one conflicts instead of doubling the lines, and the cart tells whether the first one arrived.
   */
  private async addLines(
    headers: Record<string, string>,
    lines: readonly Line[],
    expectedVersion: number,
    wantedQuantity: number,
  ): Promise<CartState> {
    const { data, wasRepeated } = await this.shop.send<{
      cartLinesAdd: Payload & { cart: CartState | null };
    }>({
      step: 'cartLinesAdd',
      query: `mutation CartLinesAdd($input: CartLinesAddInput!) { cartLinesAdd(input: $input) {
        cart { version totalQuantity } ${errors} } }`,
      variables: { input: { lines, expectedVersion } },
      headers,
    });
    const { cart, userErrors } = data.cartLinesAdd;
    if (wasRepeated && userErrors[0]?.code === 'VERSION_CONFLICT') {
      const now = await this.readCart(headers);
      if (now?.totalQuantity === wantedQuantity) return now;
    }
    granted('cartLinesAdd', data.cartLinesAdd);
    if (!cart) throw new CallFailed('cartLinesAdd', 'UNKNOWN', 'no cart came back');
    return cart;
  }

  private async readCart(headers: Record<string, string>): Promise<CartState | null> {
    const { data } = await this.shop.send<{ cart: CartState | null }>({
      step: 'cart',
      query: 'query Cart { cart { version totalQuantity } }',
      headers,
    });
    return data.cart;
  }

  private async startCheckout(headers: Record<string, string>): Promise<string> {
    const { data } = await this.shop.send<{
      checkoutStart: Payload & { checkout: { id: string } | null };
    }>({
      step: 'checkoutStart',
      query: `mutation CheckoutStart { checkoutStart(input: {}) { checkout { id } ${errors} } }`,
      headers,
    });
    const { checkout } = granted('checkoutStart', data.checkoutStart);
    if (!checkout) throw new CallFailed('checkoutStart', 'UNKNOWN', 'no checkout came back');
    return checkout.id;
  }

  private async fillInCheckout(
    headers: Record<string, string>,
    checkoutId: string,
    { invoiceNumber, customerId, country }: PlannedOrder,
  ): Promise<Cost> {
    const { data } = await this.shop.send<{
      checkoutUpdate: Payload & { checkout: { cost: Cost } | null };
    }>({
      step: 'checkoutUpdate',
      query: `mutation CheckoutUpdate($input: CheckoutUpdateInput!) { checkoutUpdate(input: $input) {
        checkout { cost { ...Amount } } ${errors} } }
        fragment Amount on Cost { discounts { amount currencyCode } shipping { amount currencyCode }
          tax { amount currencyCode } total { amount currencyCode } }`,
      variables: {
        input: {
          checkoutId,
          email: `${customerId ? `customer-${customerId}` : `guest-${invoiceNumber}`}@example.com`,
          shippingAddress: {
            name: customerId ? `Customer ${customerId}` : `Guest ${invoiceNumber}`,
            line1: '1 Market Street',
            line2: addressMark(this.run, invoiceNumber),
            ...townIn(country),
          },
          shippingMethodCode: this.facts.shippingMethodCode,
        },
      },
      headers,
    });
    const { checkout } = granted('checkoutUpdate', data.checkoutUpdate);
    if (!checkout) throw new CallFailed('checkoutUpdate', 'UNKNOWN', 'no checkout came back');
    return checkout.cost;
  }

  private async pay(
    headers: Record<string, string>,
    checkoutId: string,
    { invoiceNumber }: PlannedOrder,
    { total }: Cost,
  ): Promise<string> {
    const { data } = await this.shop.send<{
      checkoutPay: Payload & { order: { id: string } | null };
    }>({
      step: 'checkoutPay',
      query: `mutation CheckoutPay($input: CheckoutPayInput!) { checkoutPay(input: $input) {
        order { id } ${errors} } }`,
      variables: {
        input: {
          checkoutId,
          paymentMethodCode: 'manual',
          expectedTotal: { amount: total.amount, currencyCode: total.currencyCode },
          idempotencyKey: `replay:${this.run}:${invoiceNumber}:pay`,
        },
      },
      headers,
    });
    const { order } = granted('checkoutPay', data.checkoutPay);
    if (!order) throw new CallFailed('checkoutPay', 'UNKNOWN', 'no order came back');
    return order.id;
  }
}

/** A line of the address that says which run and invoice an order comes from, so that staff can tell them apart. */
export function addressMark(run: string, invoiceNumber: string): string {
  return `Replay ${run}, invoice ${invoiceNumber}`;
}

/** The payload, or `Refused` with what the shop has against it. */
export function granted<T extends Payload>(step: string, payload: T): T {
  const [error] = payload.userErrors;
  if (error) throw new Refused(`${step}: ${error.code}: ${error.message}`);
  return payload;
}
