import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';

import { demoLogins } from '../launcher/demo-logins.ts';
import { Refusal } from '../launcher/refusal.ts';

/** What a run of the replay was asked to do. */
export interface ReplayOptions {
  readonly file: string;
  /** How many invoices of the file, from its beginning. */
  readonly invoices: number;
  readonly concurrency: number;
  readonly url: URL;
  readonly staff: { readonly email: string; readonly password: string };
}

const usage = `Usage: npm run replay -- FILE [--invoices N] [--concurrency N] [--url http://localhost:8080]
         [--staff-email EMAIL --staff-password PASSWORD]`;

/** Reads the command line and refuses what cannot be meant. */
export function readOptions(args: readonly string[], workingFolder: string): ReplayOptions {
  const { values, positionals } = parse(args);
  const [file, ...rest] = positionals;
  if (file === undefined || rest.length > 0) throw new Refusal(usage);
  const path = resolve(workingFolder, file);
  if (!existsSync(path)) throw new Refusal(`There is no file ${path}.`);
  return {
    file: path,
    invoices: wholeNumber('--invoices', values.invoices) ?? Infinity,
    concurrency: wholeNumber('--concurrency', values.concurrency) ?? 8,
    url: address(values.url),
    staff: {
      email: values['staff-email'] ?? demoLogins.staff.email,
      password: values['staff-password'] ?? demoLogins.staff.password,
    },
  };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        invoices: { type: 'string' },
        concurrency: { type: 'string' },
        url: { type: 'string', default: 'http://localhost:8080' },
        'staff-email': { type: 'string' },
        'staff-password': { type: 'string' },
      },
    });
  } catch (error) {
    throw new Refusal(`${error instanceof Error ? error.message : String(error)}\n${usage}`);
  }
}

function wholeNumber(name: string, value: string | undefined): number | undefined {
  if (value === undefined) return undefined;
  if (!/^[1-9]\d{0,6}$/.test(value)) throw new Refusal(`${name} must be a number from 1 on.`);
  return Number(value);
}

function address(value: string): URL {
  if (URL.canParse(value) && /^https?:/.test(value)) return new URL(value);
  throw new Refusal(`--url must be an address such as http://localhost:8080, not "${value}".`);
}
