import { expect, type Locator, type Page } from '@playwright/test';

import { demoLogins } from '../../tools/launcher/demo-logins.ts';

/** The console as a member of staff uses it. */
export class Console {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  async signIn(): Promise<void> {
    await this.page.goto('/admin/');
    await this.page.getByLabel('E-mail').fill(demoLogins.staff.email);
    await this.page.getByLabel('Password', { exact: true }).fill(demoLogins.staff.password);
    await this.page.getByRole('button', { name: 'Sign in' }).click();
    await this.page.getByRole('heading', { name: 'Orders' }).waitFor();
  }

  orderRow(number: string): Locator {
    return this.page.locator(`[data-testid="order-row"][data-order-number="${number}"]`);
  }

  async openOrder(number: string): Promise<void> {
    await this.orderRow(number).getByRole('link').first().click();
    await this.page.getByRole('heading', { name: number }).waitFor();
  }

  async openSystemPage(name: 'API keys' | 'Cache' | 'Tasks'): Promise<void> {
    await this.page.getByRole('link', { name, exact: true }).click();
    await this.page.getByRole('heading', { level: 1, name }).waitFor();
  }

  /** Reads the cache again, from whichever process answers. */
  async refresh(): Promise<void> {
    const button = this.page.getByRole('button', { name: 'Refresh' });
    await button.click();
    await expect(button).toBeEnabled();
  }

  /** Makes a key and answers its secret. */
  async createApiKey(name: string, scopes: readonly string[]): Promise<string> {
    await this.page.getByRole('button', { name: 'Create key' }).first().click();
    const dialog = this.page.getByRole('dialog', { name: 'Create an API key' });
    await dialog.getByLabel('Name').fill(name);
    for (const scope of scopes) await dialog.getByLabel(scope).check();
    await dialog.getByRole('button', { name: 'Create key' }).click();
    const secret = await this.page.getByLabel('Secret of the key').inputValue();
    await this.page.getByRole('button', { name: 'I have stored the key' }).click();
    return secret;
  }

  /** Puts the first goods that a search finds into the draft on the page. */
  async addGoods(query: string): Promise<void> {
    await this.page.getByRole('button', { name: 'Add goods' }).click();
    const dialog = this.page.getByRole('dialog', { name: 'What is wanted?' });
    await dialog.getByLabel('Search goods by name or SKU').fill(query);
    await dialog.getByRole('status').filter({ hasText: '1 found' }).waitFor({ state: 'attached' });
    await dialog.locator('.variations button').first().click();
  }

  /** Enters where the draft on the page goes, in the United Kingdom. */
  async fillAddress(address: {
    readonly name: string;
    readonly line1: string;
    readonly city: string;
  }): Promise<void> {
    await this.page.getByLabel('Country').selectOption('GB');
    const panel = this.page.locator('cw-draft-address');
    await panel.getByLabel(/name/i).first().fill(address.name);
    await panel
      .getByLabel(/^Address(?! line)|Street/)
      .first()
      .fill(address.line1);
    await panel.getByLabel(/Town|City/).fill(address.city);
  }

  /** Presses one of the next steps of an order. */
  async press(step: 'Confirm order' | 'Start processing' | 'Mark as delivered'): Promise<void> {
    await this.page.getByRole('button', { name: step }).click();
  }

  async ship(parcel: { readonly carrier: string; readonly trackingNumber: string }): Promise<void> {
    await this.page.getByRole('button', { name: 'Ship order' }).click();
    const dialog = this.page.getByRole('dialog');
    await dialog.getByLabel('Carrier').fill(parcel.carrier);
    await dialog.getByLabel('Tracking number').fill(parcel.trackingNumber);
    await dialog.getByRole('button', { name: 'Ship order' }).click();
  }
}
