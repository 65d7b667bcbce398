import { Refusal } from '../launcher/refusal.ts';
import { Refused } from './buyer.ts';
import { CallFailed } from './graphql-endpoint.ts';
import { readInvoices } from './invoices.ts';
import { readOptions } from './options.ts';
import { reportOf } from './report.ts';
import { runReplay } from './run-replay.ts';

const say = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

async function replay(): Promise<boolean> {
  // npm changes to the repository's folder; the file is meant from where the person stands.
  const options = readOptions(process.argv.slice(2), process.env['INIT_CWD'] ?? process.cwd());
  const invoices = readInvoices(options.file).slice(0, options.invoices);
  const result = await runReplay(invoices, options, say);
  say(reportOf(result));
  return result.reconciliation.agrees;
}

try {
  process.exitCode = (await replay()) ? 0 : 1;
} catch (error) {
  const isExpected = [Refusal, Refused, CallFailed].some((kind) => error instanceof kind);
  if (!isExpected) throw error;
  process.stderr.write(`${(error as Error).message}\n`);
  process.exitCode = 1;
}
