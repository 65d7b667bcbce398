import assert from 'node:assert/strict';
import { join } from 'node:path';
import { describe, it } from 'node:test';

import { ESLint } from 'eslint';

const eslint = new ESLint({ cwd: join(import.meta.dirname, '..', '..') });

/** Which rules refuse a text that stood in a file. */
async function refusals(filePath: string, text: string): Promise<readonly (string | null)[]> {
  const [result] = await eslint.lintText(text, { filePath });
  return result?.messages.map(({ ruleId }) => ruleId) ?? [];
}

/** Rule, file, text that breaks it there. The files exist, so that their types are known. */
const broken: readonly (readonly [rule: string, file: string, text: string])[] = [
  ['@typescript-eslint/no-explicit-any', 'api/src/main.ts', 'export const a: any = 1;'],
  ['@typescript-eslint/no-floating-promises', 'api/src/main.ts', 'Promise.resolve();'],
  ['no-restricted-properties', 'api/src/main.ts', "export const a = process.env['A'];"],
  ['no-restricted-properties', 'api/src/app/build-graph.ts', 'export const { A } = process.env;'],
  ['no-restricted-syntax', 'api/src/main.ts', 'export default 1;'],
  ['no-restricted-syntax', 'api/src/main.ts', 'export enum A { B }'],
  [
    'no-restricted-syntax',
    'storefront/src/app/app.ts',
    'export const a = { subscribe() {} }.subscribe();',
  ],
  ['no-console', 'api/src/main.ts', "console.log('a');"],
  ['no-warning-comments', 'api/src/main.ts', '// TODO: later\nexport const a = 1;'],
  ['house/disable-with-reason', 'api/src/main.ts', '/* eslint-disable no-empty */'],
  [
    '@angular-eslint/prefer-signals',
    'storefront/src/app/app.ts',
    "import { Component, Input } from '@angular/core';\n@Component({ selector: 'app-a', template: '' })\nexport class A { @Input() b = 1; }",
  ],
  [
    '@angular-eslint/template/alt-text',
    'storefront/src/app/app.ts',
    "import { Component } from '@angular/core';\n@Component({ selector: 'app-a', template: '<img src=\"a\" />' })\nexport class A {}",
  ],
  ['@angular-eslint/template/alt-text', 'storefront/src/app/app.html', '<img src="a" />'],
  ['@angular-eslint/template/button-has-type', 'storefront/src/app/app.html', '<button>A</button>'],
  [
    '@angular-eslint/template/click-events-have-key-events',
    'storefront/src/app/app.html',
    '<div (click)="a()">A</div>',
  ],
  ['@graphql-eslint/require-description', 'schema/public.graphql', 'type Query { a: Int }'],
  [
    '@graphql-eslint/naming-convention',
    'schema/public.graphql',
    '"A." type Query { "B." A_b: Int }',
  ],
  [
    'house/mutation-shape',
    'schema/public.graphql',
    '"A." type Mutation { "B." createCart(id: ID!): Boolean }',
  ],
  [
    '@graphql-eslint/fields-on-correct-type',
    'storefront/src/app/shared/session/session.graphql',
    'query Orders { orders { totalCount } }',
  ],
];

describe('the lint configuration', () => {
  for (const [rule, file, text] of broken) {
    it(`${rule} refuses ${JSON.stringify(text)} in ${file}`, async () => {
      assert.ok((await refusals(file, text)).includes(rule));
    });
  }

  it('lets the configuration of the API, and nobody else, read the environment', async () => {
    const text = "export const a = process.env['A'];\n";

    assert.deepEqual(await refusals('api/src/app/config.ts', text), []);
  });

  it('gives the console the full contract', async () => {
    const text = 'query Orders {\n  orders {\n    totalCount\n  }\n}\n';

    assert.deepEqual(
      await refusals('admin-console/src/app/shared/session/session.graphql', text),
      [],
    );
  });
});
