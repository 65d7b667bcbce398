import type { Locator, Page } from '@playwright/test';

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
