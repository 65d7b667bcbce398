import { z } from 'zod';

import type { CatalogModule } from '../../catalog';
import type { CustomerGroupRepository } from '../../customers';
import type { Clock } from '../../kernel/clock';
import { newId } from '../../kernel/ids';
import { currencyExponent, fromDecimal } from '../../kernel/money';
import { percentToPpm } from '../../kernel/percent';
import { accepted, type Refusal, refused, type Result } from '../../kernel/result';
import type { Transaction, TransactionRunner } from '../../platform/database/transaction';
import { expectedVersionInput, idInput } from '../../platform/graphql/input-schemas';
import { isInForce, type PriceTerms } from '../domain/price-rules';
import { PRICING_TAG } from '../domain/pricing-tag';
import type {
  PriceListRecord,
  PriceListRepository,
  RuleRecord,
} from '../persistence/price-list.repository';
import type { Reprice } from './reprice';

const MOST_RULES = 500;

const rule = z
  .object({
    productId: idInput.nullish(),
    variationId: idInput.nullish(),
    minQuantity: z.number().int().min(1, 'Tiers begin at one unit.').max(1_000_000),
    price: z.string().nullish(),
    percentOff: z.string().nullish(),
  })
  .refine(({ productId, variationId }) => !productId || !variationId, {
    path: ['variationId'],
    message: 'Name a product or a variation, not both.',
  })
  .refine(({ price, percentOff }) => (price == null) !== (percentOff == null), {
    path: ['price'],
    message: 'Give a price or a percentage, not both.',
  });

export const priceListInput = z
  .object({
    name: z.string().trim().min(1, 'Give a name.').max(100),
    currencyCode: z.string(),
    customerGroup: z.string().nullish(),
    priority: z.number().int().min(-1_000).max(1_000),
    startsAt: z.date().nullish(),
    endsAt: z.date().nullish(),
    rules: z.array(rule).max(MOST_RULES, `A list has ${MOST_RULES} rules at most.`),
  })
  .refine(({ startsAt, endsAt }) => !startsAt || !endsAt || startsAt < endsAt, {
    path: ['endsAt'],
    message: 'A list ends after it has begun.',
  });
export const priceListUpdateInput = priceListInput.and(
  z.object({ priceListId: idInput, expectedVersion: expectedVersionInput }),
);
export const priceListRemoveInput = z.object({ priceListId: idInput });

type PriceListInput = z.output<typeof priceListInput>;

function notFound(message: string, ...path: string[]): Refusal {
  return { code: 'NOT_FOUND', message, path };
}

function invalid(message: string, ...path: string[]): Refusal {
  return { code: 'INVALID_INPUT', message, path };
}

/** Makes, changes and removes price lists. What shoppers are shown follows in the same transaction. */
export class ChangePriceLists {
  constructor(
    private readonly transactions: TransactionRunner,
    private readonly lists: PriceListRepository,
    private readonly goods: CatalogModule['prices'],
    private readonly groups: CustomerGroupRepository,
    private readonly reprice: Reprice,
    private readonly clock: Clock,
  ) {}

  /** Makes a list. */
  create(input: PriceListInput): Promise<Result<string>> {
    return this.transactions.run((tx) => this.put(tx, { id: newId(), version: 1 }, input, []));
  }

  /** Makes a list what the input says, its rules included. */
  update(input: z.output<typeof priceListUpdateInput>): Promise<Result<string>> {
    const { priceListId, expectedVersion } = input;
    return this.transactions.run(async (tx) => {
      const list = await this.lists.lock(tx, priceListId);
      if (!list) return refused(notFound('There is no such price list.', 'priceListId'));
      if (expectedVersion !== undefined && expectedVersion !== list.version) {
        return refused({
          code: 'VERSION_CONFLICT',
          message: 'The price list was changed meanwhile.',
          path: ['expectedVersion'],
          currentVersion: list.version,
        });
      }
      const before = await this.rules(tx, priceListId);
      return this.put(tx, { id: priceListId, version: list.version + 1 }, input, before);
    });
  }

  /** Removes a list; one that is gone already is no error. */
  remove({ priceListId }: z.output<typeof priceListRemoveInput>): Promise<Result<string>> {
    return this.transactions.run(async (tx) => {
      const list = await this.lists.lock(tx, priceListId);
      if (!list) return accepted(priceListId);
      const before = await this.rules(tx, priceListId);
      await this.lists.remove(tx, priceListId);
      tx.changed(PRICING_TAG);
      await this.reprice.concerned(tx, before);
      return accepted(priceListId);
    });
  }

  private async rules(tx: Transaction, id: string): Promise<readonly RuleRecord[]> {
    return (await this.lists.rulesOf([id], tx.manager)).get(id) ?? [];
  }

  private async put(
    tx: Transaction,
    identity: Pick<PriceListRecord, 'id' | 'version'>,
    input: PriceListInput,
    before: readonly RuleRecord[],
  ): Promise<Result<string>> {
    const rules = toRules(input);
    if (!rules.ok) return rules;
    const unknown = await this.unknownGoods(tx, rules.value);
    if (unknown.length > 0) return refused(...unknown);
    const { name, currencyCode, customerGroup = null, priority } = input;
    if (customerGroup !== null && !(await this.groups.exists(tx, customerGroup))) {
      return refused(notFound('There is no such group of customers.', 'customerGroup'));
    }
    const period = { startsAt: input.startsAt ?? null, endsAt: input.endsAt ?? null };
    const list: PriceListRecord = {
      ...identity,
      ...{ name, currencyCode, customerGroup, priority },
      ...period,
      isInForce: isInForce(period, this.clock.now()),
    };
    const id = await this.lists.put(tx, list, rules.value);
    if (id === undefined) return refused(invalid('Another price list has this name.', 'name'));
    tx.changed(PRICING_TAG);
    await this.reprice.concerned(tx, [...before, ...rules.value]);
    return accepted(id);
  }

  private async unknownGoods(tx: Transaction, rules: readonly RuleRecord[]): Promise<Refusal[]> {
    const named = await this.goods.named(tx, {
      productIds: rules.flatMap(({ productId }) => productId ?? []),
      variationIds: rules.flatMap(({ variationId }) => variationId ?? []),
    });
    const known = new Set(named.flatMap(({ productId, variationId }) => [productId, variationId]));
    return rules.flatMap(({ productId, variationId }, index) => {
      const id = productId ?? variationId;
      if (id === null || known.has(id)) return [];
      const field = productId === null ? 'variationId' : 'productId';
      return [notFound('The shop has no such goods.', 'rules', String(index), field)];
    });
  }
}

function toRules({ rules, currencyCode }: PriceListInput): Result<RuleRecord[]> {
  const refusals: Refusal[] = [];
  const read = rules.flatMap((each, index): RuleRecord[] => {
    const { price, percentOff, productId = null, variationId = null, minQuantity } = each;
    const terms = toTerms(price, percentOff, currencyCode);
    if (terms) return [{ productId, variationId, minQuantity, terms }];
    const decimals = currencyExponent(currencyCode);
    refusals.push(
      price == null
        ? invalid('Give a percentage from 0 to 100.', 'rules', String(index), 'percentOff')
        : invalid(
            `Give an amount of ${currencyCode} with at most ${decimals} decimals.`,
            'rules',
            String(index),
            'price',
          ),
    );
    return [];
  });
  return refusals.length > 0 ? refused(...refusals) : accepted(read);
}

function toTerms(
  price: string | null | undefined,
  percentOff: string | null | undefined,
  currencyCode: string,
): PriceTerms | undefined {
  if (price == null) {
    const offPpm = percentToPpm(percentOff ?? '');
    return offPpm === undefined ? undefined : { kind: 'PERCENT_OFF', offPpm };
  }
  const value = fromDecimal(price, currencyCode);
  if (!value || value.amountMinor < 0n) return undefined;
  return { kind: 'FIXED', priceMinor: value.amountMinor };
}
