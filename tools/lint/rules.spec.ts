import { describe, it } from 'node:test';

import { parser } from '@graphql-eslint/eslint-plugin';
import { type Rule, RuleTester } from 'eslint';

import { disableWithReason } from './rules/disable-with-reason.mjs';
import { mutationShape } from './rules/mutation-shape.mjs';
import { tellingFileNames } from './rules/telling-file-names.mjs';

RuleTester.describe = describe;
RuleTester.it = it;

const code = new RuleTester();
const sdl = new RuleTester({
  languageOptions: { parser, parserOptions: { graphQLConfig: {} } },
});

code.run('disable-with-reason', disableWithReason as Rule.RuleModule, {
  valid: [
    '/* eslint-disable no-empty -- the body is filled by the caller */',
    '// eslint-disable-next-line no-empty -- the body is filled by the caller\nlet a;',
    '// about eslint-disable\nlet a;',
  ],
  invalid: [
    { code: '/* eslint-disable no-empty */', errors: [{ messageId: 'missing' }] },
    { code: '// eslint-disable-next-line no-empty\nlet a;', errors: [{ messageId: 'missing' }] },
    { code: '// eslint-disable-line no-empty -- \nlet a;', errors: [{ messageId: 'missing' }] },
  ],
});

code.run('telling-file-names', tellingFileNames as Rule.RuleModule, {
  valid: [
    { code: '', filename: 'cart-totals.ts' },
    { code: '', filename: 'cart.db.spec.ts' },
    { code: '', filename: '1763700000150-shop.ts' },
    { code: '', filename: 'utilisation.ts' },
  ],
  invalid: [
    { code: '', filename: 'utils.ts', errors: [{ messageId: 'vague' }] },
    { code: '', filename: 'helpers/money.ts', errors: [{ messageId: 'vague' }] },
    { code: '', filename: 'cart-manager.ts', errors: [{ messageId: 'vague' }] },
    { code: '', filename: 'CartTotals.ts', errors: [{ messageId: 'kebab' }] },
    { code: '', filename: 'cart_totals.ts', errors: [{ messageId: 'kebab' }] },
  ],
});

/** A contract with one mutation, whose payload lacks nothing unless said otherwise. */
function contract(
  mutation: string,
  payload = 'CartClearPayload',
  warnings = 'warnings: [Warning!]!',
) {
  return `type Cart { id: ID! } type StaffMember { id: ID! } type Mutation { ${mutation} }
    type ${payload} { cart: Cart userErrors: [UserError!]! ${warnings} }`;
}

sdl.run('mutation-shape', mutationShape as unknown as Rule.RuleModule, {
  valid: [
    contract('cartClear(input: CartClearInput!): CartClearPayload!'),
    contract('cartClear: CartClearPayload!'),
    contract('staffCartClear(input: CartClearInput!): CartClearPayload!'),
  ],
  invalid: [
    {
      code: contract('clearCart(input: ClearCartInput!): ClearCartPayload!', 'ClearCartPayload'),
      errors: [{ messageId: 'noun' }],
    },
    { code: contract('cart: CartPayload!', 'CartPayload'), errors: 2 },
    {
      code: contract('cartClear(id: ID!): CartClearPayload!'),
      errors: [{ messageId: 'input' }],
    },
    {
      code: contract('cartClear(input: CartClearInput): CartClearPayload!'),
      errors: [{ messageId: 'input' }],
    },
    {
      code: contract('cartClear(input: CartClearInput!, force: Boolean): CartClearPayload!'),
      errors: [{ messageId: 'input' }],
    },
    { code: contract('cartClear: Cart!'), errors: [{ messageId: 'payload' }] },
    { code: contract('cartClear: CartClearPayload'), errors: [{ messageId: 'payload' }] },
    {
      code: contract('cartClear: CartClearPayload!', 'CartClearPayload', ''),
      errors: [{ messageId: 'payloadField' }],
    },
  ],
});
