import { buildSchema, graphql, type GraphQLSchema, isInputObjectType, isObjectType } from 'graphql';
import { Field, ObjectType, Query, Resolver } from 'type-graphql';

import { buildContracts, printContract } from '../../app/build-graph';
import { createTestApp, type TestApp } from '../../testing';
import { anonymous, type Permission, type Viewer } from '../security/viewer';
import { accessOf, ForCustomer, ForStaff, isStaffOnly, Public } from './access';
import { LoaderScope } from './loader-scope';

function staffElements(schema: GraphQLSchema): string[] {
  return Object.values(schema.getTypeMap()).flatMap((type) =>
    isObjectType(type) || isInputObjectType(type)
      ? Object.values(type.getFields())
          .filter((field) => isStaffOnly(accessOf(field)))
          .map((field) => `${type.name}.${field.name}`)
      : [],
  );
}

describe('the public contract', () => {
  let test: TestApp;
  beforeAll(async () => {
    test = await createTestApp();
  });
  afterAll(() => test.close());

  it('has none of the fields that are annotated for staff', () => {
    const { admin, public: contract } = test.app.contracts;
    const hidden = staffElements(admin);

    expect(hidden).toEqual(
      expect.arrayContaining([
        'Query.orders',
        'ProductVariation.onHand',
        'Mutation.staffSessionCreate',
      ]),
    );
    expect(staffElements(contract)).toEqual([]);
    const published = buildSchema(printContract(contract));
    for (const coordinate of hidden) {
      const [typeName = '', fieldName = ''] = coordinate.split('.');
      const type = published.getType(typeName);
      expect(isObjectType(type) ? Object.keys(type.getFields()) : []).not.toContain(fieldName);
    }
  });

  it('has none of the types that only staff fields reach', () => {
    const names = Object.keys(test.app.contracts.public.getTypeMap());

    expect(names).not.toEqual(expect.arrayContaining(['StaffMember']));
    expect(
      names.filter((name) => /^(Staff|OrderTransition|StockAdjust|Permission)/.test(name)),
    ).toEqual([]);
  });

  it('describes every type, field and argument', () => {
    for (const schema of [test.app.contracts.admin, test.app.contracts.public]) {
      const missing = Object.values(schema.getTypeMap())
        .filter((type) => !type.name.startsWith('__') && isObjectType(type))
        .flatMap((type) => Object.values(isObjectType(type) ? type.getFields() : {}))
        .flatMap((field) => [field, ...field.args])
        .filter((element) => !element.description)
        .map((element) => element.name);
      expect(missing).toEqual([]);
    }
  });
});

describe('the graph', () => {
  it('does not start with a root field that nobody annotated', async () => {
    @Resolver()
    class CarelessResolver {
      @Query(() => String)
      secret(): string {
        return 'everything';
      }
    }

    await expect(buildContracts([new CarelessResolver()])).rejects.toThrow(
      'The root field secret has no access annotation',
    );
  });

  it('asks for a customer, and for staff with the permission, where the annotation says so', async () => {
    @Resolver()
    class GuardedResolver {
      @ForCustomer()
      @Query(() => String)
      wishes(): string {
        return 'mine';
      }

      @ForStaff('ORDERS_WRITE')
      @Query(() => String)
      takings(): string {
        return 'ours';
      }
    }
    const { admin } = await buildContracts([new GuardedResolver()]);
    const ask = async (field: string, viewer: Viewer): Promise<unknown> => {
      const contextValue = { viewer, loaders: new LoaderScope() };
      const { data, errors } = await graphql({
        schema: admin,
        source: `{ ${field} }`,
        contextValue,
      });
      return errors?.[0]?.extensions['code'] ?? data?.[field];
    };
    const customer: Viewer = { kind: 'customer', customerId: 'c', sessionId: 's' };
    const clerk = (...granted: Permission[]): Viewer => ({
      kind: 'staff',
      staffId: 'a',
      name: 'Ann',
      sessionId: 's',
      permissions: new Set(granted),
    });

    expect(await ask('wishes', anonymous)).toBe('UNAUTHENTICATED');
    expect(await ask('wishes', clerk('ORDERS_WRITE'))).toBe('UNAUTHENTICATED');
    expect(await ask('wishes', customer)).toBe('mine');
    expect(await ask('takings', customer)).toBe('UNAUTHENTICATED');
    expect(await ask('takings', clerk('ORDERS_READ'))).toBe('FORBIDDEN');
    expect(await ask('takings', clerk('ORDERS_WRITE'))).toBe('ours');
  });

  it('drops a staff field of a public type, and keeps the rest of the type', async () => {
    @ObjectType('Thing')
    class ThingType {
      @Field(() => String)
      name: string;

      @ForStaff('CATALOG_READ')
      @Field(() => String)
      margin: string;
    }
    @Resolver()
    class ThingResolver {
      @Public()
      @Query(() => ThingType)
      thing(): ThingType {
        return Object.assign(new ThingType(), { name: 'n', margin: 'm' });
      }
    }

    const contracts = await buildContracts([new ThingResolver()]);

    expect(printContract(contracts.admin)).toContain('margin: String!');
    expect(printContract(contracts.public)).toMatch(/type Thing \{\s+name: String!\s+\}/);
  });
});
