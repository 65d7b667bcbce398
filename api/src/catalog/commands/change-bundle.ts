import { z } from 'zod';

import type { Clock } from '../../kernel/clock';
import { newId } from '../../kernel/ids';
import { percentToPpm } from '../../kernel/percent';
import { accepted, refused, type Result } from '../../kernel/result';
import type { Transaction, TransactionRunner } from '../../platform/database/transaction';
import { expectedVersionInput, idInput } from '../../platform/graphql/input-schemas';
import type { Bundle, BundlePriceRule } from '../domain/bundle';
import { type BundleDraft, planBundle } from '../domain/bundle-draft';
import { changeProduct, type LockedProduct } from '../domain/product-change';
import type { BundleRepository } from '../persistence/bundle.repository';
import type { ProductRepository } from '../persistence/product.repository';
import type { ProductDocuments } from '../persistence/product-documents';

const percent = z.string().transform((text, context) => {
  const offPpm = percentToPpm(text);
  if (offPpm !== undefined) return offPpm;
  context.addIssue({ code: 'custom', message: 'Give a percentage from 0 to 100.' });
  return z.NEVER;
});
const priceRule = z
  .object({
    kind: z.enum(['SUM', 'FIXED', 'PERCENT_OFF']),
    percentOff: percent.nullish().transform((offPpm) => offPpm ?? undefined),
  })
  .transform(({ kind, percentOff }, context): BundlePriceRule => {
    if ((kind === 'PERCENT_OFF') !== (percentOff !== undefined)) {
      const message = 'A percentage belongs to this kind of price only: PERCENT_OFF.';
      context.addIssue({ code: 'custom', message, path: ['percentOff'] });
    }
    return kind === 'PERCENT_OFF' ? { kind, offPpm: percentOff ?? 0 } : { kind };
  });
const units = z.number().int().min(0).max(1_000);
const choice = z
  .object({
    name: z.string().trim().min(1, 'Give a name.').max(100),
    minQuantity: units,
    maxQuantity: units,
    options: z.array(z.object({ variationId: idInput, defaultQuantity: units })).max(100),
  })
  .transform(({ name, minQuantity, maxQuantity, options }) => ({
    name,
    minUnits: minQuantity,
    maxUnits: maxQuantity,
    options: options.map(({ variationId, defaultQuantity }) => ({
      variationId,
      defaultUnits: defaultQuantity,
    })),
  }));

export const bundleSetInput = z.object({
  productId: idInput,
  priceRule,
  choices: z.array(choice).min(1, 'Name at least one set.').max(20),
  expectedVersion: expectedVersionInput,
});
export const bundleRemoveInput = z.object({
  productId: idInput,
  expectedVersion: expectedVersionInput,
});

/** Makes products bundles, and bundles plain products again. */
export class ChangeBundle {
  constructor(
    private readonly transactions: TransactionRunner,
    private readonly products: ProductRepository,
    private readonly bundles: BundleRepository,
    private readonly documents: ProductDocuments,
    private readonly clock: Clock,
  ) {}

  /** Makes a product consist of what is chosen from these sets. */
  set(input: z.output<typeof bundleSetInput>): Promise<Result<string>> {
    return this.transactions.run((tx) => this.setIn(tx, input));
  }

  /** The same, in the caller's transaction. */
  setIn(
    tx: Transaction,
    { productId, expectedVersion, ...draft }: z.output<typeof bundleSetInput>,
  ): Promise<Result<string>> {
    return this.change(tx, { productId, expectedVersion }, async () => {
      if (await this.bundles.isPart(tx, productId)) {
        return refused({
          code: 'INVALID_INPUT',
          message: 'It is part of another bundle, and bundles consist of no bundles.',
          path: ['productId'],
        });
      }
      const plan = await this.plan(tx, productId, draft);
      if (!plan.ok) return plan;
      await this.bundles.replace(tx, productId, plan.value);
      return accepted(null);
    });
  }

  /** Makes a bundle a product that is sold as it is. One that is none already is no error. */
  remove(input: z.output<typeof bundleRemoveInput>): Promise<Result<string>> {
    return this.transactions.run((tx) =>
      this.change(tx, input, async () => {
        await this.bundles.remove(tx, input.productId);
        return accepted(null);
      }),
    );
  }

  private async plan(
    tx: Transaction,
    productId: string,
    draft: BundleDraft,
  ): Promise<Result<Bundle>> {
    const ids = draft.choices.flatMap(({ options }) =>
      options.map(({ variationId }) => variationId),
    );
    const known = await this.documents.variations(tx.manager, ids);
    const before = (await this.documents.byIds([productId], tx.manager)).get(productId);
    if (before?.isGiftCard) {
      const message = 'A gift card consists of nothing else.';
      return refused({ code: 'INVALID_INPUT', message, path: ['productId'] });
    }
    const parts = new Map(
      [...known].map(([id, part]) => [
        id,
        {
          productId: part.productId,
          isBundle: part.bundle !== undefined,
          isGiftCard: part.isGiftCard === true,
        },
      ]),
    );
    return planBundle({ productId, draft, before: before?.bundle, parts, newId });
  }

  private async change(
    tx: Transaction,
    { productId, expectedVersion }: z.output<typeof bundleRemoveInput>,
    work: () => Promise<Result<null>>,
  ): Promise<Result<string>> {
    const product: LockedProduct | undefined = await this.products.lockOne(tx, productId);
    if (!product) {
      const message = 'There is no such product.';
      return refused({ code: 'NOT_FOUND', message, path: ['productId'] });
    }
    const expected = changeProduct(product, { expectedVersion });
    if (!expected.ok) return expected;
    const done = await work();
    if (!done.ok) return done;
    const changed = { ...expected.value, version: product.version + 1 };
    await this.products.update(tx, productId, changed, this.clock.now(), true);
    return accepted(productId);
  }
}
