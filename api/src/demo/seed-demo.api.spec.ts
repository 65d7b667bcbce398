import { createHash } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';

import sharp from 'sharp';

import { createTestApp, type TestApp } from '../testing';
import { drawPictures } from './draw-pictures';
import { seedDemo } from './seed-demo';

/** The engine has specs of its own; 200 real pictures would take half a minute here. */
function aPlainPicture(spec: unknown): Promise<Buffer> {
  const hash = createHash('sha256').update(JSON.stringify(spec)).digest('hex');
  const background = `#${hash.slice(0, 6)}`;
  return sharp({ create: { width: 4, height: 5, channels: 3, background } })
    .png()
    .toBuffer();
}
const silence = (): void => undefined;

const LOGINS = {
  staff: { email: 'ada@halftone.example', password: 'halftone-staff' },
  customer: { email: 'grace@halftone.example', password: 'halftone-shopper' },
};

describe('the seed of the demo shop', () => {
  let test: TestApp;
  const seed = () => {
    const { catalog, identity, inventory, media, pricing, promotions, shop } = test.app.modules;
    const { transactions } = test.app.platform;
    const { accounts } = identity;
    const studio = { render: aPlainPicture, say: silence };
    const modules = { catalog, media, inventory, pricing, promotions, shop, accounts };
    return seedDemo({ transactions, ...modules, ...studio }, LOGINS);
  };
  const tables = () =>
    test.sql(
      `SELECT (SELECT json_agg(p ORDER BY id) FROM product p) AS products,
         (SELECT json_agg(a ORDER BY id) FROM media_asset a) AS assets,
         (SELECT json_agg(l ORDER BY variation_id) FROM stock_level l) AS levels,
         (SELECT count(*) FROM stock_movement) AS movements,
         (SELECT json_agg(c ORDER BY code) FROM coupon_code c) AS codes,
         (SELECT count(*) FROM customer) AS customers`,
    );

  beforeAll(async () => {
    test = await createTestApp();
    await seed();
  }, 60_000);
  afterAll(() => test.close());

  it('gives shoppers codes to try', async () => {
    const codes = await test.sql<{ code: string }>(`SELECT code FROM coupon_code ORDER BY code`);

    expect(codes.map(({ code }) => code)).toEqual(['FREEPOST', 'HALFTONE10']);
  });

  it('opens Halftone with its collections, its products and their stock', async () => {
    const data = await test.publicClient().data(
      `{ shop { name } collections(first: 20) { nodes { slug productCount image { url } } }
         products(first: 1) { totalCount nodes { slug title availability featuredImage { alt } collections { slug } } }
         soldOut: products(where: { inStock: false }) { nodes { slug availability } } }`,
    );

    expect(data).toMatchObject({
      shop: { name: 'Halftone' },
      products: {
        totalCount: 73,
        nodes: [
          {
            slug: 'low-tide-poster',
            availability: 'IN_STOCK',
            featuredImage: { alt: 'Low Tide: poster on a pale wall, frame oak' },
          },
        ],
      },
      soldOut: { nodes: [{ slug: 'chequer-swell-tiles', availability: 'OUT_OF_STOCK' }] },
    });
    expect(data['collections']).toMatchObject({ nodes: { length: 10 } });
  });

  it('sells sets that are there although nobody has counted them', async () => {
    const { product } = await test.publicClient().data<{ product: object }>(
      `{ product(slug: "three-cards-set") { availability priceRange { min { amount } }
         bundle { choices { name minQuantity options { defaultQuantity variation { title } } } } } }`,
    );

    // three at 3.90, less 15 %: 1.755 comes off, rounded up
    expect(product).toMatchObject({
      availability: 'IN_STOCK',
      priceRange: { min: { amount: '9.94' } },
      bundle: { choices: [{ name: 'Cards', minQuantity: 3, options: { length: 9 } }] },
    });
  });

  it('shows every colour of a product in its own picture', async () => {
    const { product } = await test.publicClient().data<{
      product: {
        images: { url: string }[];
        variations: { title: string; image: { url: string } }[];
      };
    }>('{ product(slug: "squeeze-mug") { images { url } variations { title image { url } } } }');

    expect(product.variations.map(({ title }) => title)).toEqual(['Chalk', 'Mustard', 'Sage']);
    expect(new Set(product.variations.map(({ image }) => image.url)).size).toBe(3);
    expect(product.images).toHaveLength(4);
  });

  it('lets its staff and its customer sign in', async () => {
    const input = LOGINS.staff;
    const staff = await test.adminClient().data<Record<string, { userErrors: unknown[] }>>(
      `mutation ($input: SessionCreateInput!) {
         staffSessionCreate(input: $input) { session { accessToken } userErrors { code } } }`,
      { input },
    );

    expect(staff['staffSessionCreate']?.userErrors).toEqual([]);
  });

  it('changes nothing the second time, not even what somebody has changed since', async () => {
    await test.sql(`UPDATE product SET title = 'Renamed' WHERE slug = 'low-tide-poster'`);
    await test.sql(`UPDATE stock_level SET on_hand = on_hand - 1 WHERE on_hand > reserved`);
    const before = await tables();

    await seed();

    expect(await tables()).toEqual(before);
  });

  it('leaves a product alone that has its SKUs under another name', async () => {
    await test.sql(`UPDATE product SET slug = 'renamed' WHERE slug = 'small-hours-poster'`);
    const before = await tables();

    await seed();

    expect(await tables()).toEqual(before);
    await test.sql(`UPDATE product SET slug = 'small-hours-poster' WHERE slug = 'renamed'`);
  });

  it('draws again the pictures whose files were lost', async () => {
    const folder = join(test.dataDirectory, 'media');
    const [row] = await test.sql<{ file_name: string }>(
      `SELECT file_name FROM media_asset ORDER BY id LIMIT 1`,
    );
    await rm(join(folder, row?.file_name ?? ''));

    await seed();

    const answer = await test.app.http.inject(`/media/${row?.file_name}`);
    expect(answer.statusCode).toBe(200);
  });

  it('gives each picture an asset', async () => {
    const spec = {
      view: 'artwork',
      form: 'mug',
      pattern: { family: 'fish', seed: 'x', palette: 'ink' },
    } as const;
    const pictures = [
      { alt: 'One', spec },
      { alt: 'Another', spec },
    ];

    const drawn = await drawPictures(pictures, {
      render: aPlainPicture,
      library: test.app.modules.media.library,
      say: silence,
    });

    expect(new Set(drawn.values()).size).toBe(2);
  });
});
