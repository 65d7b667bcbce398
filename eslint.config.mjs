// Every rule beyond the recommended sets has a sentence saying why it is here. Boundaries between modules, layers and
// apps are in .dependency-cruiser.cjs; formatting is Prettier's.
import js from '@eslint/js';
import angular from 'angular-eslint';
import { defineConfig, globalIgnores } from 'eslint/config';
import importSort from 'eslint-plugin-simple-import-sort';
import tseslint from 'typescript-eslint';

import { contractsAndOperations } from './tools/lint/contracts-and-operations.mjs';
import house from './tools/lint/index.mjs';

const tests = ['**/*.spec.ts', '**/testing/**/*.ts', 'e2e/**/*.ts'];

/** Everything that is forbidden by shape alone; a later block replaces the whole list, so blocks add to this one. */
const forbiddenSyntax = [
  {
    selector: 'ExportDefaultDeclaration',
    message: 'Export by name, so that a thing has one name wherever it is used.',
  },
  {
    selector: "MethodDefinition[kind='constructor'][value.params.length>6]",
    message: 'More than six dependencies: this class does several jobs.',
  },
];

const noEnum = {
  selector: 'TSEnumDeclaration',
  message: 'Use a union of strings: it needs no code at run time and reads the same everywhere.',
};

const noByHandSubscription = {
  selector: "CallExpression[callee.property.name='subscribe']",
  message:
    'Use queryResource, injectMutate or the live-event bridge of shared/graphql: they also unsubscribe.',
};

export default defineConfig(
  globalIgnores([
    '**/dist/',
    '**/out-tsc/',
    '**/coverage/',
    '**/*.generated.ts',
    '.angular/',
    '.data/',
    '.nx/',
    '**/test-results/',
    '**/playwright-report/',
  ]),
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },

  {
    name: 'every source file',
    files: ['**/*.{ts,mjs,cjs}'],
    extends: [js.configs.recommended],
    plugins: { house, 'import-sort': importSort },
    rules: {
      // One order, made by a machine: Node, packages, our own.
      'import-sort/imports': [
        'error',
        { groups: [['^\\u0000'], ['^node:'], ['^@?\\w'], ['^', '^\\.']] },
      ],
      // TypeScript knows which names exist.
      'no-undef': 'off',
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'house/disable-with-reason': 'error',
      'house/telling-file-names': 'error',
      // Issues are tracked where issues are; a note in the code is found by nobody.
      'no-warning-comments': ['error', { terms: ['todo', 'fixme', 'xxx'] }],
      // Past this, a file is several; the aim is 200.
      'max-lines': ['error', { max: 300, skipBlankLines: true, skipComments: true }],
      'no-restricted-syntax': ['error', ...forbiddenSyntax, noEnum],
    },
  },
  {
    name: 'TypeGraphQL makes the contract’s enums out of enum objects',
    files: ['api/src/**/graphql/**/*.ts'],
    rules: { 'no-restricted-syntax': ['error', ...forbiddenSyntax] },
  },
  {
    name: 'configuration files are read by programs that want a default export',
    files: [
      '**/*.config.{ts,mjs,cjs}',
      '**/global-{setup,teardown}.ts',
      '**/proxy.conf.mjs',
      'tools/lint/**/*.mjs',
    ],
    rules: { 'no-restricted-syntax': 'off' },
  },

  {
    name: 'typescript',
    files: ['**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      // An import of types alone must leave nothing behind at run time.
      '@typescript-eslint/no-import-type-side-effects': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      // Numbers read well in text; everything else must be made text on purpose.
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      // `onClick = () => this.close()` is how a handler is written, and `return refuse(…)` an early end.
      '@typescript-eslint/no-confusing-void-expression': [
        'error',
        { ignoreArrowShorthand: true, ignoreVoidReturningFunctions: true },
      ],
      // An empty setting or search box counts as none, which only `||` says.
      '@typescript-eslint/prefer-nullish-coalescing': [
        'error',
        { ignorePrimitives: { string: true } },
      ],
      // GraphQL and Angular classes may consist of decorators alone.
      '@typescript-eslint/no-extraneous-class': ['error', { allowWithDecorator: true }],
      // Classes also serve as shapes: MatDialogConfig is an options bag, and a GraphQL object may be any object with
      // the fields. Where the class matters (members of unions) the resolvers' tests fail without it.
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
      // Rows are spread into views on purpose, and text that is looked at by character has no graphemes.
      '@typescript-eslint/no-misused-spread': 'off',
      // An unused parameter that documents a signature starts with an underscore.
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true },
      ],
    },
  },

  {
    name: 'api',
    files: ['api/**/*.ts'],
    rules: {
      'no-restricted-properties': [
        'error',
        {
          object: 'process',
          property: 'env',
          message: 'Settings come from app/config.ts, which checks them once and passes them down.',
        },
      ],
      'no-console': 'error',
    },
  },
  {
    name: 'the one reader of the environment, and what people run by hand',
    files: ['api/src/app/config.ts', 'api/src/testing/**/*.ts'],
    rules: { 'no-restricted-properties': 'off' },
  },
  {
    name: 'what people run by hand answers on the console',
    files: ['api/src/cli.ts', 'api/src/cli/**/*.ts'],
    rules: { 'no-console': 'off' },
  },

  {
    name: 'apps',
    files: ['storefront/src/**/*.ts', 'admin-console/src/**/*.ts'],
    extends: [angular.configs.tsRecommended],
    processor: angular.processInlineTemplates,
    rules: {
      'no-restricted-syntax': ['error', ...forbiddenSyntax, noEnum, noByHandSubscription],
      // One way to write each thing: the signal way.
      '@angular-eslint/prefer-signals': 'error',
      '@angular-eslint/prefer-output-emitter-ref': 'error',
      '@angular-eslint/prefer-service-decorator': 'error',
      '@angular-eslint/prefer-host-metadata-property': 'error',
      '@angular-eslint/no-uncalled-signals': 'error',
      '@angular-eslint/computed-must-return': 'error',
      // Signal forms hand `value` and `valueOf` to rules to be taken apart; they are bound.
      '@typescript-eslint/unbound-method': 'off',
      // OnPush is what Angular 22 does unasked.
      '@angular-eslint/prefer-on-push-component-change-detection': 'off',
    },
  },
  {
    name: 'the bridges from Apollo to signals, and the server',
    files: [
      '{storefront,admin-console}/src/app/shared/**/*.ts',
      '{storefront,admin-console}/src/**/*.spec.ts',
    ],
    rules: { 'no-restricted-syntax': ['error', ...forbiddenSyntax, noEnum] },
  },
  ...[
    ['storefront', 'app'],
    ['admin-console', 'cw'],
  ].map(([project, prefix]) => ({
    name: `selectors of ${project}`,
    files: [`${project}/src/**/*.ts`],
    rules: {
      '@angular-eslint/component-selector': [
        'error',
        [
          { type: 'element', prefix, style: 'kebab-case' },
          { type: 'attribute', prefix, style: 'camelCase' },
        ],
      ],
      '@angular-eslint/directive-selector': [
        'error',
        { type: 'attribute', prefix, style: 'camelCase' },
      ],
    },
  })),
  {
    name: 'templates',
    files: ['**/*.html'],
    ignores: ['**/index.html'],
    extends: [angular.configs.templateRecommended, angular.configs.templateAccessibility],
    rules: {
      '@angular-eslint/template/prefer-control-flow': 'error',
      '@angular-eslint/template/prefer-self-closing-tags': 'error',
      '@angular-eslint/template/prefer-class-binding': 'error',
      // A button without a type submits the form around it.
      '@angular-eslint/template/button-has-type': 'error',
      '@angular-eslint/template/use-track-by-function': 'error',
      '@angular-eslint/template/no-any': 'error',
    },
  },

  {
    name: 'tools and tests',
    files: ['tools/**/*.{ts,mjs}', 'bench/**/*.ts', ...tests],
    rules: { 'no-console': 'off' },
  },
  {
    name: 'tests',
    files: tests,
    rules: {
      // A test that meets undefined fails, which is what a test is for.
      '@typescript-eslint/no-non-null-assertion': 'off',
      // Answers that come over the wire have the shape that the assertion finds in them.
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      // Playwright finds out what a fixture needs from its parameter, which may be nothing.
      'no-empty-pattern': ['error', { allowObjectPatternsAsParameters: true }],
      // Fakes implement asynchronous ports without waiting for anything.
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/no-empty-function': 'off',
      '@typescript-eslint/unbound-method': 'off',
      // A suite is one story; cutting it at 300 lines makes it harder to read.
      'max-lines': ['error', { max: 500, skipBlankLines: true, skipComments: true }],
      // The runners await these themselves.
      '@typescript-eslint/no-floating-promises': [
        'error',
        {
          allowForKnownSafeCalls: [
            {
              from: 'package',
              package: 'node:test',
              name: [
                'it',
                'test',
                'describe',
                'suite',
                'before',
                'after',
                'beforeEach',
                'afterEach',
              ],
            },
          ],
        },
      ],
    },
  },

  ...contractsAndOperations,
);
