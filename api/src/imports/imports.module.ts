import { join } from 'node:path';

import type { CatalogModule } from '../catalog';
import type { StockKeeper } from '../inventory';
import type { Platform } from '../platform/module';
import type { ShopSettingsReader } from '../shop';
import type { TaskKeeper } from '../tasks';
import { ImportCatalogue } from './online-retail/import-catalogue';
import { ImportOnlineRetail } from './online-retail/import-online-retail';

export interface ImportDependencies {
  readonly catalog: CatalogModule;
  readonly stock: StockKeeper;
  readonly settings: ShopSettingsReader;
  readonly tasks: Pick<TaskKeeper, 'run'>;
  readonly dataDirectory: string;
  readonly say: (line: string) => void;
}

/** Imports a file; the arguments are those of the command line. */
export type RunImport = (args: readonly string[]) => Promise<void>;

const usage = 'Usage: import online-retail FILE [--verbose]';

/** Wires the imports from other shops' files. */
export function createImports(
  { transactions }: Pick<Platform, 'transactions'>,
  { catalog, stock, settings, tasks, dataDirectory, say }: ImportDependencies,
): RunImport {
  const onlineRetail = new ImportOnlineRetail(
    new ImportCatalogue(transactions, catalog, stock),
    settings,
    tasks,
  );
  return async (args) => {
    const [format, file, ...rest] = args.filter((arg) => arg !== '--verbose');
    if (format !== 'online-retail' || file === undefined || rest.length > 0) throw new Error(usage);
    await onlineRetail.run(file, {
      reportDirectory: join(dataDirectory, 'imports'),
      verbose: args.includes('--verbose'),
      say,
    });
  };
}
