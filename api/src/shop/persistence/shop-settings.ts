import type { DataSource } from 'typeorm';

import type { Clock } from '../../kernel/clock';
import { ShopEntity } from './shop.entity';

/** The shop's settings as other modules may know them. */
export type ShopSettings = Readonly<Omit<ShopEntity, 'onlyRow' | 'updatedAt'>>;

/** How long settings may be remembered; they change a few times a year. */
const MEMORY_MS = 5_000;

/** Reads the shop's settings, at most once every few seconds. */
export class ShopSettingsReader {
  private remembered: { readonly at: number; readonly settings: Promise<ShopSettings> } | undefined;

  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {}

  /** The settings now, or as they were a few seconds ago. */
  read(): Promise<ShopSettings> {
    const now = this.clock.now().getTime();
    if (!this.remembered || now - this.remembered.at > MEMORY_MS) {
      const settings = this.dataSource
        .getRepository(ShopEntity)
        .findOneByOrFail({ onlyRow: true })
        .catch((error: unknown) => {
          this.remembered = undefined;
          throw error;
        });
      this.remembered = { at: now, settings };
    }
    return this.remembered.settings;
  }

  /** Writes settings; used by set-up commands. */
  async save(settings: Partial<ShopSettings>): Promise<void> {
    await this.dataSource
      .getRepository(ShopEntity)
      .update({ onlyRow: true }, { ...settings, updatedAt: this.clock.now() });
    this.remembered = undefined;
  }
}
