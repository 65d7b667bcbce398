import 'reflect-metadata';

import { randomBytes } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { type Logger, pino } from 'pino';

import { buildContracts, printContract } from './app/build-graph';
import { buildModules, type Modules } from './app/build-modules';
import { buildPlatform } from './app/build-platform';
import { type Config, loadConfig } from './app/config';
import { renderPicture, seedDemo } from './demo';
import { createImports } from './imports';
import type { Platform } from './platform/module';

interface CommandContext {
  readonly platform: Platform;
  readonly modules: Modules;
  readonly config: Config;
  readonly args: readonly string[];
}

interface Command {
  readonly help: string;
  run(context: CommandContext): Promise<void>;
}

const say = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

const commands: Record<string, Command> = {
  migrate: {
    help: 'bring the database to the newest structure',
    run: async ({ platform }) => {
      const done = await platform.dataSource.runMigrations({ transaction: 'each' });
      say(done.length === 0 ? 'The database is up to date.' : `Ran ${done.length} migrations.`);
    },
  },
  'seed-demo': {
    help: 'fill an empty shop with the demo shop Halftone; needs DEMO=1',
    run: async ({ platform, modules, config }) => {
      if (!config.demo) throw new Error('Demo data is made only where DEMO=1 asks for it.');
      const { transactions } = platform;
      const { catalog, identity, inventory, media, pricing, promotions, shop } = modules;
      await seedDemo(
        {
          transactions,
          catalog,
          media,
          inventory,
          pricing,
          promotions,
          shop,
          accounts: identity.accounts,
          render: renderPicture,
          say,
        },
        config.demo,
      );
    },
  },
  'staff-create': {
    help: 'make a member of staff: staff-create EMAIL NAME [owner|order-desk]',
    run: async ({ modules, args }) => {
      const [email = '', name = '', role = 'owner'] = args;
      if (!email || !name) throw new Error('Usage: staff-create EMAIL NAME [owner|order-desk]');
      const password = randomBytes(12).toString('base64url');
      const made = await modules.identity.accounts.staffMember({ email, name, password, role });
      if (!made.ok) throw new Error(made.refusals.map((refusal) => refusal.message).join(' '));
      say(`${email} may sign in at /admin/ with the password ${password} (shown this once).`);
    },
  },
  import: {
    help: 'build the catalogue from a file of another shop: import online-retail FILE [--verbose]',
    run: ({ platform, modules, config, args }) =>
      createImports(platform, {
        catalog: modules.catalog,
        stock: modules.inventory.stock,
        settings: modules.shop.settings,
        tasks: modules.tasks.keeper,
        dataDirectory: config.dataDirectory,
        say,
      })(args),
  },
};

/** Emits both contracts without a database: building the graph needs the wiring, not the connections. */
async function emitSchema(directory: string): Promise<void> {
  const unconnected = { dataSource: {}, log: pino({ level: 'silent' }) } as unknown as Platform;
  const modules = buildModules(unconnected, {
    publicUrl: 'http://localhost',
    dataDirectory: '',
    jwtSecret: '',
    returnWindowDays: 0,
    mail: { smtpUrl: undefined, from: undefined, cartReminderHours: 0 },
    stripe: undefined,
  });
  const contracts = await buildContracts(modules.all.flatMap((module) => module.resolvers));
  await mkdir(directory, { recursive: true });
  await writeFile(join(directory, 'public.graphql'), printContract(contracts.public));
  await writeFile(join(directory, 'admin.graphql'), printContract(contracts.admin));
  say(`Wrote public.graphql and admin.graphql to ${directory}.`);
}

async function main(): Promise<void> {
  const [name = 'help', ...args] = process.argv.slice(2);
  if (name === 'emit-schema') return emitSchema(args[0] ?? 'schema');
  const command = commands[name];
  if (!command) {
    say('Usage: cli.js COMMAND');
    say('  emit-schema DIRECTORY  write both GraphQL contracts');
    for (const [each, { help }] of Object.entries(commands)) say(`  ${each}  ${help}`);
    process.exitCode = name === 'help' ? 0 : 2;
    return;
  }
  const config = loadConfig();
  const log: Logger = pino({ level: config.logLevel === 'debug' ? 'debug' : 'warn' });
  const platform = await buildPlatform({ ...config, redisUrl: undefined }, log);
  try {
    await command.run({ platform, modules: buildModules(platform, config), config, args });
  } finally {
    await platform.close();
  }
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
