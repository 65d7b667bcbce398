import { granted } from './buyer.ts';
import { type Call, CallFailed, type GraphqlEndpoint } from './graphql-endpoint.ts';
import type { Money } from './money.ts';

/** An order as staff read it. */
export interface StaffOrder {
  readonly id: string;
  readonly status: string;
  readonly paymentStatus: string;
  readonly cost: { readonly total: Money };
  readonly balance: { readonly captured: Money; readonly refunded: Money };
  readonly shippingAddress: { readonly line2: string | null };
  readonly lines: readonly { readonly quantity: number; readonly cancelledQuantity: number }[];
}

/** A line of an order, as staff read it before they take some of it back. */
export interface StaffOrderLine {
  readonly id: string;
  readonly sku: string;
  readonly quantity: number;
  readonly cancelledQuantity: number;
  readonly cost: { readonly total: Money };
}

/** Units of a line. */
export interface LineUnits {
  readonly lineId: string;
  readonly quantity: number;
}

/** Units that one kind of stock movement moved; sales are negative. */
export interface LedgerEntry {
  readonly kind: string;
  readonly units: number;
}

/** A period by the shop's clock: from inclusive, to exclusive. */
export interface Period {
  readonly from: string;
  readonly to: string;
}

interface Login {
  readonly email: string;
  readonly password: string;
}
interface SessionPayload {
  readonly session: { readonly accessToken: string; readonly accessTokenExpiresAt: string } | null;
  readonly userErrors: readonly { readonly code: string; readonly message: string }[];
}

const renewBeforeMs = 60_000;
const errors = 'userErrors { code message }';

/** A member of staff at the admin endpoint. */
export class Staff {
  private readonly admin: GraphqlEndpoint;
  private readonly login: Login;
  private readonly run: string;
  private session: { token: Promise<string>; renewAt: number } | undefined;

  constructor(admin: GraphqlEndpoint, login: Login, run: string) {
    this.admin = admin;
    this.login = login;
    this.run = run;
  }

  /** Signs in now, so that a wrong password is told before anything is bought. */
  async signIn(): Promise<void> {
    await this.token();
  }

  /** Records that the money for an order has arrived. */
  async markPaid(orderId: string, invoiceNumber: string): Promise<void> {
    const data = await this.send<{ orderMarkPaid: Pick<SessionPayload, 'userErrors'> }>({
      step: 'orderMarkPaid',
      query: `mutation OrderMarkPaid($input: OrderMarkPaidInput!) { orderMarkPaid(input: $input) {
        ${errors} } }`,
      variables: {
        input: { orderId, idempotencyKey: `replay:${this.run}:${invoiceNumber}:paid` },
      },
    });
    granted('orderMarkPaid', data.orderMarkPaid);
  }

  /** Cancels a whole order. */
  async cancel(orderId: string, cancellationNumber: string): Promise<void> {
    const data = await this.send<{ orderCancel: Pick<SessionPayload, 'userErrors'> }>({
      step: 'orderCancel',
      query: `mutation OrderCancel($input: OrderCancelInput!) { orderCancel(input: $input) {
        ${errors} } }`,
      variables: {
        input: {
          orderId,
          reason: `Cancelled by invoice ${cancellationNumber}.`,
          idempotencyKey: `replay:${this.run}:${cancellationNumber}:cancel`,
        },
      },
    });
    granted('orderCancel', data.orderCancel);
  }

  /** The lines of an order. */
  async linesOf(orderId: string): Promise<readonly StaffOrderLine[]> {
    const { order } = await this.send<{ order: { lines: readonly StaffOrderLine[] } | null }>({
      step: 'order',
      query: `query Order($id: ID!) { order(id: $id) {
        lines { id sku quantity cancelledQuantity cost { total { amount currencyCode } } } } }`,
      variables: { id: orderId },
    });
    return order?.lines ?? [];
  }

  /** Cancels some units of an order. */
  async cancelLines(
    orderId: string,
    lines: readonly LineUnits[],
    cancellationNumber: string,
  ): Promise<void> {
    const data = await this.send<{ orderLinesCancel: Pick<SessionPayload, 'userErrors'> }>({
      step: 'orderLinesCancel',
      query: `mutation OrderLinesCancel($input: OrderLinesCancelInput!) {
        orderLinesCancel(input: $input) { ${errors} } }`,
      variables: {
        input: {
          orderId,
          lines,
          reason: `Cancelled in part by invoice ${cancellationNumber}.`,
          idempotencyKey: `replay:${this.run}:${cancellationNumber}:cancel`,
        },
      },
    });
    granted('orderLinesCancel', data.orderLinesCancel);
  }

  /** All orders placed in a period. */
  async orders({ from, to }: Period): Promise<StaffOrder[]> {
    const found: StaffOrder[] = [];
    for (let after: string | null = null; ;) {
      const { orders }: OrdersAnswer = await this.send<OrdersAnswer>({
        step: 'orders',
        query: `query Orders($after: String, $where: OrderWhere) {
          orders(first: 100, after: $after, where: $where) {
            nodes { id status paymentStatus cost { total { amount currencyCode } }
              balance { captured { amount currencyCode } refunded { amount currencyCode } }
              shippingAddress { line2 } lines { quantity cancelledQuantity } }
            pageInfo { hasNextPage endCursor } } }`,
        variables: { after, where: { placedFrom: from, placedTo: to } },
      });
      found.push(...orders.nodes);
      if (!orders.pageInfo.hasNextPage) return found;
      after = orders.pageInfo.endCursor;
    }
  }

  /** What the stock ledger says of a period. */
  async ledger({ from, to }: Period): Promise<readonly LedgerEntry[]> {
    const data = await this.send<{ stockLedger: readonly LedgerEntry[] }>({
      step: 'stockLedger',
      query: `query StockLedger($from: DateTime, $to: DateTime) {
        stockLedger(from: $from, to: $to) { kind units } }`,
      variables: { from, to },
    });
    return data.stockLedger;
  }

  private async send<T>(call: Call): Promise<T> {
    const headers = { authorization: `Bearer ${await this.token()}` };
    return (await this.admin.send<T>({ ...call, headers })).data;
  }

  /** Access tokens live for minutes and a run may take longer; parallel callers share one sign-in. */
  private token(): Promise<string> {
    if (!this.session || Date.now() > this.session.renewAt) {
      const session = { token: Promise.resolve(''), renewAt: Infinity };
      session.token = this.newSession().then(({ accessToken, accessTokenExpiresAt }) => {
        session.renewAt = new Date(accessTokenExpiresAt).getTime() - renewBeforeMs;
        return accessToken;
      });
      this.session = session;
      session.token.catch(() => (this.session = undefined));
    }
    return this.session.token;
  }

  private async newSession(): Promise<NonNullable<SessionPayload['session']>> {
    const { data } = await this.admin.send<{ staffSessionCreate: SessionPayload }>({
      step: 'staffSessionCreate',
      query: `mutation StaffSessionCreate($input: SessionCreateInput!) {
        staffSessionCreate(input: $input) { session { accessToken accessTokenExpiresAt } ${errors} } }`,
      variables: { input: this.login },
    });
    const { session } = granted('staffSessionCreate', data.staffSessionCreate);
    if (session) return session;
    throw new CallFailed('staffSessionCreate', 'UNKNOWN', 'no session came back');
  }
}

interface OrdersAnswer {
  readonly orders: {
    readonly nodes: readonly StaffOrder[];
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  };
}
