import { expect, test } from '../harness/fixtures.ts';
import { GraphqlClient } from '../harness/graphql-client.ts';
import { StaffClient } from '../harness/staff-client.ts';
import { Storefront } from '../pages/storefront.ts';

interface SeenOrder {
  readonly id: string;
  readonly lines: readonly { readonly parts: readonly { readonly quantity: number }[] }[];
  readonly cost: { readonly discounts: { readonly amount: string } };
  readonly giftCards: readonly { readonly amount: { readonly amount: string } }[];
}

test('a guest buys a set with a code and a gift card, and asks to send it back', async ({
  browser,
  shop,
}) => {
  test.setTimeout(120_000);
  const office = await StaffClient.signIn(shop.nginxUrl);
  const giftCard = await office.issueGiftCard(300);
  const context = await browser.newContext({ baseURL: shop.url });
  const storefront = new Storefront(await context.newPage());
  const { page } = storefront;

  await page.goto('/products/three-cards-set');
  await expect(page.getByRole('button', { name: 'Add to cart' })).toBeVisible();
  await storefront.exchangePart();
  await expect(page).toHaveURL(/choice-1=/);
  await storefront.addToCart();
  await storefront.applyCode('HALFTONE10');
  await expect(page.getByRole('region', { name: 'Why this price' })).toContainText('HALFTONE10');

  await storefront.goToReview({ email: 'emmy@shopper.example', name: 'Emmy Noether' });
  await storefront.payWithGiftCard(giftCard);
  await storefront.pay();
  await expect(page.getByText(/^Gift card ending in/)).toBeVisible();
  await expect(page.getByRole('list', { name: /^What is in/ })).toBeVisible();

  const trackingToken = storefront.trackingToken();
  const { order } = await new GraphqlClient(`${shop.nginxUrl}/graphql`).request<{
    order: SeenOrder;
  }>(
    `query($token: String!) {
      order(trackingToken: $token) {
        id cost { discounts { amount } } giftCards { amount { amount } } lines { parts { quantity } }
      }
    }`,
    { token: trackingToken },
  );
  expect(order.giftCards.map(({ amount }) => Number(amount.amount))).toEqual([3]);
  expect(Number(order.cost.discounts.amount)).toBeGreaterThan(0);
  expect(order.lines[0]?.parts.reduce((sum, { quantity }) => sum + quantity, 0)).toBe(3);

  await storefront.openTracking();
  await office.markPaid(order.id);
  for (const step of ['CONFIRM', 'START_PROCESSING', 'SHIP', 'DELIVER'] as const) {
    await office.transition(order.id, step);
  }
  await expect(storefront.orderStatus).toHaveAttribute('data-status', 'DELIVERED');
  await storefront.requestReturn('It arrived damaged');
  await expect(page.getByRole('heading', { name: 'Return 1' })).toBeVisible();
  await expect(page.getByTestId('timeline-event').last()).toHaveAttribute(
    'data-type',
    'RETURN_REQUESTED',
  );
  await context.close();
});
