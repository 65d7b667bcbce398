import type { GraphqlClient } from '../graphql-client';
import type { BudgetShop } from './budget-shop';
import type { Happening } from './happenings';

/** Who sends an operation, and with what. */
export interface Scenario {
  readonly client: GraphqlClient;
  readonly variables?: Readonly<Record<string, unknown>>;
  /** The code it is refused with, where a shop without a card provider can do no more; else it has to be done. */
  readonly refusedWith?: string;
  /** Needed by subscriptions. */
  readonly happening?: Happening;
}

/** Brings a shop to where an operation can be sent. */
export type Prepare = (shop: BudgetShop) => Promise<Scenario> | Scenario;
