import { expect, test } from '../harness/fixtures.ts';
import { GraphqlClient } from '../harness/graphql-client.ts';
import { StaffClient } from '../harness/staff-client.ts';

interface Variation {
  readonly id: string;
  readonly sku: string;
  readonly availability: string;
  readonly selectedOptions: readonly { readonly name: string; readonly value: string }[];
}

interface Print {
  readonly slug: string;
  readonly variations: readonly Variation[];
}

/** The address at which a variation is chosen. */
function addressOf(slug: string, { selectedOptions }: Variation): string {
  const word = (text: string) => text.toLowerCase().replace(/[^a-z0-9]+/g, '-');
  const choice = selectedOptions.map(({ name, value }) => [word(name), word(value)]);
  return `/products/${slug}?${new URLSearchParams(choice).toString()}`;
}

test('an open product page follows stock by itself, and the cart button with it', async ({
  page,
  shop,
}) => {
  const endpoint = new GraphqlClient(`${shop.nginxUrl}/graphql`);
  const { products } = await endpoint.request<{ products: { nodes: Print[] } }>(
    `{ products(first: 1, where: { inStock: true }) {
      nodes { slug variations { id sku availability selectedOptions { name value } } }
    } }`,
  );
  const [print] = products.nodes;
  // Other tests sell single variations out.
  const variation = print?.variations.find(({ availability }) => availability === 'IN_STOCK');
  if (!print || !variation) throw new Error('The demo shop has something to sell.');
  const staff = await StaffClient.signIn(shop.nginxUrl);
  const { onHand } = await staff.stockOf(variation.sku);

  const sockets: string[] = [];
  page.on('websocket', (socket) => sockets.push(socket.url()));
  await page.goto(addressOf(print.slug, variation));
  await expect(page.getByRole('button', { name: 'Add to cart' })).toBeVisible();
  await expect.poll(() => sockets.length).toBe(1);

  await staff.setStock(variation.id, 2);
  await expect(page.getByText('Only 2 left')).toBeVisible();
  await staff.setStock(variation.id, 0);
  await expect(page.getByRole('button', { name: 'Sold out' })).toBeDisabled();
  await staff.setStock(variation.id, onHand);
  await expect(page.getByRole('button', { name: 'Add to cart' })).toBeEnabled();
});
