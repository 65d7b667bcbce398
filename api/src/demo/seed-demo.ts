import type { CatalogModule, ProductInput } from '../catalog';
import type { createIdentityModule } from '../identity';
import type { createInventoryModule } from '../inventory';
import { percentToPpm } from '../kernel/percent';
import { accepted, type Result } from '../kernel/result';
import type { createMediaModule } from '../media';
import type { Transaction, TransactionRunner } from '../platform/database/transaction';
import type { createPricingModule } from '../pricing';
import type { createPromotionsModule } from '../promotions';
import type { createShopModule } from '../shop';
import { HALFTONE_PROMOTIONS } from './catalog/promotions';
import { HALFTONE_TAXES, ZERO_RATED_COLLECTIONS } from './catalog/taxes';
import type { DemoProduct } from './demo-catalog.types';
import { type DemoPicture, picturesOf } from './demo-pictures';
import { drawPictures, type Studio } from './draw-pictures';
import { HALFTONE_COLLECTIONS, HALFTONE_PRODUCTS, variationsOf } from './halftone-catalog';

type PicturesOfProducts = ReadonlyMap<DemoProduct, readonly DemoPicture[]>;
type AssetIds = ReadonlyMap<DemoPicture, string>;

/** What the seed needs of the shop. */
export interface SeedDependencies {
  readonly transactions: TransactionRunner;
  readonly catalog: Pick<
    CatalogModule,
    'upsertProducts' | 'upsertCollections' | 'existingSlugs' | 'slugsBySku' | 'bundles' | 'idsBySku'
  >;
  readonly media: Pick<ReturnType<typeof createMediaModule>, 'library'>;
  readonly inventory: Pick<ReturnType<typeof createInventoryModule>, 'stock'>;
  readonly pricing: Pick<ReturnType<typeof createPricingModule>, 'taxes'>;
  readonly promotions: Pick<ReturnType<typeof createPromotionsModule>, 'change'>;
  readonly shop: Pick<ReturnType<typeof createShopModule>, 'settings'>;
  readonly accounts: ReturnType<typeof createIdentityModule>['accounts'];
  readonly render: Studio['render'];
  readonly say: Studio['say'];
}

interface Login {
  readonly email: string;
  readonly password: string;
}

/** Who may sign in to the demo shop. */
export interface DemoLogins {
  readonly staff: Login | undefined;
  readonly customer: Login | undefined;
}

const SHOP = {
  name: 'Halftone',
  description:
    'A print studio in London. Posters, cards, tiles, cloth and paper, drawn and printed by us.',
  orderPrefix: 'HT',
};

function expectDone<T>(result: Result<T>): T {
  if (result.ok) return result.value;
  const reasons = result.refusals.map(({ message }) => message).join(' ');
  throw new Error(`The demo shop could not be filled: ${reasons}`);
}

function inputOf(
  product: DemoProduct,
  pictures: readonly DemoPicture[],
  assetIds: AssetIds,
): ProductInput {
  const assetOf = (picture: DemoPicture | undefined): string | undefined =>
    picture && assetIds.get(picture);
  return {
    slug: product.slug,
    title: product.title,
    description: product.description,
    attributes: [...product.attributes],
    basePriceMinor: product.basePriceMinor,
    options: product.options.map(({ name, values }) => ({
      name,
      values: values.map((value) => ({ name: value.name, swatch: value.swatch })),
    })),
    variations: variationsOf(product).map(({ sku, values, priceModifierMinor }) => ({
      sku,
      values: values.map(({ value }) => value),
      priceModifierMinor,
      imageId: assetOf(
        pictures.find(({ shows }) =>
          values.some(({ option, value }) => shows?.option === option && shows.value === value),
        ),
      ),
    })),
    collections: [...product.collections],
    imageIds: pictures.flatMap((picture) => assetOf(picture) ?? []),
    featuredRank: product.featuredRank,
    createdAt: new Date(product.createdAt),
  };
}

async function fill(
  tx: Transaction,
  { catalog, inventory, pricing }: SeedDependencies,
  missing: readonly DemoProduct[],
  pictures: PicturesOfProducts,
  assetIds: AssetIds,
): Promise<Result<null>> {
  const collections = await catalog.upsertCollections.run(
    tx,
    HALFTONE_COLLECTIONS.map(({ slug, title, description, coverProduct }, index) => {
      const cover = HALFTONE_PRODUCTS.find((product) => product.slug === coverProduct);
      const lead = cover && pictures.get(cover)?.[0];
      const imageId = lead && assetIds.get(lead);
      return { slug, title, description, imageId, position: index + 1 };
    }),
  );
  if (!collections.ok) return collections;
  const products = await catalog.upsertProducts.run(
    tx,
    missing.map((product) => inputOf(product, pictures.get(product) ?? [], assetIds)),
  );
  if (!products.ok) return products;
  const isZeroRated = ({ slug }: { readonly slug: string }): boolean =>
    missing.some(
      (product) =>
        product.slug === slug &&
        product.collections.some((each) => ZERO_RATED_COLLECTIONS.has(each)),
    );
  await pricing.taxes.setUp(tx, {
    ...HALFTONE_TAXES,
    products: products.value.filter(isZeroRated).map(({ id }) => ({ id, taxClass: 'zero' })),
  });
  const bundled = await bundle(tx, catalog, missing, products.value);
  if (!bundled.ok) return bundled;
  const plain = missing.filter((product) => !product.bundle);
  const stock = new Map(
    plain.flatMap((product) => variationsOf(product).map((each) => [each.sku, each.stock])),
  );
  await inventory.stock.setOnHand(
    tx,
    products.value.flatMap(({ variations }) =>
      variations.flatMap(({ id, sku }) => {
        const onHand = stock.get(sku);
        return onHand === undefined ? [] : [{ variationId: id, onHand }];
      }),
    ),
    { kind: 'RECEIPT', reason: 'First stock of the demo shop', actor: { kind: 'system' } },
  );
  return accepted(null);
}

/** Lets the sets consist of what is chosen; their parts are in the shop by now. */
async function bundle(
  tx: Transaction,
  catalog: SeedDependencies['catalog'],
  missing: readonly DemoProduct[],
  made: readonly { readonly id: string; readonly slug: string }[],
): Promise<Result<null>> {
  const sets = missing.flatMap(({ slug, bundle: set }) => (set ? [{ slug, set }] : []));
  const ids = await catalog.idsBySku(
    tx,
    sets.flatMap(({ set }) => set.parts.map(({ sku }) => sku)),
  );
  for (const { slug, set } of sets) {
    const { choice, units, percentOff, parts } = set;
    const done = await catalog.bundles.setIn(tx, {
      productId: made.find((product) => product.slug === slug)?.id ?? '',
      expectedVersion: undefined,
      priceRule: { kind: 'PERCENT_OFF', offPpm: percentToPpm(percentOff) ?? 0 },
      choices: [
        {
          name: choice,
          minUnits: units,
          maxUnits: units,
          options: parts.flatMap(({ sku, defaultUnits }) => {
            const variationId = ids.get(sku);
            return variationId ? [{ variationId, defaultUnits }] : [];
          }),
        },
      ],
    });
    if (!done.ok) return done;
  }
  return accepted(null);
}

/**
 * The products the shop has neither by slug nor by SKU: one that somebody renamed, or that an earlier edition
 * of the demo called something else, is there already.
 */
async function missingProducts({
  catalog,
  transactions,
}: SeedDependencies): Promise<readonly DemoProduct[]> {
  const slugs = new Set(await catalog.existingSlugs(HALFTONE_PRODUCTS.map(({ slug }) => slug)));
  const skusOf = (product: DemoProduct): string[] => variationsOf(product).map(({ sku }) => sku);
  const taken = expectDone(
    await transactions.run(async (tx) =>
      accepted(await catalog.slugsBySku(tx, HALFTONE_PRODUCTS.flatMap(skusOf))),
    ),
  );
  const missing = HALFTONE_PRODUCTS.filter(
    (product) => !slugs.has(product.slug) && !skusOf(product).some((sku) => taken.has(sku)),
  );
  const there = new Set([...taken.keys(), ...missing.flatMap(skusOf)]);
  return missing.filter(({ bundle: set }) => !set || set.parts.every(({ sku }) => there.has(sku)));
}

/** One that is there already stays as it is: no other can have its name. */
async function makePromotions({ promotions }: SeedDependencies): Promise<void> {
  for (const promotion of HALFTONE_PROMOTIONS) {
    const made = await promotions.change.create(promotion);
    const isThere = !made.ok && made.refusals.every(({ path }) => path?.[0] === 'name');
    if (!isThere) expectDone(made);
  }
}

/**
 * Fills a shop with Halftone. What is there already stays as it is, also where somebody has changed it
 * since, so a second run makes only what is missing.
 */
export async function seedDemo(parts: SeedDependencies, logins: DemoLogins): Promise<void> {
  const { accounts, media, render, say, shop, transactions } = parts;
  const missing = await missingProducts(parts);
  const pictures = new Map(HALFTONE_PRODUCTS.map((product) => [product, picturesOf(product)]));
  const assetIds = await drawPictures([...pictures.values()].flat(), {
    render,
    library: media.library,
    say,
  });
  if (missing.length > 0) {
    expectDone(await transactions.run((tx) => fill(tx, parts, missing, pictures, assetIds)));
    await shop.settings.save(SHOP);
    await makePromotions(parts);
  }
  if (logins.staff) {
    const staff = { ...logins.staff, name: 'Ada Lovelace', role: 'owner' };
    expectDone(await accounts.ensureStaffMember(staff));
  }
  if (logins.customer) {
    const customer = { ...logins.customer, name: 'Grace Hopper' };
    expectDone(await accounts.ensureCustomer(customer));
  }
  say(
    missing.length > 0
      ? `The demo shop has ${HALFTONE_PRODUCTS.length} products, ${missing.length} of them new.`
      : 'The demo shop is filled already.',
  );
}
