import { execFileSync } from 'node:child_process';

/** Names the folder of the seeded shop to the processes that run the tests. */
export const seededShopVariable = 'SEEDED_SHOP';

/** Makes a data folder that already holds the demo shop. Drawing its pictures anew would take most of a minute. */
export function copySeededShop(dataDir: string): void {
  const seeded = process.env[seededShopVariable];
  if (!seeded) throw new Error('The tests were started without their global set-up.');
  // With its owners, because PostgreSQL opens no folder that belongs to another user.
  execFileSync('cp', ['--archive', `${seeded}/.`, dataDir]);
}
