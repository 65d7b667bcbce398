import * as fc from 'fast-check';
import {
  execute,
  GraphQLInt,
  GraphQLList,
  GraphQLNonNull,
  GraphQLObjectType,
  GraphQLSchema,
  GraphQLString,
  parse,
} from 'graphql';

import { createExecutor } from './executor';

type Thing = Readonly<Record<string, unknown>>;

const sure = new GraphQLNonNull(GraphQLString);
const Part = new GraphQLObjectType({
  name: 'Part',
  fields: { name: { type: GraphQLString }, sure: { type: sure } },
});
const ThingType: GraphQLObjectType<Thing> = new GraphQLObjectType<Thing>({
  name: 'Thing',
  extensions: { unchanging: true },
  fields: () => ({
    title: { type: GraphQLString },
    sure: { type: sure },
    count: { type: GraphQLInt },
    part: { type: Part },
    parts: { type: new GraphQLList(new GraphQLNonNull(Part)) },
    asked: { type: GraphQLInt, args: { by: { type: GraphQLInt } } },
    perRequest: { type: GraphQLString, resolve: (_thing, _args, context) => String(context) },
    next: { type: ThingType, resolve: (thing) => thing['next'] },
  }),
});
const schemaOf = (things: () => unknown) =>
  new GraphQLSchema({
    query: new GraphQLObjectType({
      name: 'Query',
      fields: { things: { type: new GraphQLList(ThingType), resolve: things } },
    }),
  });

const document = parse(`{ things { kind: __typename title perRequest sure count asked(by: 1)
  part { name sure } parts { name } next { perRequest again: title part { sure } } } }`);

const text = fc.oneof(fc.string(), fc.constantFrom(null, undefined));
const anything = fc.oneof(
  { weight: 6, arbitrary: text },
  fc.integer(),
  fc.constantFrom(new Error('no'), () => 'called', true, { then: 1 }),
);
const part = fc.oneof(
  fc.record({ name: anything, sure: anything }),
  fc.constantFrom(null, new Error('no part'), 'no object'),
);
const thing = fc.record({
  title: anything,
  sure: fc.oneof({ weight: 9, arbitrary: fc.string() }, anything),
  count: fc.oneof(fc.integer(), fc.constantFrom('x', null, 2 ** 40)),
  part,
  parts: fc.oneof(fc.array(part, { maxLength: 3 }), fc.constantFrom(null, 'no list')),
});

describe('answers about unchanging objects', () => {
  it('are what graphql-js answers, the first time and ever after', async () => {
    await fc.assert(
      fc.asyncProperty(thing, thing, async (one, other) => {
        const things = [
          one,
          { ...other, next: one },
          null,
          { ...one, next: Promise.resolve(other) },
        ];
        const schema = schemaOf(() => things);
        const run = createExecutor(schema);
        for (const contextValue of ['first', 'second', 'third']) {
          const ours = await run({ document, context: contextValue });
          const reference = await execute({ schema, document, contextValue });

          expect(JSON.stringify(ours.data)).toBe(JSON.stringify(reference.data));
          expect(ours.errors?.map(String).sort()).toEqual(reference.errors?.map(String).sort());
        }
      }),
      { numRuns: 500 },
    );
  });

  it('read the properties of an object once, and resolve the rest each time', async () => {
    let reads = 0;
    const things = [
      {
        sure: 'yes',
        get title() {
          reads += 1;
          return 'read';
        },
      },
    ];
    const run = createExecutor(schemaOf(() => things));
    const asked = parse('{ things { title perRequest } }');

    const first = await run({ document: asked, context: 'first' });
    const second = await run({ document: asked, context: 'second' });

    expect(reads).toBe(1);
    expect(JSON.stringify([first.data, second.data])).toBe(
      JSON.stringify([
        { things: [{ title: 'read', perRequest: 'first' }] },
        { things: [{ title: 'read', perRequest: 'second' }] },
      ]),
    );
  });

  it('stay right when more objects are shown than are remembered', async () => {
    const things = Array.from({ length: 60_000 }, (_, index) => ({ title: `${index}` }));
    const run = createExecutor(schemaOf(() => things));
    const asked = parse('{ things { title } }');

    await run({ document: asked, context: undefined });
    const { data } = await run({ document: asked, context: undefined });

    expect(JSON.stringify(data)).toBe(JSON.stringify({ things }));
  });
});
