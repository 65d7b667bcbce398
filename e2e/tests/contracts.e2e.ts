import { readFileSync } from 'node:fs';

import { buildSchema, type GraphQLSchema, isObjectType } from 'graphql';

import { expect, test } from '../harness/fixtures.ts';
import { GraphqlClient } from '../harness/graphql-client.ts';

const publicSchema = readSchema('public');
const adminSchema = readSchema('admin');

/** Every field that only the full graph has, as `Type.field`. */
const staffFields = Object.values(adminSchema.getTypeMap())
  .filter((type) => isObjectType(type) && !type.name.startsWith('__'))
  .flatMap((type) => {
    if (!isObjectType(type)) return [];
    const open = publicSchema.getType(type.name);
    const openFields = isObjectType(open) ? open.getFields() : {};
    return Object.keys(type.getFields())
      .filter((field) => !(field in openFields))
      .map((field) => `${type.name}.${field}`);
  });

test('the public contract contains no staff field', () => {
  expect(staffFields).toEqual(
    expect.arrayContaining([
      'Query.viewer',
      'Query.orders',
      'Query.stockLedger',
      'Mutation.staffSessionCreate',
      'Mutation.orderTransition',
      'Mutation.orderRefund',
      'Mutation.stockAdjust',
      'Subscription.orderFeed',
      'ProductVariation.onHand',
      'ProductVariation.reserved',
      'StaffMember.permissions',
    ]),
  );
  for (const type of ['StaffMember', 'Permission', 'OrderTransition', 'StockLedgerEntry']) {
    expect(publicSchema.getType(type), type).toBeUndefined();
  }
});

test('a staff operation sent to /graphql fails validation', async ({ shop }) => {
  const endpoint = new GraphqlClient(`${shop.nginxUrl}/graphql`);
  const operations = [
    '{ viewer { id } }',
    '{ orders(first: 1) { nodes { id } } }',
    '{ stockLedger { kind units } }',
    '{ products(first: 1) { nodes { variations { onHand } } } }',
    'mutation { staffSessionCreate(input: { email: "a@b.example", password: "x" }) { session { accessToken } } }',
    'mutation { stockAdjust(input: { variationId: "1", onHand: 1, reason: "x", idempotencyKey: "k" }) { userErrors { code } } }',
  ];

  for (const operation of operations) {
    const { errors, data } = await endpoint.send(operation);
    expect(errors?.[0]?.extensions?.code, operation).toBe('GRAPHQL_VALIDATION_FAILED');
    expect(data ?? null, operation).toBeNull();
  }
});

test('an unsigned call to /graphql/admin is refused', async ({ shop }) => {
  const endpoint = new GraphqlClient(`${shop.nginxUrl}/graphql/admin`);

  for (const operation of [
    '{ viewer { id } }',
    '{ orders(first: 1) { nodes { id } } }',
    '{ shop { name } }',
    'mutation { orderTransition(input: { orderId: "1", transition: CONFIRM, idempotencyKey: "k" }) { userErrors { code } } }',
  ]) {
    const { errors, data } = await endpoint.send(operation);
    expect(errors?.[0]?.extensions?.code, operation).toBe('UNAUTHENTICATED');
    expect(data ?? null, operation).toBeNull();
  }
});

function readSchema(name: 'public' | 'admin'): GraphQLSchema {
  return buildSchema(
    readFileSync(new URL(`../../schema/${name}.graphql`, import.meta.url), 'utf8'),
  );
}
