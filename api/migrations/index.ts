import { Platform1763700000100 } from './1763700000100-platform';
import { Shop1763700000150 } from './1763700000150-shop';

/** Every migration, oldest first. A merged one is never edited. */
export const migrations = [Platform1763700000100, Shop1763700000150];
