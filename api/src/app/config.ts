import { z } from 'zod';

import type { StripeAccount } from '../payments';

const flag = z
  .enum(['0', '1', 'true', 'false'])
  .default('0')
  .transform((value) => value === '1' || value === 'true');

/** Every setting of the server and the worker; `.env.example` is written from it. */
export const environment = z
  .object({
    HOST: z.string().default('127.0.0.1').describe('Address to listen on; 0.0.0.0 for all.'),
    PORT: z.coerce.number().int().min(0).max(65_535).default(4000).describe('Port to listen on.'),
    PUBLIC_URL: z
      .url()
      .default('http://localhost:8080')
      .describe('Address that browsers see; cookies are `Secure` when it is https.'),
    DATABASE_URL: z
      .string()
      .regex(/^postgres(ql)?:\/\//, 'must be a postgres:// URL')
      .describe('The PostgreSQL database that holds all truth.'),
    DATABASE_POOL_SIZE: z.coerce
      .number()
      .int()
      .min(1)
      .max(200)
      .default(16)
      .describe('Database connections of one process.'),
    DATABASE_PREPARED_STATEMENTS: z
      .enum(['on', 'off'])
      .default('on')
      .describe(
        'Whether frequent statements are prepared, which saves most of their cost; off behind a pooler that gives each transaction another connection and cannot.',
      ),
    REDIS_URL: z
      .string()
      .regex(
        /^(rediss?|redis\+(sentinel|cluster)):\/\//,
        'must be a redis://, redis+sentinel:// or redis+cluster:// URL',
      )
      .optional()
      .describe(
        'Redis for what may be lost; mandatory with more than one API process. Behind sentinels redis+sentinel://host:26379,host:26379/name, a cluster redis+cluster://host:6379,host:6379.',
      ),
    RESPONSE_CACHE: z
      .enum(['on', 'off'])
      .default('on')
      .describe(
        'Whether answers that are the same for everybody are kept; off to measure without.',
      ),
    RELEASE: z
      .string()
      .regex(/^[\w.-]{1,64}$/, 'must be a short name without spaces')
      .default('unnamed')
      .describe('Name of the build; processes of other builds do not share kept answers with it.'),
    API_PROCESSES: z.coerce
      .number()
      .int()
      .min(1)
      .default(1)
      .describe('How many API processes serve this shop.'),
    DATA_DIR: z.string().default('.data').describe('Folder of uploaded and generated media.'),
    JWT_SECRET: z
      .string()
      .min(32, 'must have at least 32 characters')
      .describe(
        'Signs access tokens; the same for all processes, such as from `openssl rand -base64 48`.',
      ),
    EMBEDDED_WORKER: flag.describe('Whether the server also does the worker’s jobs.'),
    RETURN_WINDOW_DAYS: z.coerce
      .number()
      .int()
      .min(0)
      .max(3_650)
      .default(30)
      .describe('For how many days after their arrival shoppers may send goods back.'),
    LOG_LEVEL: z
      .enum(['trace', 'debug', 'info', 'warn', 'error', 'silent'])
      .default('info')
      .describe('How much is logged: trace, debug, info, warn, error or silent.'),
    DEMO: flag.describe('Whether an empty shop is filled with the demo catalogue and its logins.'),
    DEMO_STAFF_EMAIL: z.email().optional().describe('Login of the demo member of staff.'),
    DEMO_STAFF_PASSWORD: z.string().optional().describe('Password of the demo member of staff.'),
    DEMO_CUSTOMER_EMAIL: z.email().optional().describe('Login of the demo customer.'),
    DEMO_CUSTOMER_PASSWORD: z.string().optional().describe('Password of the demo customer.'),
    OPERATION_MANIFESTS: z
      .string()
      .default('storefront/operations.generated.json,admin-console/operations.generated.json')
      .describe('Files that say what the apps send; separated by commas, those that exist count.'),
    DEVELOPMENT_STATS: flag.describe(
      'Whether answers carry what they took: SQL statements, milliseconds, cost.',
    ),
    RATE_LIMIT_OPERATIONS: z.coerce
      .number()
      .int()
      .min(0)
      .default(1_200)
      .describe('Operations a minute of one customer or client network; 0 for no limit.'),
    RATE_LIMIT_COST: z.coerce
      .number()
      .int()
      .min(0)
      .default(200_000)
      .describe('Cost of operations a minute of one customer or client network; 0 for no limit.'),
    MAX_EXECUTIONS: z.coerce
      .number()
      .int()
      .min(1)
      .default(64)
      .describe('Operations that one process executes at once.'),
    MAX_WAITING: z.coerce
      .number()
      .int()
      .min(0)
      .default(256)
      .describe('Operations that wait for that at most; all others are answered with 503.'),
    SMTP_URL: z
      .string()
      .regex(/^smtps?:\/\//, 'must be an smtp:// or smtps:// URL')
      .optional()
      .describe(
        'Mail server, such as smtps://user:password@mail.example.com; without one, messages stay in a mailbox that the console shows.',
      ),
    MAIL_FROM: z
      .email()
      .optional()
      .describe('Address that mail comes from; its name is the shop’s.'),
    CART_REMINDER_HOURS: z.coerce
      .number()
      .int()
      .min(0)
      .max(240)
      .default(24)
      .describe(
        'After how many hours a cart left behind is worth a mail to those who agreed to such; 0 for never.',
      ),
    STRIPE_SECRET_KEY: z
      .string()
      .optional()
      .describe('Secret key of the shop at Stripe; cards are offered where it is set.'),
    STRIPE_PUBLISHABLE_KEY: z
      .string()
      .optional()
      .describe('Public key of the shop at Stripe, for the shoppers’ browsers.'),
    STRIPE_WEBHOOK_SECRET: z
      .string()
      .optional()
      .describe('Signs what Stripe sends to /webhooks/stripe.'),
    STRIPE_CAPTURE: z
      .enum(['now', 'later'])
      .default('now')
      .describe('Whether cards are charged when the order is placed, or later when staff say so.'),
    STRIPE_TIMEOUT_MS: z.coerce
      .number()
      .int()
      .min(100)
      .max(30_000)
      .default(8_000)
      .describe('How long an answer of Stripe is waited for.'),
    STRIPE_API_BASE: z
      .url()
      .optional()
      .describe('Another address than that of Stripe, for tests against a double.'),
    TEST_END_AT: z
      .string()
      .optional()
      .describe('For tests: the step of a checkout at which the process ends as in a crash.'),
    TRUSTED_PROXIES: z
      .string()
      .default('loopback,linklocal,uniquelocal')
      .describe('Proxies whose X-Forwarded-For is believed.'),
  })
  .refine((env) => env.API_PROCESSES === 1 || env.REDIS_URL, {
    path: ['REDIS_URL'],
    message: 'is mandatory when more than one API process runs (API_PROCESSES > 1)',
  })
  .refine(
    (env) =>
      !env.STRIPE_SECRET_KEY || Boolean(env.STRIPE_PUBLISHABLE_KEY && env.STRIPE_WEBHOOK_SECRET),
    {
      path: ['STRIPE_SECRET_KEY'],
      message: 'needs STRIPE_PUBLISHABLE_KEY and STRIPE_WEBHOOK_SECRET beside it',
    },
  )
  .refine((env) => env.SMTP_URL === undefined || env.MAIL_FROM !== undefined, {
    path: ['MAIL_FROM'],
    message: 'is mandatory where there is a mail server (SMTP_URL)',
  });

/** Values that people copy out of examples; starting with one would hand out everybody's sessions. */
const knownDefaults = /^(change-?me|secret|password|example|default)/i;

/** Somebody who may sign in to the demo shop. */
export interface DemoLogin {
  readonly email: string;
  readonly password: string;
}

/** Everything that can be set from outside, read once. */
export interface Config {
  readonly http: {
    readonly host: string;
    readonly port: number;
    readonly trustedProxies: string[];
  };
  readonly publicUrl: string;
  readonly database: {
    readonly url: string;
    readonly poolSize: number;
    readonly prepareStatements?: boolean;
  };
  readonly redisUrl: string | undefined;
  readonly responseCache: boolean;
  readonly release: string;
  readonly dataDirectory: string;
  readonly jwtSecret: string;
  readonly embeddedWorker: boolean;
  readonly operations: {
    readonly manifests: readonly string[];
    readonly developmentStats: boolean;
  };
  /** What is borne; zero means without limit where it is a rate. */
  readonly limits: {
    readonly operationsPerMinute: number;
    readonly costPerMinute: number;
    readonly executions: number;
    readonly waiting: number;
  };
  readonly mail: {
    /** Absent where messages stay in the shop's own mailbox. */
    readonly smtpUrl: string | undefined;
    readonly from: string | undefined;
    /** 0: nobody is reminded of a cart. */
    readonly cartReminderHours: number;
  };
  /** The shop's account at Stripe; absent where cards are not offered. */
  readonly stripe: StripeAccount | undefined;
  /** For tests: where the process ends as in a crash. */
  readonly endAt: string | undefined;
  /** For how long after their arrival shoppers may send goods back. */
  readonly returnWindowDays: number;
  readonly logLevel: z.infer<typeof environment>['LOG_LEVEL'];
  /** Present where demo data was asked for by name; a login is made where one is given. */
  readonly demo:
    { readonly staff: DemoLogin | undefined; readonly customer: DemoLogin | undefined } | undefined;
}

function login(email: string | undefined, password: string | undefined): DemoLogin | undefined {
  return email === undefined || password === undefined ? undefined : { email, password };
}

function stripeAccount(data: z.infer<typeof environment>): StripeAccount | undefined {
  if (!data.STRIPE_SECRET_KEY) return undefined;
  return {
    secretKey: data.STRIPE_SECRET_KEY,
    publishableKey: data.STRIPE_PUBLISHABLE_KEY ?? '',
    webhookSecret: data.STRIPE_WEBHOOK_SECRET ?? '',
    capture: data.STRIPE_CAPTURE === 'later' ? 'LATER' : 'NOW',
    apiBase: data.STRIPE_API_BASE,
    timeoutMs: data.STRIPE_TIMEOUT_MS,
  };
}

/** A setting is missing or wrong; the message is one sentence for the person who starts the program. */
export class ConfigError extends Error {}

/** Reads and checks the environment. The only reader of `process.env`. */
export function loadConfig(env: NodeJS.ProcessEnv = process.env): Config {
  const parsed = environment.safeParse(env);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    throw new ConfigError(`The setting ${issue?.path.join('.')} ${issue?.message}.`);
  }
  const { data } = parsed;
  if (knownDefaults.test(data.JWT_SECRET)) {
    throw new ConfigError(
      'The setting JWT_SECRET is a well-known example value; make a random one.',
    );
  }
  return Object.freeze({
    http: { host: data.HOST, port: data.PORT, trustedProxies: data.TRUSTED_PROXIES.split(',') },
    publicUrl: data.PUBLIC_URL,
    database: {
      url: data.DATABASE_URL,
      poolSize: data.DATABASE_POOL_SIZE,
      prepareStatements: data.DATABASE_PREPARED_STATEMENTS === 'on',
    },
    redisUrl: data.REDIS_URL,
    responseCache: data.RESPONSE_CACHE === 'on',
    release: data.RELEASE,
    dataDirectory: data.DATA_DIR,
    jwtSecret: data.JWT_SECRET,
    embeddedWorker: data.EMBEDDED_WORKER,
    operations: {
      manifests: data.OPERATION_MANIFESTS.split(',').filter(Boolean),
      developmentStats: data.DEVELOPMENT_STATS,
    },
    limits: {
      operationsPerMinute: data.RATE_LIMIT_OPERATIONS,
      costPerMinute: data.RATE_LIMIT_COST,
      executions: data.MAX_EXECUTIONS,
      waiting: data.MAX_WAITING,
    },
    mail: {
      smtpUrl: data.SMTP_URL,
      from: data.MAIL_FROM,
      cartReminderHours: data.CART_REMINDER_HOURS,
    },
    stripe: stripeAccount(data),
    endAt: data.TEST_END_AT,
    returnWindowDays: data.RETURN_WINDOW_DAYS,
    logLevel: data.LOG_LEVEL,
    demo: data.DEMO
      ? {
          staff: login(data.DEMO_STAFF_EMAIL, data.DEMO_STAFF_PASSWORD),
          customer: login(data.DEMO_CUSTOMER_EMAIL, data.DEMO_CUSTOMER_PASSWORD),
        }
      : undefined,
  });
}
