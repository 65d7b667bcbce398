import type { Clock } from '../../kernel/clock';
import { accepted } from '../../kernel/result';
import type { Moment } from '../../platform/changes/change-feed';
import type { Transaction } from '../../platform/database/transaction';
import type { Platform } from '../../platform/module';
import { ShopEntity } from './shop.entity';

/** The shop's settings as other modules may know them. */
export type ShopSettings = Readonly<Omit<ShopEntity, 'onlyRow' | 'updatedAt'>>;

/** Changed when the settings are others. */
export const SHOP_TAG = 'shop';

/** How long settings may be remembered by somebody who has not heard that they changed. */
const MEMORY_MS = 5_000;

interface Remembered {
  readonly at: number;
  /** Before it was read; absent when the database could not say. */
  readonly moment: Moment | undefined;
  readonly settings: ShopSettings;
}

/** Reads the shop's settings, again only when they changed or after a few seconds. */
export class ShopSettingsReader {
  private remembered: Remembered | undefined;
  private reading: Promise<void> | undefined;
  private readonly clock: Clock;

  constructor(
    private readonly platform: Pick<Platform, 'dataSource' | 'transactions' | 'changes' | 'clock'>,
  ) {
    this.clock = platform.clock;
  }

  /** The settings, at most a few seconds old, and never older than what the current request has heard of. */
  async read(): Promise<ShopSettings> {
    for (;;) {
      const { remembered } = this;
      if (remembered && !this.isOld(remembered)) return remembered.settings;
      // A reading that somebody else began may be older than what this caller has heard of, so it is looked at again.
      this.reading ??= this.load().finally(() => (this.reading = undefined));
      await this.reading;
    }
  }

  /** The settings as they are now. */
  async readNow(): Promise<ShopSettings> {
    return this.platform.dataSource.getRepository(ShopEntity).findOneByOrFail({ onlyRow: true });
  }

  /** Writes settings; used by set-up commands. */
  async save(settings: Partial<ShopSettings>): Promise<void> {
    await this.platform.transactions.run(async (tx) => {
      await this.saveIn(tx, settings);
      return accepted(null);
    });
    this.remembered = undefined;
  }

  /** Writes settings in the caller's transaction. */
  async saveIn(tx: Transaction, settings: Partial<ShopSettings>): Promise<void> {
    await tx.manager
      .getRepository(ShopEntity)
      .update({ onlyRow: true }, { ...settings, updatedAt: this.clock.now() });
    tx.changed(SHOP_TAG);
  }

  private isOld({ at, moment }: Remembered): boolean {
    if (this.clock.now().getTime() - at > MEMORY_MS) return true;
    return moment !== undefined && this.platform.changes.changedSince([SHOP_TAG], moment);
  }

  private async load(): Promise<void> {
    const at = this.clock.now().getTime();
    const moment = await this.platform.changes.current().catch(() => undefined);
    const settings = await this.readNow();
    this.remembered = { at, moment, settings };
  }
}
