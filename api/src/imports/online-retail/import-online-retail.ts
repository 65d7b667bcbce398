import { mkdir, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';

import type { ShopSettingsReader } from '../../shop';
import type { ReportProgress, TaskKeeper } from '../../tasks';
import { FILE_CURRENCY, judgeRow } from './domain/invoice-row';
import { planCatalogue } from './domain/plan-catalogue';
import type { ImportCatalogue } from './import-catalogue';
import { readInvoiceRows, UnreadableFile } from './read-invoice-rows';
import { fullReport, summaryOf } from './report';

export interface ImportOptions {
  /** Folder that the full list of lines set aside is written to. */
  readonly reportDirectory: string;
  /** Prints that list as well. */
  readonly verbose: boolean;
  readonly say: (line: string) => void;
}

/** Builds the catalogue of an Online Retail file and says what became of every line. */
export class ImportOnlineRetail {
  constructor(
    private readonly catalogue: ImportCatalogue,
    private readonly settings: ShopSettingsReader,
    private readonly tasks: Pick<TaskKeeper, 'run'>,
  ) {}

  /** Imports a file under a task, so that the console shows how far it is. */
  run(path: string, options: ImportOptions): Promise<void> {
    const task = { kind: 'IMPORT', title: `Online Retail: ${basename(path)}` } as const;
    return this.tasks.run(task, (report) => this.import(path, options, report));
  }

  private async import(
    path: string,
    { reportDirectory, verbose, say }: ImportOptions,
    report: ReportProgress,
  ): Promise<void> {
    const { currencyCode } = await this.settings.read();
    if (currencyCode !== FILE_CURRENCY) {
      throw new UnreadableFile(
        `The prices of the file are in ${FILE_CURRENCY}, but the shop sells in ${currencyCode}.`,
      );
    }
    const rows = (await readInvoiceRows(path)).map(judgeRow);
    const plan = planCatalogue(rows);
    const outcome = await this.catalogue.run(plan.products, report);
    const list = fullReport(plan);
    if (verbose) say(list.trimEnd());
    for (const line of summaryOf(rows.length, plan, outcome)) say(line);
    await mkdir(reportDirectory, { recursive: true });
    const reportFile = join(reportDirectory, 'online-retail-set-aside.csv');
    await writeFile(reportFile, list);
    say(`Every line set aside, with its number and reason: ${reportFile}`);
  }
}
