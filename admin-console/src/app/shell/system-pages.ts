import {
  LucideArchive,
  type LucideIconInput,
  LucideKeyRound,
  LucideListChecks,
} from '@lucide/angular';

import type { Permission } from '../shared/graphql/types.generated';

/** An entry of the navigation, for staff who have its permission. */
export interface SystemPage {
  readonly path: string;
  readonly label: string;
  readonly icon: LucideIconInput;
  readonly permission: Permission;
}

/** The pages about how the shop runs. */
export const systemPages: readonly SystemPage[] = [
  { path: '/system/tasks', label: 'Tasks', icon: LucideListChecks, permission: 'CATALOG_READ' },
  {
    path: '/system/api-keys',
    label: 'API keys',
    icon: LucideKeyRound,
    permission: 'API_KEYS_WRITE',
  },
  { path: '/system/cache', label: 'Cache', icon: LucideArchive, permission: 'SYSTEM_MANAGE' },
];
