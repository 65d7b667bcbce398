import { existsSync, globSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** One program and its arguments. */
export type Command = readonly [program: string, ...args: string[]];

/** One static check; it passes when all of its commands do. */
export interface Check {
  readonly name: string;
  /** What a person does about a failure. */
  readonly remedy: string;
  readonly commands: readonly Command[];
}

const cache = 'node_modules/.cache';

/** TypeScript projects with the compiler that understands them. */
const projects: readonly (readonly [compiler: 'tsc' | 'ngc', config: string])[] = [
  ['tsc', 'api/tsconfig.json'],
  ['ngc', 'storefront/tsconfig.app.json'],
  ['tsc', 'storefront/tsconfig.spec.json'],
  ['ngc', 'admin-console/tsconfig.app.json'],
  ['tsc', 'admin-console/tsconfig.spec.json'],
  ['tsc', 'tools/tsconfig.json'],
  ['tsc', 'e2e/tsconfig.json'],
  ['tsc', 'bench/tsconfig.json'],
];

/** Every static check, the slowest first, so that two can share the time well. */
export function checksOf(root: string): readonly Check[] {
  return [
    {
      name: 'lint',
      remedy: 'npx eslint --fix .',
      // Without its cache: what is right in one file depends on the types and fragments of others.
      commands: [['eslint', '.', '--max-warnings=0']],
    },
    {
      name: 'types',
      remedy: 'correct the types named above',
      commands: projects
        .filter(([, config]) => existsSync(join(root, config)))
        .map(([compiler, config]) => [compiler, '-p', config, '--noEmit', '--pretty', 'false']),
    },
    {
      name: 'format',
      remedy: 'npm run format',
      commands: [
        [
          'prettier',
          '--check',
          '.',
          '--log-level=warn',
          '--cache',
          '--cache-strategy=content',
          `--cache-location=${cache}/prettier/check`,
        ],
      ],
    },
    {
      name: 'contract',
      remedy: 'npm run schema:emit, and review the difference',
      commands: [['node', 'tools/schema/check.ts']],
    },
    {
      name: 'unused',
      remedy: 'delete what nobody uses, or say in knip.json who does',
      commands: [['knip', '--no-progress', '--no-config-hints']],
    },
    {
      name: 'boundaries',
      remedy: 'the rules and their reasons are in .dependency-cruiser.cjs',
      commands: [
        [
          'depcruise',
          ...['api', 'storefront', 'admin-console'],
          ...['--config', '.dependency-cruiser.cjs', '--output-type', 'err-long'],
        ],
      ],
    },
    {
      name: 'settings',
      remedy: 'npm run env:example',
      commands: [
        [
          'node',
          '--disable-warning=MODULE_TYPELESS_PACKAGE_JSON',
          'tools/checks/env-example.ts',
          '--check',
        ],
      ],
    },
  ];
}

/** Whether the apps' generated types are missing, or older than what they are generated from. */
export function isCodegenDue(root: string): boolean {
  const operations = globSync('{storefront,admin-console}/src/**/*.graphql', { cwd: root });
  const contracts = ['schema/public.graphql', 'schema/admin.graphql', 'codegen.yml'];
  const changed = (path: string) =>
    statSync(join(root, path), { throwIfNoEntry: false })?.mtimeMs ?? 0;
  const newestContract = Math.max(...contracts.map(changed));
  return operations.some((path) => {
    const generated = changed(path.replace(/\.graphql$/, '.generated.ts'));
    return generated < changed(path) || generated < newestContract;
  });
}
