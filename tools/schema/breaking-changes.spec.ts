import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import { breakingChanges } from './breaking-changes.ts';

const older = `
  type Query {
    cart(id: ID, token: String @deprecated(reason: "Use id.")): Cart
    basket: Basket @deprecated(reason: "Use cart.")
  }
  type Mutation { cartClear(input: CartClearInput!): CartClearPayload! }
  input CartClearInput { id: ID!  reason: String }
  type CartClearPayload { cart: Cart  userErrors: [UserError!]! }
  type Cart { id: ID!  note: String @deprecated(reason: "Use message.")  status: Status! }
  type Basket { id: ID!  owner: Owner! }
  type Owner { name: String! }
  enum Status { OPEN CLOSED @deprecated(reason: "Use OPEN.") }
  interface UserError { message: String! }
  type Problem implements UserError { message: String! }
  type OutOfStock implements UserError { message: String! }
`;

function without(part: string, replacement = ''): string {
  assert.ok(older.includes(part), `the contract has no ${part}`);
  return older.replace(part, replacement);
}

describe('a change of the contract', () => {
  const harmless: Record<string, string> = {
    'no change': older,
    'a new field': without('id: ID!  note', 'id: ID!  total: Int!  note'),
    'a new optional input field': without('reason: String }', 'reason: String  force: Boolean }'),
    'another description': without('type Cart {', '"A cart." type Cart {'),
    'the removal of a deprecated field': without('note: String @deprecated(reason: "Use message.")'),
    'the removal of a deprecated argument': without(', token: String @deprecated(reason: "Use id.")'),
    'the removal of a deprecated enum value': without(' CLOSED @deprecated(reason: "Use OPEN.")'),
    'the removal of a deprecated field with all that it led to': without(
      'basket: Basket @deprecated(reason: "Use cart.")',
    )
      .replace('type Basket { id: ID!  owner: Owner! }', '')
      .replace('type Owner { name: String! }', ''),
  };
  for (const [what, newer] of Object.entries(harmless)) {
    it(`passes: ${what}`, async () => {
      assert.deepEqual(await breakingChanges(older, newer), []);
    });
  }

  const breaking: Record<string, [newer: string, message: RegExp]> = {
    'the removal of a field': [without('status: Status! }', '}'), /'status' was removed/],
    'a field that may now be null': [without('status: Status!', 'status: Status'), /Cart\.status/],
    'a new required argument': [without('cart(id: ID,', 'cart(id: ID!,'), /Query\.cart/],
    'a new required input field': [
      without('reason: String }', 'reason: String  key: String! }'),
      /'key'/,
    ],
    'the removal of an enum value': [without('OPEN CLOSED', 'CLOSED'), /'OPEN' was removed/],
    'the removal of a mutation': [
      without('type Mutation { cartClear(input: CartClearInput!): CartClearPayload! }'),
      /'Mutation' was removed/,
    ],
    'the removal of a type that a client may receive': [
      without('type OutOfStock implements UserError { message: String! }'),
      /'OutOfStock' was removed/,
    ],
  };
  for (const [what, [newer, message]] of Object.entries(breaking)) {
    it(`fails: ${what}`, async () => {
      assert.match((await breakingChanges(older, newer)).join('\n'), message);
    });
  }
});
