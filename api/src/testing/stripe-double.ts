import { createHmac, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What the double is asked to do. */
export type StripeOperation = 'create' | 'retrieve' | 'capture' | 'cancel' | 'refund';

/**
 * How a request goes wrong. `hang`: nothing is done and nothing answered; `fail`: nothing is done, status 500; `drop`: it
 * is done, and the connection breaks before the answer.
 */
export type StripeFault = 'hang' | 'fail' | 'drop';

interface Intent {
  readonly id: string;
  readonly object: 'payment_intent';
  readonly client_secret: string;
  readonly capture_method: string;
  readonly metadata: Readonly<Record<string, string>>;
  amount: number;
  currency: string;
  amount_received: number;
  status: string;
  last_payment_error: { message: string } | null;
}

interface Refund {
  readonly id: string;
  readonly object: 'refund';
  readonly payment_intent: string;
  readonly amount: number;
  readonly metadata: Readonly<Record<string, string>>;
  status: string;
  failure_reason?: string;
}

/** An event as Stripe would send it. */
export interface StripeEvent {
  readonly id: string;
  readonly object: 'event';
  readonly type: string;
  readonly data: { readonly object: object };
}

interface Answer {
  readonly status: number;
  readonly body: object;
}

interface Remembered extends Answer {
  readonly request: string;
}

/** Stripe's HTTP interface, as far as the shop uses it, on this machine and with whatever may go wrong. */
export class StripeDouble {
  readonly secretKey = 'sk_test_double';
  readonly publishableKey = 'pk_test_double';
  readonly webhookSecret = 'whsec_double';
  readonly intents = new Map<string, Intent>();
  readonly refunds = new Map<string, Refund>();
  /** What was told of every change, oldest first, whether it was sent or not. */
  readonly events: StripeEvent[] = [];
  /** Every request that arrived. */
  readonly requests: { readonly operation: StripeOperation; readonly key: string | undefined }[] =
    [];
  /** What new refunds become. */
  refundsBecome: 'succeeded' | 'pending' | 'failed' = 'succeeded';
  private readonly server: Server;
  private readonly answers = new Map<string, Remembered>();
  private readonly faults: { operation: StripeOperation; fault: StripeFault; times: number }[] = [];

  private constructor(server: Server) {
    this.server = server;
  }

  static async start(): Promise<StripeDouble> {
    const server = createServer();
    const double = new StripeDouble(server);
    server.on('request', (request, response) => void double.serve(request, response));
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    return double;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    this.server.close();
    await once(this.server, 'close');
  }

  /** Lets requests of a kind go wrong: so many times, or until told otherwise. */
  break(operation: StripeOperation, fault: StripeFault, times = Infinity): void {
    this.faults.push({ operation, fault, times });
  }

  /** Everything works again. */
  heal(): void {
    this.faults.length = 0;
  }

  /** The shopper enters a card in the provider's own form and confirms. */
  confirm(intentId: string, card: 'good' | 'declined' | 'challenged' = 'good'): void {
    const intent = this.intent(intentId);
    if (!['requires_payment_method', 'requires_action'].includes(intent.status)) return;
    if (card === 'declined') {
      intent.status = 'requires_payment_method';
      intent.last_payment_error = { message: 'Your card was declined.' };
      this.tell('payment_intent.payment_failed', intent);
    } else if (card === 'challenged') {
      intent.status = 'requires_action';
      this.tell('payment_intent.requires_action', intent);
    } else if (intent.capture_method === 'manual') {
      intent.status = 'requires_capture';
      this.tell('payment_intent.amount_capturable_updated', intent);
    } else {
      this.charge(intent, intent.amount);
    }
  }

  /** Staff take so much of what was promised, in the provider's own pages. */
  capture(intentId: string, amount: number): void {
    this.charge(this.intent(intentId), amount);
  }

  /** The intents of a checkout, oldest first. */
  intentsOf(checkoutId: string): Intent[] {
    const all = [...this.intents.values()];
    return all.filter(({ metadata }) => metadata['checkout_id'] === checkoutId);
  }

  /** The intents of a checkout that took or hold money. */
  chargesOf(checkoutId: string): Intent[] {
    return this.intentsOf(checkoutId).filter(
      ({ status }) => status === 'succeeded' || status === 'requires_capture',
    );
  }

  /** An event of a type about something, as if it had just happened. */
  eventOf(type: string, object: object): StripeEvent {
    return { id: `evt_${token()}`, object: 'event', type, data: { object: { ...object } } };
  }

  /** The body and the signature of an event that is sent at a time. */
  signed(event: StripeEvent, at = new Date(), secret = this.webhookSecret) {
    const body = JSON.stringify(event);
    const seconds = Math.floor(at.getTime() / 1_000);
    const signature = createHmac('sha256', secret).update(`${seconds}.${body}`).digest('hex');
    return { body, signature: `t=${seconds},v1=${signature}` };
  }

  /** Sends an event to the shop; answers the status. */
  async send(shopUrl: string, event: StripeEvent): Promise<number> {
    const { body, signature } = this.signed(event);
    const headers = { 'content-type': 'application/json', 'stripe-signature': signature };
    const answer = await fetch(`${shopUrl}/webhooks/stripe`, { method: 'POST', headers, body });
    await answer.arrayBuffer();
    return answer.status;
  }

  private async serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const body = Buffer.concat(chunks).toString();
    const path = request.url ?? '';
    const operation = operationOf(request.method ?? '', path);
    const key = headerOf(request, 'idempotency-key');
    if (!operation) {
      send(response, { status: 404, body: refusal('No such path.') });
      return;
    }
    this.requests.push({ operation, key });
    const fault = this.faultOf(operation);
    if (fault === 'hang') return;
    if (fault === 'fail') {
      send(response, { status: 500, body: failure });
      return;
    }
    const known = key === undefined ? undefined : this.answers.get(key);
    const signature = `${path} ${body}`;
    if (known && known.request !== signature) {
      send(response, { status: 400, body: keyReused });
      return;
    }
    const answer = known ?? this.carryOut(operation, path, new URLSearchParams(body));
    if (key !== undefined) this.answers.set(key, { ...answer, request: signature });
    if (fault === 'drop') {
      response.destroy();
      return;
    }
    send(response, answer, known !== undefined);
  }

  private carryOut(operation: StripeOperation, path: string, form: URLSearchParams): Answer {
    if (operation === 'create') return done(this.create(form));
    if (operation === 'refund') return this.refund(form);
    const intent = this.intents.get(path.split('/')[3] ?? '');
    if (!intent) return { status: 404, body: refusal('No such payment_intent.') };
    if (operation === 'capture') {
      if (intent.status !== 'requires_capture') {
        return { status: 400, body: refusal(`It is ${intent.status} and cannot be captured.`) };
      }
      this.charge(intent, Number(form.get('amount_to_capture') ?? intent.amount));
    }
    if (operation === 'cancel') {
      if (['succeeded', 'canceled', 'processing'].includes(intent.status)) {
        return { status: 400, body: refusal(`It is ${intent.status} and cannot be canceled.`) };
      }
      intent.status = 'canceled';
      this.tell('payment_intent.canceled', intent);
    }
    return done({ ...intent });
  }

  private create(form: URLSearchParams): Intent {
    const id = `pi_${token()}`;
    const intent: Intent = {
      id,
      object: 'payment_intent',
      amount: Number(form.get('amount')),
      amount_received: 0,
      currency: form.get('currency') ?? '',
      capture_method: form.get('capture_method') ?? 'automatic',
      client_secret: `${id}_secret_${token()}`,
      metadata: metadataOf(form),
      status: 'requires_payment_method',
      last_payment_error: null,
    };
    this.intents.set(id, intent);
    this.tell('payment_intent.created', intent);
    return { ...intent };
  }

  private refund(form: URLSearchParams): Answer {
    const intent = this.intents.get(form.get('payment_intent') ?? '');
    const amount = Number(form.get('amount'));
    const before = [...this.refunds.values()]
      .filter((refund) => refund.payment_intent === intent?.id && refund.status !== 'failed')
      .reduce((sum, refund) => sum + refund.amount, 0);
    if (!intent || before + amount > intent.amount_received) {
      return { status: 400, body: refusal('The refund is greater than what is left.') };
    }
    const refund: Refund = {
      id: `re_${token()}`,
      object: 'refund',
      payment_intent: intent.id,
      amount,
      metadata: metadataOf(form),
      status: this.refundsBecome,
      ...(this.refundsBecome === 'failed' && { failure_reason: 'expired_or_canceled_card' }),
    };
    this.refunds.set(refund.id, refund);
    this.tell('refund.created', refund);
    return done({ ...refund });
  }

  private charge(intent: Intent, amount: number): void {
    intent.status = 'succeeded';
    intent.amount_received = amount;
    this.tell('payment_intent.succeeded', intent);
  }

  private tell(type: string, object: object): void {
    this.events.push(this.eventOf(type, object));
  }

  private intent(id: string): Intent {
    const intent = this.intents.get(id);
    if (!intent) throw new Error(`There is no payment intent ${id}.`);
    return intent;
  }

  private faultOf(operation: StripeOperation): StripeFault | undefined {
    const found = this.faults.find((fault) => fault.operation === operation && fault.times > 0);
    if (found) found.times -= 1;
    return found?.fault;
  }
}

const failure = { error: { type: 'api_error', message: 'Something went wrong on our end.' } };
const keyReused = {
  error: { type: 'idempotency_error', message: 'The key was used with other parameters.' },
};

function refusal(message: string): object {
  return { error: { type: 'invalid_request_error', message } };
}

function done(body: object): Answer {
  return { status: 200, body };
}

function send(response: ServerResponse, { status, body }: Answer, isReplayed = false): void {
  response.writeHead(status, {
    'content-type': 'application/json',
    'request-id': `req_${token()}`,
    ...(isReplayed && { 'idempotent-replayed': 'true' }),
  });
  response.end(JSON.stringify(body));
}

function operationOf(method: string, path: string): StripeOperation | undefined {
  if (method === 'GET' && /^\/v1\/payment_intents\/\w+$/.test(path)) return 'retrieve';
  if (method !== 'POST') return undefined;
  if (path === '/v1/payment_intents') return 'create';
  if (path === '/v1/refunds') return 'refund';
  const step = /^\/v1\/payment_intents\/\w+\/(capture|cancel)$/.exec(path)?.[1];
  return step as 'capture' | 'cancel' | undefined;
}

function headerOf(request: IncomingMessage, name: string): string | undefined {
  const value = request.headers[name];
  return Array.isArray(value) ? value[0] : value;
}

function metadataOf(form: URLSearchParams): Record<string, string> {
  const entries = [...form].flatMap(([name, value]) => {
    const key = /^metadata\[(\w+)\]$/.exec(name)?.[1];
    return key ? [[key, value] as const] : [];
  });
  return Object.fromEntries(entries);
}

function token(): string {
  return randomBytes(12).toString('hex');
}
