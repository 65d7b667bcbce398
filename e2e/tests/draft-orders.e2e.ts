import { expect, test } from '../harness/fixtures.ts';
import { Console } from '../pages/console.ts';

test('staff prepare an order for a customer they look for, and place it', async ({ page }) => {
  test.setTimeout(120_000);
  const office = new Console(page);
  await office.signIn();
  await page.goto('/admin/drafts/new');

  // The keyboard alone: from the field into what was found.
  await page.getByRole('button', { name: 'Find customer' }).press('Enter');
  await page.getByLabel('Search customers by name or e-mail').fill('grace hop');
  await expect(page.getByRole('status').filter({ hasText: '1 customer found' })).toBeAttached();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('textbox', { name: 'E-mail' })).toHaveValue('grace@halftone.example');

  await office.addGoods('three cards');
  const parts = page.getByRole('dialog', { name: /^What is in/ });
  await parts.getByLabel(/^Units of Row Houses/).fill('0');
  await parts.getByRole('button', { name: 'Take these' }).click();
  await expect(parts.getByText('Choose 1 more.')).toBeVisible();
  await parts.getByLabel(/^Units of Market Lemons/).fill('2');
  await parts.getByRole('button', { name: 'Take these' }).click();
  await expect(page.getByText(/^2 × Market Lemons/)).toBeVisible();

  await office.fillAddress({ name: 'Grace Hopper', line1: '12 Wharf Lane', city: 'London' });
  await page.getByLabel('Postcode').fill('E8 4QJ');
  await page.getByLabel('Note').fill('Rang at noon');
  await page.getByRole('button', { name: 'Create draft' }).click();
  await expect(page.getByRole('heading', { name: 'Draft for Grace Hopper' })).toBeVisible();

  const delivery = page.getByLabel('Delivery');
  const [, cheapest] = await delivery.getByRole('option').allTextContents();
  expect(cheapest).toMatch(/, £\d+\.\d\d/);
  await delivery.selectOption({ index: 1 });
  await page.getByRole('button', { name: 'Clear Note' }).click();
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Draft saved.').last()).toBeVisible();
  await expect(page.getByLabel('Note')).toHaveValue('');

  await page.getByRole('button', { name: 'Place order' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Place order' }).click();
  await expect(page.getByText('The order is placed, and its money is due.')).toBeVisible();
  await expect(page.getByText('grace@halftone.example').first()).toBeVisible();
});
