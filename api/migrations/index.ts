import { Platform1763700000100 } from './1763700000100-platform';
import { Shop1763700000150 } from './1763700000150-shop';
import { Identity1763700000200 } from './1763700000200-identity';

/** Every migration, oldest first. A merged one is never edited. */
export const migrations = [Platform1763700000100, Shop1763700000150, Identity1763700000200];
