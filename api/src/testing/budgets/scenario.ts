import type { GraphqlClient } from '../graphql-client';
import type { BudgetShop } from './budget-shop';
import type { Happening } from './happenings';

/** Who sends an operation, and with what. */
export interface Scenario {
  readonly client: GraphqlClient;
  readonly variables?: Readonly<Record<string, unknown>>;
  /** Needed by subscriptions. */
  readonly happening?: Happening;
}

/** Brings a shop to where an operation can be sent. */
export type Prepare = (shop: BudgetShop) => Promise<Scenario> | Scenario;
