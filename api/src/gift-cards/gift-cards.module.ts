import type { CatalogModule } from '../catalog';
import type { StockKeeper } from '../inventory';
import type { PaymentKeeper, RefundKeeper } from '../payments';
import type { ModuleParts, Platform } from '../platform/module';
import { CodeGuard } from './code-guard';
import { ChangeGiftCards } from './commands/change-gift-cards';
import { IssueGiftCards } from './commands/issue-gift-cards';
import { SellGiftCards } from './commands/sell-gift-cards';
import { TakeBackGiftCards } from './commands/take-back-gift-cards';
import { GiftCardCodes } from './gift-card-codes';
import { GIFT_CARD_PAYMENT, GiftCardHold } from './gift-card-hold';
import { GiftCardPayments } from './gift-card-payments';
import { GiftCardResolver } from './graphql/gift-card.resolver';
import { GiftCardBalanceResolver } from './graphql/gift-card-balance.resolver';
import { GiftCardProductResolver } from './graphql/gift-card-product.resolver';
import { CardsOfOrders } from './persistence/cards-of-orders';
import { GiftCardRepository } from './persistence/gift-card.repository';
import { HeldBalances } from './persistence/held-balances';
import { SoldGiftCards } from './persistence/sold-gift-cards';
import { RefundToGiftCards } from './refund-to-gift-cards';

export interface GiftCardDependencies {
  readonly payments: PaymentKeeper;
  readonly refunds: RefundKeeper;
  readonly catalog: Pick<CatalogModule, 'giftCards' | 'productById'>;
  readonly stock: StockKeeper;
  /** The server's secret, from which the codes are worked out. */
  readonly secret: string;
}

/** Wires gift cards: a hold and a way to pay for checkouts, and what staff and holders see of them. */
export function createGiftCardsModule(
  { dataSource, transactions, eventLog, clock, redis }: Platform,
  { payments, refunds, catalog, stock, secret }: GiftCardDependencies,
) {
  const cards = new GiftCardRepository(dataSource);
  const codes = new GiftCardCodes(secret);
  const maker = new IssueGiftCards(cards, codes, eventLog, clock);
  const change = new ChangeGiftCards(transactions, cards, maker, eventLog, clock);
  const tender = new GiftCardPayments(cards, codes, new CodeGuard(redis), clock);
  refunds.takenBackBy(GIFT_CARD_PAYMENT, new RefundToGiftCards(cards, clock));
  const sold = new SoldGiftCards(dataSource);
  const sell = new SellGiftCards(transactions, catalog.giftCards, stock, sold, maker);
  return {
    resolvers: [
      new GiftCardProductResolver(sell, catalog.productById),
      new GiftCardResolver(cards, change, codes),
      new GiftCardBalanceResolver(tender, () => clock.now()),
    ],
    jobs: [
      { name: 'make-sold-gift-cards', intervalSeconds: 5, run: () => sell.make() },
      { name: 'restock-gift-cards', intervalSeconds: 60, run: () => sell.restock() },
    ],
    hold: new GiftCardHold(cards, new HeldBalances(), payments, clock),
    tender,
    /** Takes cards back whose purchase was cancelled or refunded. */
    sold: new TakeBackGiftCards(new CardsOfOrders(), eventLog, clock),
    /** Cards by id and their codes, for the mail that hands a card over. */
    cards: {
      byId: async (id: string) => (await cards.byIds([id]))[0],
      codeOf: (id: string) => codes.codeOf(id),
    },
  } satisfies ModuleParts & Record<string, unknown>;
}
