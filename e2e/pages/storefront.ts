import { expect, type Locator, type Page } from '@playwright/test';

/** Where a parcel goes, and who is told about it. */
export interface Recipient {
  readonly email: string;
  readonly name: string;
}

/** The shop as a shopper uses it. */
export class Storefront {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  /** Finds a poster as a shopper does: from the home page through its collection. */
  async openPoster(): Promise<void> {
    await this.page.goto('/');
    await this.page
      .getByRole('navigation', { name: 'Collections', exact: true })
      .getByRole('link', { name: 'Posters' })
      .click();
    await this.page.getByRole('main').locator('a[href^="/products/"]').first().click();
    await expect(this.page.getByRole('button', { name: 'Add to cart' })).toBeVisible();
  }

  /** Chooses the first value of every option and puts the product into the cart. */
  async addToCart(): Promise<void> {
    const options = this.page.locator('app-variation-picker fieldset');
    for (const option of await options.all()) {
      const first = option.getByRole('radio').first();
      // The radio itself is visually hidden; people press its label.
      await option.locator('label').first().click();
      await expect(first).toBeChecked();
    }
    await this.page.getByRole('button', { name: 'Add to cart' }).click();
    await expect(this.page.getByText('is in your cart.')).toBeVisible();
  }

  /** Puts one unit less of the first part that a bundle has into it, and one more of another. */
  async exchangePart(): Promise<void> {
    const parts = this.page.locator('app-bundle-picker app-quantity');
    const given = parts.locator('button:enabled').first();
    await given.click();
    const more = parts.last().getByRole('button', { name: /^One more/ });
    await more.click();
    await expect(parts.last().getByRole('textbox')).toHaveValue('1');
  }

  /** Enters a discount code in the cart. */
  async applyCode(code: string): Promise<void> {
    await this.page.goto('/cart');
    await this.page.getByRole('button', { name: 'Add a discount code' }).click();
    await this.page.getByRole('textbox', { name: 'Discount code' }).fill(code);
    await this.page.getByRole('button', { name: 'Apply' }).click();
    await expect(this.page.getByRole('button', { name: `Remove code ${code}` })).toBeVisible();
  }

  /** Lets a gift card pay, in the last step of the checkout. */
  async payWithGiftCard(code: string): Promise<void> {
    await this.page.getByRole('button', { name: 'Use a gift card' }).click();
    await this.page.getByLabel('Gift card code').fill(code);
    await this.page.getByRole('button', { name: 'Use', exact: true }).click();
    await expect(this.page.getByText(/^Gift card ending in/).first()).toBeVisible();
  }

  /** Asks for one unit of the only line to be taken back. */
  async requestReturn(reason: string): Promise<void> {
    await this.page.getByRole('button', { name: 'Return items' }).click();
    const form = this.page.getByRole('form', { name: 'Return items' });
    await form.getByRole('button', { name: /^One more: Units of/ }).click();
    await form.getByLabel(/Why does/).selectOption({ label: reason });
    await expect(form.getByText('You get back')).toBeVisible();
    await form.getByRole('button', { name: 'Send the request' }).click();
  }

  /** Goes from the cart to the confirmation. */
  async checkOut(recipient: Recipient): Promise<void> {
    await this.goToReview(recipient);
    await this.pay();
  }

  /** Places the order. */
  async pay(): Promise<void> {
    await this.page.getByRole('button', { name: /^Pay/ }).click();
    await this.page.waitForURL('**/order-placed/*');
  }

  /** Answers what the checkout asks, up to the step that pays. */
  async goToReview({ email, name }: Recipient): Promise<void> {
    await this.page.goto('/cart');
    await this.page.getByRole('link', { name: 'Checkout' }).click();
    const contact = this.page.getByRole('form', { name: 'Contact' });
    await contact.getByLabel('Email').fill(email);
    await contact.getByRole('button', { name: 'Continue to shipping' }).click();
    const shipping = this.page.getByRole('form', { name: 'Shipping' });
    await shipping.getByLabel('Country').selectOption('GB');
    await shipping.getByLabel('Full name').fill(name);
    await shipping.getByLabel('Address', { exact: true }).fill('12 Wharf Lane');
    await shipping.getByLabel(/Town|City/).fill('London');
    await shipping.getByLabel(/Postcode/).fill('E8 4QJ');
    await shipping.getByRole('radio').first().check();
    await shipping.getByRole('button', { name: 'Continue to review' }).click();
    await expect(this.page.getByRole('button', { name: /^Pay/ })).toBeVisible();
  }

  /** The number on the confirmation page. */
  async orderNumber(): Promise<string> {
    return (await this.page.getByTestId('order-number').innerText()).trim();
  }

  /** The secret in the address of the confirmation and of the tracking page. */
  trackingToken(): string {
    return decodeURIComponent(new URL(this.page.url()).pathname.split('/').at(-1) ?? '');
  }

  /** Goes on to the tracking page and waits until it is live. */
  async openTracking(): Promise<void> {
    await this.page.getByRole('link', { name: 'Track your order' }).click();
    await this.waitUntilLive();
  }

  async waitUntilLive(): Promise<void> {
    await expect(this.page.getByTestId('live-state')).toHaveAttribute('data-state', 'live', {
      timeout: 30_000,
    });
  }

  get orderStatus(): Locator {
    return this.page.getByTestId('order-status');
  }

  /** The sequence numbers on the timeline, as they are shown. */
  async timeline(): Promise<number[]> {
    const events = await this.page.getByTestId('timeline-event').all();
    return Promise.all(
      events.map(async (event) => Number(await event.getAttribute('data-sequence'))),
    );
  }

  async register(customer: Recipient & { readonly password: string }): Promise<void> {
    await this.page.goto('/account/register');
    const form = this.page.getByRole('form', { name: 'Create an account' });
    await form.getByLabel('Full name').fill(customer.name);
    await form.getByLabel('Email').fill(customer.email);
    await form.getByLabel('Password', { exact: true }).fill(customer.password);
    await form.getByRole('button', { name: 'Create account' }).click();
    await this.page.waitForURL((url) => !url.pathname.endsWith('/register'));
  }

  async signIn(customer: { readonly email: string; readonly password: string }): Promise<void> {
    await this.page.goto('/account/sign-in');
    const form = this.page.getByRole('form', { name: 'Sign in' });
    await form.getByLabel('Email').fill(customer.email);
    await form.getByLabel('Password', { exact: true }).fill(customer.password);
    await form.getByRole('button', { name: 'Sign in' }).click();
    await this.page.waitForURL((url) => !url.pathname.endsWith('/sign-in'));
  }
}
