import type { z } from 'zod';

import { freezeQuote, isDelivered, type PlaceQuote, type Quote } from '../../checkout';
import type { Clock } from '../../kernel/clock';
import { fromDecimal, money } from '../../kernel/money';
import { accepted, type Refusal, refused, type Result } from '../../kernel/result';
import { once } from '../../platform/database/idempotency';
import type { Transaction, TransactionRunner } from '../../platform/database/transaction';
import type { ShopSettingsReader } from '../../shop';
import { type DraftPricing, draftProblems, type DraftQuote } from '../draft-pricing';
import type { DraftRecord, DraftRepository } from '../persistence/draft.repository';
import type { draftCompleteInput } from './draft-inputs';
import { type DraftOrigin, openDraft } from './edit-drafts';

type CompleteInput = z.output<typeof draftCompleteInput>;

/** Places drafts as orders that are still to be paid. */
export class CompleteDraft {
  constructor(
    private readonly transactions: TransactionRunner,
    private readonly drafts: DraftRepository,
    private readonly pricing: DraftPricing,
    private readonly place: PlaceQuote,
    private readonly settings: ShopSettingsReader,
    private readonly clock: Clock,
  ) {}

  /** Returns the draft's id. A repeat finds the order placed and returns it again. */
  async run(
    { idempotencyKey, ...input }: CompleteInput,
    origin: DraftOrigin,
  ): Promise<Result<string>> {
    const { draftOrderId, expectedVersion } = input;
    const { orderPrefix } = await this.settings.read();
    const claim = {
      operation: 'draftOrderComplete',
      owner: draftOrderId,
      key: idempotencyKey,
      input,
      outcome: draftOrderId,
    };
    return this.transactions.run((tx) =>
      once(tx, claim, async () => {
        const found = await openDraft(tx, this.drafts, draftOrderId, expectedVersion);
        if (!found.ok) return found;
        return this.complete(tx, found.value, input, { origin, orderPrefix });
      }),
    );
  }

  private async complete(
    tx: Transaction,
    draft: DraftRecord,
    { expectedTotal }: Pick<CompleteInput, 'expectedTotal'>,
    { origin, orderPrefix }: { readonly origin: DraftOrigin; readonly orderPrefix: string },
  ): Promise<Result<string>> {
    const [quote] = await this.pricing.quotes([draft], tx.manager);
    if (!quote) throw new Error('A draft that is priced has a quote.');
    const missing = missingFrom(draft, quote);
    if (missing.length > 0) return refused(...missing);
    const changed = totalChanged(quote, draft.currencyCode, expectedTotal);
    if (changed) return refused(changed);
    const { email, shippingAddress, customerId, shippingMethodCode, currencyCode } = draft;
    if (!email || !shippingAddress) throw new Error('A complete draft has both addresses.');
    const sale = { customerId, email, shippingAddress, shippingMethodCode, currencyCode, quote };
    const { actor, requestId } = origin;
    const placed = await this.place.run(tx, sale, { orderPrefix }, { actor, requestId });
    if (!placed.ok) return placed;
    await this.drafts.put(tx, {
      ...draft,
      version: draft.version + 1,
      status: 'COMPLETED',
      quote: freezeQuote(quote),
      orderId: placed.value.checkout.orderId,
      updatedAt: this.clock.now(),
    });
    return accepted(draft.id);
  }
}

function missingFrom(draft: DraftRecord, quote: DraftQuote): Refusal[] {
  const missing = (message: string, field: string): Refusal => ({
    code: 'CHECKOUT_INCOMPLETE',
    message,
    path: [field],
  });
  const problems = draftProblems(draft, quote);
  const isDeliveryWrong = problems.some(({ code }) => code === 'DELIVERY_NOT_OFFERED');
  const needsDelivery = quote.lines.length === 0 || isDelivered(quote.lines);
  const lacksDelivery = needsDelivery && quote.shippingMethodName === undefined;
  return [
    ...(draft.lines.length > 0 ? [] : [missing('Add at least one line.', 'lines')]),
    ...(draft.email ? [] : [missing('Enter an e-mail address.', 'email')]),
    ...(draft.shippingAddress ? [] : [missing('Enter an address.', 'shippingAddress')]),
    ...problems.map(({ code, message, path }): Refusal => ({
      code: code === 'DELIVERY_NOT_OFFERED' ? 'SHIPPING_METHOD_NOT_OFFERED' : 'CHECKOUT_INCOMPLETE',
      message,
      path,
    })),
    ...(lacksDelivery && !isDeliveryWrong
      ? [missing('Choose a way of delivery that takes these goods.', 'shippingMethodCode')]
      : []),
  ];
}

function totalChanged(
  { cost }: Quote,
  currencyCode: string,
  shown: CompleteInput['expectedTotal'],
): Refusal | undefined {
  if (!shown) return undefined;
  const expected = fromDecimal(shown.amount, shown.currencyCode);
  if (!expected) {
    const message = 'This is no amount of that currency.';
    return { code: 'INVALID_INPUT', message, path: ['expectedTotal', 'amount'] };
  }
  const actual = money(cost.totalMinor, currencyCode);
  const isSame =
    expected.amountMinor === actual.amountMinor && expected.currencyCode === actual.currencyCode;
  if (isSame) return undefined;
  const message = 'The total has changed since it was shown.';
  return { code: 'TOTAL_CHANGED', message, path: ['expectedTotal'], expected, actual };
}
