import type { z } from 'zod';

import type { CatalogReader } from '../../catalog';
import type { Clock } from '../../kernel/clock';
import { newId } from '../../kernel/ids';
import { accepted, refused, type Result } from '../../kernel/result';
import { once } from '../../platform/database/idempotency';
import type { Transaction, TransactionRunner } from '../../platform/database/transaction';
import type { Actor } from '../../platform/events/event-log';
import type { ShopSettingsReader } from '../../shop';
import type { DraftRecord, DraftRepository } from '../persistence/draft.repository';
import type {
  draftCreateInput,
  DraftDetails,
  draftRemoveInput,
  draftUpdateInput,
} from './draft-inputs';
import { readLines } from './draft-lines';

/** Who asks, and what they may do to prices. */
export interface DraftOrigin {
  readonly actor: Actor;
  readonly requestId: string;
  readonly maySetPrices: boolean;
}

/** Makes, changes and removes drafts. */
export class EditDrafts {
  constructor(
    private readonly transactions: TransactionRunner,
    private readonly drafts: DraftRepository,
    private readonly catalog: CatalogReader,
    private readonly settings: ShopSettingsReader,
    private readonly clock: Clock,
  ) {}

  /** Makes a draft; returns its id. */
  async create(
    { idempotencyKey, ...details }: z.output<typeof draftCreateInput>,
    origin: DraftOrigin,
  ): Promise<Result<string>> {
    const { currencyCode } = await this.settings.read();
    const { actor } = origin;
    const owner = actor.id ?? actor.kind;
    const claim = { operation: 'draftOrderCreate', owner, key: idempotencyKey, input: details };
    const now = this.clock.now();
    const empty: DraftRecord = {
      id: newId(),
      version: 0,
      status: 'OPEN',
      customerId: null,
      email: null,
      shippingAddress: null,
      shippingMethodCode: null,
      couponCodes: [],
      note: null,
      currencyCode,
      lines: [],
      quote: null,
      orderId: null,
      createdBy: actor,
      createdAt: now,
      updatedAt: now,
    };
    return this.transactions.run((tx) =>
      once(tx, claim, () => this.write(tx, empty, details, origin)),
    );
  }

  /** Changes what the input names, and empties what it names as null. A list of lines replaces the lines there were. */
  update(
    { draftOrderId, expectedVersion, ...details }: z.output<typeof draftUpdateInput>,
    origin: DraftOrigin,
  ): Promise<Result<string>> {
    return this.transactions.run(async (tx) => {
      const found = await openDraft(tx, this.drafts, draftOrderId, expectedVersion);
      return found.ok ? this.write(tx, found.value, details, origin) : found;
    });
  }

  /** Removes an open draft; one that is gone already is no error. */
  remove({ draftOrderId }: z.output<typeof draftRemoveInput>): Promise<Result<string>> {
    return this.transactions.run(async (tx) => {
      const draft = await this.drafts.lock(tx, draftOrderId);
      if (!draft) return accepted(draftOrderId);
      if (draft.status !== 'OPEN') return completed();
      await this.drafts.remove(tx, draftOrderId);
      return accepted(draftOrderId);
    });
  }

  private async write(
    tx: Transaction,
    draft: DraftRecord,
    details: DraftDetails,
    { maySetPrices }: DraftOrigin,
  ): Promise<Result<string>> {
    const { currencyCode } = draft;
    const lines =
      details.lines === undefined
        ? accepted(draft.lines)
        : await readLines(tx, this.catalog, details.lines ?? [], { currencyCode, maySetPrices });
    if (!lines.ok) return lines;
    const customerId = kept(details.customerId, draft.customerId);
    if (customerId && customerId !== draft.customerId && !(await this.isCustomer(tx, customerId))) {
      const message = 'There is no such customer.';
      return refused({ code: 'NOT_FOUND', message, path: ['customerId'] });
    }
    await this.drafts.put(tx, {
      ...draft,
      version: draft.version + 1,
      customerId,
      email: kept(details.email, draft.email),
      shippingAddress: kept(details.shippingAddress, draft.shippingAddress),
      shippingMethodCode: kept(details.shippingMethodCode, draft.shippingMethodCode),
      couponCodes:
        kept(details.couponCodes, draft.couponCodes)?.map((code) => code.toUpperCase()) ?? [],
      note: kept(details.note, draft.note),
      lines: lines.value,
      updatedAt: this.clock.now(),
    });
    return accepted(draft.id);
  }

  private async isCustomer(tx: Transaction, id: string): Promise<boolean> {
    const rows: unknown[] = await tx.manager.query(`SELECT 1 FROM customer WHERE id = $1`, [id]);
    return rows.length > 0;
  }
}

/** What was entered, null where it was emptied; what there was where nothing was said. */
function kept<T>(entered: T | null | undefined, before: T | null): T | null {
  return entered === undefined ? before : entered;
}

/** A draft that can still be changed, locked until the transaction ends. */
export async function openDraft(
  tx: Transaction,
  drafts: DraftRepository,
  id: string,
  expectedVersion: number | undefined,
): Promise<Result<DraftRecord>> {
  const draft = await drafts.lock(tx, id);
  if (!draft) {
    const message = 'There is no such draft.';
    return refused({ code: 'NOT_FOUND', message, path: ['draftOrderId'] });
  }
  if (draft.status !== 'OPEN') return completed();
  if (expectedVersion === undefined || expectedVersion === draft.version) return accepted(draft);
  return refused({
    code: 'VERSION_CONFLICT',
    message: 'The draft was changed meanwhile.',
    path: ['expectedVersion'],
    currentVersion: draft.version,
  });
}

function completed(): Result<never> {
  return refused({ code: 'ILLEGAL_TRANSITION', message: 'This draft has become an order.' });
}
