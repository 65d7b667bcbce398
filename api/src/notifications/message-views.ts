import DataLoader from 'dataloader';

import type { CartReader } from '../cart';
import type { CatalogVariation, ProductType } from '../catalog';
import type { OrderLoaders } from '../orders';
import type { LoaderFactory } from '../platform/graphql/loader-scope';
import type { MailView } from '../platform/mail/mail-renderer';
import { amountText, dayText, decimalText } from './domain/mail-texts';
import { goodsOf, type OrderNews, orderView } from './domain/order-view';
import type { MailLinks } from './mail-links';
import type { AbandonedCarts } from './persistence/abandoned-carts.read-model';
import type { ClaimedMessage } from './persistence/message.repository';

/** A gift card, as far as its mail tells of it. */
export interface GiftCardSnapshot {
  readonly initialMinor: bigint;
  readonly currencyCode: string;
  readonly message: string | null;
  readonly expiresAt: Date | null | undefined;
}

/** Cards by id with their codes, which are written into mails and nowhere else. */
export interface GiftCardSource {
  byId(id: string): Promise<GiftCardSnapshot | undefined>;
  codeOf(id: string): string;
}

/** What messages are made of. */
export interface MessageSources {
  readonly orders: Pick<OrderLoaders, 'orderById' | 'linesByOrder' | 'parcelsByOrder'>;
  readonly giftCards: GiftCardSource;
  /** The variations that can be bought among these. */
  readonly variations: (ids: readonly string[]) => Promise<ReadonlyMap<string, CatalogVariation>>;
  readonly productById: LoaderFactory<string, ProductType | undefined>;
  readonly carts: Pick<CartReader, 'byId'>;
  readonly abandoned: AbandonedCarts;
}

/** A view, or why there is nothing to tell any more. */
export type View =
  | {
      readonly view: MailView;
      /** What of it nobody but the reader may know. */
      readonly secret?: string;
    }
  | { readonly dropped: string };

/** Looks up what messages show. One for each batch: what several of them need is read once. */
export class MessageViews {
  private readonly orders;
  private readonly lines;
  private readonly parcels;
  private readonly products;
  private readonly variations;

  constructor(
    private readonly sources: MessageSources,
    private readonly links: MailLinks,
    private readonly currencyCode: string,
  ) {
    this.orders = sources.orders.orderById();
    this.lines = sources.orders.linesByOrder();
    this.parcels = sources.orders.parcelsByOrder();
    this.products = sources.productById();
    this.variations = new DataLoader<string, CatalogVariation | undefined>(async (ids) => {
      const found = await sources.variations(ids);
      return ids.map((id) => found.get(id));
    });
  }

  of(message: ClaimedMessage): Promise<View> {
    switch (message.template) {
      case 'GIFT_CARD':
        return this.giftCard(message);
      case 'PAYMENT_RETURNED':
        return Promise.resolve(paymentReturned(message));
      case 'BACK_IN_STOCK':
        return this.backInStock(message);
      case 'CART_RECOVERY':
        return this.cart(message);
      default:
        return this.order(message);
    }
  }

  private async order({ orderId, details }: ClaimedMessage): Promise<View> {
    const order = orderId ? await this.orders.load(orderId) : undefined;
    if (!order) return { dropped: 'The order is gone.' };
    const lines = await this.lines.load(order.id);
    const news = { ...details, lines: await this.concerned(order.id, details) };
    return { view: orderView(order, lines, news, this.links.home) };
  }

  /** The lines that the event names, or those of the parcel that it names. */
  private async concerned(
    orderId: string,
    { lines, parcelId }: OrderNews & { readonly parcelId?: string },
  ): Promise<OrderNews['lines']> {
    if (lines || parcelId === undefined) return lines;
    const parcels = await this.parcels.load(orderId);
    return parcels.find(({ id }) => id === parcelId)?.lines;
  }

  private async giftCard({ details }: ClaimedMessage): Promise<View> {
    const id = String(details['aggregateId']);
    const card = await this.sources.giftCards.byId(id);
    if (!card) return { dropped: 'The gift card is gone.' };
    const giftCode = this.sources.giftCards.codeOf(id);
    return {
      secret: giftCode,
      view: {
        amount: amountText(card.initialMinor, card.currencyCode),
        sender: details['sender'] ?? null,
        note: card.message,
        giftCode,
        expiresOn: card.expiresAt ? dayText(card.expiresAt) : null,
      },
    };
  }

  private async backInStock({ details, recipient }: ClaimedMessage): Promise<View> {
    const variationId = String(details['variationId']);
    const variation = await this.variations.load(variationId);
    const product = variation && (await this.products.load(variation.productId));
    if (!variation || !product) return { dropped: 'It is sold no more.' };
    const line = {
      ...variation,
      variationTitle: variation.title,
      unitPriceMinor: variation.priceMinor,
      quantity: 1,
      image: variation.image ?? null,
    };
    const text = (minor: bigint): string => amountText(minor, this.currencyCode);
    return {
      view: {
        product: variation.productTitle,
        productPage: `${this.links.home}/products/${product.slug}`,
        lines: [goodsOf(line, this.links.home, text)],
        unsubscribeUrl: this.links.unsubscribe('BACK_IN_STOCK', recipient),
      },
    };
  }

  private async cart({ details, recipient }: ClaimedMessage): Promise<View> {
    const cartId = String(details['cartId']);
    const isLeft = await this.sources.abandoned.isStillLeft(
      { cartId, email: recipient },
      Number(details['version']),
    );
    const cart = isLeft ? await this.sources.carts.byId(cartId) : undefined;
    if (!cart || cart.lines.length === 0) {
      return { dropped: 'The cart was bought, emptied or taken up again.' };
    }
    const text = (minor: bigint): string => amountText(minor, this.currencyCode);
    const lines = cart.lines.map(({ variation, quantity, unitPriceMinor, parts }) => {
      const { productTitle, title, image } = variation;
      const line = { productTitle, variationTitle: title, quantity, unitPriceMinor };
      const named = parts?.map((part) => ({
        productTitle: part.variation.productTitle,
        variationTitle: part.variation.title,
        quantity: part.quantity,
      }));
      return goodsOf({ ...line, parts: named, image: image ?? null }, this.links.home, text);
    });
    const total = { label: 'Total', amount: text(cart.cost.totalMinor), isTotal: true };
    return {
      view: {
        lines,
        sums: [total],
        cartPage: this.links.cart(cartId),
        unsubscribeUrl: this.links.unsubscribe('MARKETING', recipient),
      },
    };
  }
}

function paymentReturned({ details }: ClaimedMessage): View {
  const { amount, currencyCode, because } = details;
  const isTold = typeof amount === 'string' && typeof currencyCode === 'string';
  return {
    view: {
      amount: isTold ? decimalText(amount, currencyCode) : null,
      note: because ?? null,
    },
  };
}
