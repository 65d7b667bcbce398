import type pg from 'pg';

import { Buyer } from '../harness/buyer.ts';
import { GraphqlClient } from '../harness/graphql-client.ts';
import type { StaffClient } from '../harness/staff-client.ts';
import { type CatalogueModel, type ModelProduct, nextTitle } from './catalogue-model.ts';
import type { Which } from './gateway-under-test.ts';
import { titleWords } from './planned-catalogue.ts';
import type { Random } from './random.ts';
import { moment, type Register } from './register.ts';
import type { Trouble } from './trouble.ts';

/** What writers did. */
export interface WriterReport {
  /** Acknowledged writes by kind. */
  readonly done: Map<string, number>;
  /** Writes whose answer never came; either outcome is right. */
  unanswered: number;
  readonly errors: string[];
}

/** What writers need of the shop. */
export interface WritePlaces {
  readonly database: pg.Pool;
  url(which: Which): string;
  isRunning(which: Which): boolean;
  /** Waits until what killed processes had begun in the database is either done or undone. */
  settled(): Promise<void>;
}

/** One thing that a writer changes, and where the database keeps it. */
interface Target<T> {
  readonly kind: string;
  readonly register: Register<T>;
  readonly truth: { readonly sql: string; readonly params: readonly unknown[] };
}

const counts = [0, 1, 2, 4, 5, 6, 7, 30] as const;
const addresses = 250;

/** Writers that change what is shown at random and tell the model what was acknowledged. */
export class Writers {
  readonly report: WriterReport = { done: new Map(), unanswered: 0, errors: [] };
  private readonly model: CatalogueModel;
  private readonly places: WritePlaces;
  private readonly trouble: Trouble;
  private readonly staff: readonly [StaffClient, StaffClient];
  /** What a writer is at; no two change the same thing at once. */
  private readonly busy = new Set<unknown>();

  constructor(parts: {
    readonly model: CatalogueModel;
    readonly places: WritePlaces;
    readonly trouble: Trouble;
    readonly staff: readonly [StaffClient, StaffClient];
  }) {
    this.model = parts.model;
    this.places = parts.places;
    this.trouble = parts.trouble;
    this.staff = parts.staff;
  }

  /** Writes, one thing after the other, until it is told to stop. */
  async write(random: Random, stop: AbortSignal): Promise<void> {
    while (!stop.aborted) {
      const product = random.pick(this.model.products);
      const kind = random.pick([this.content, this.price, this.membership, this.count, this.sale]);
      await kind.call(this, product, random);
    }
  }

  private async content({ code, id, title }: ModelProduct, random: Random): Promise<void> {
    const target = { kind: 'title', register: title, truth: columnOf('title', id) };
    await this.alone(target, random, (which) => {
      const next = nextTitle(title.latest, code, random.pick(titleWords));
      return this.change(target, next, () => this.staff[which].setTitle(id, next));
    });
  }

  private async price({ id, priceMinor }: ModelProduct, random: Random): Promise<void> {
    const truth = columnOf('base_price_minor::int', id);
    const target = { kind: 'price', register: priceMinor, truth };
    await this.alone(target, random, (which) => {
      const next = priceMinor.latest + 1 + random.below(40);
      return this.change(target, next, () => this.staff[which].setPrice(id, next));
    });
  }

  private async membership({ id, memberOf }: ModelProduct, random: Random): Promise<void> {
    const collection = random.pick(this.model.collections);
    const register = memberOf.get(collection.slug);
    if (!register) throw new Error(`The model knows no membership in ${collection.slug}.`);
    const truth = {
      sql: `SELECT EXISTS (SELECT FROM collection_product
              WHERE product_id = $1 AND collection_id = $2) AS value`,
      params: [id, collection.id],
    };
    const target = { kind: 'membership', register, truth };
    await this.alone(target, random, (which) => {
      const joins = !register.latest;
      return this.change(target, joins, () =>
        this.staff[which].setMembership(collection.id, id, joins),
      );
    });
  }

  private async count({ variations }: ModelProduct, random: Random): Promise<void> {
    const { available, id } = random.pick(variations);
    const target = { kind: 'count', register: available, truth: stockOf(id) };
    await this.alone(target, random, async (which) => {
      const units = random.pick(counts);
      const reserved = await this.reservedOf(id);
      await this.change(target, units, () => this.staff[which].setStock(id, units + reserved));
    });
  }

  /** Buys a unit, where there is one, and half of the time gives it back. */
  private async sale({ variations }: ModelProduct, random: Random): Promise<void> {
    const { available, id } = random.pick(variations);
    const target = { kind: 'sale', register: available, truth: stockOf(id) };
    const cancels = random.chance(0.5);
    const address = `198.19.${random.below(addresses)}.${random.below(addresses) + 1}`;
    await this.alone(target, random, async (which) => {
      if (available.latest < 1) return;
      const url = `${this.places.url(which)}/graphql`;
      const endpoint = new GraphqlClient(url, { 'x-forwarded-for': address });
      const buyer = await Buyer.atTheTill(endpoint, id);
      await this.change(target, available.latest - 1, () => buyer.reserve());
      const order = await buyer.charge();
      if (!cancels) return;
      const back = { ...target, kind: 'cancellation' };
      await this.change(back, available.latest + 1, () => buyer.cancel(order));
    });
  }

  /** Does something while nobody else changes the same; whatever fails leaves the model with the truth. */
  private async alone<T>(
    { kind, register, truth }: Target<T>,
    random: Random,
    work: (which: Which) => Promise<void>,
  ): Promise<void> {
    if (this.busy.has(register)) {
      // Lets the readers and the other writers go on.
      await new Promise((resolve) => setImmediate(resolve));
      return;
    }
    this.busy.add(register);
    const wanted: Which = random.chance(0.5) ? 0 : 1;
    const which = this.places.isRunning(wanted) ? wanted : wanted === 0 ? 1 : 0;
    const asked = moment();
    try {
      await work(which);
    } catch (error) {
      if (this.trouble.explains(which, asked)) this.report.unanswered += 1;
      else this.report.errors.push(`process ${which}: ${kind}: ${String(error)}`);
      await this.places.settled();
      const { rows } = await this.places.database.query<{ value: T }>(truth.sql, [...truth.params]);
      register.acknowledge(register.issue((rows[0] as { value: T }).value));
    } finally {
      this.busy.delete(register);
    }
  }

  /** Units that are held by a checkout whose payment was never answered. */
  private async reservedOf(variationId: string): Promise<number> {
    const { rows } = await this.places.database.query<{ reserved: number }>(
      'SELECT reserved FROM variation_stock WHERE variation_id = $1',
      [variationId],
    );
    return rows[0]?.reserved ?? 0;
  }

  private async change<T>(
    { kind, register }: Target<T>,
    value: T,
    send: () => Promise<void>,
  ): Promise<void> {
    const version = register.issue(value);
    await send();
    register.acknowledge(version);
    this.report.done.set(kind, (this.report.done.get(kind) ?? 0) + 1);
  }
}

function columnOf(column: string, productId: string): Target<unknown>['truth'] {
  return { sql: `SELECT ${column} AS value FROM product WHERE id = $1`, params: [productId] };
}

function stockOf(variationId: string): Target<unknown>['truth'] {
  return {
    sql: 'SELECT available AS value FROM variation_stock WHERE variation_id = $1',
    params: [variationId],
  };
}
