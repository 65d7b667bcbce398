import DataLoader from 'dataloader';
import {
  GraphQLList,
  GraphQLNonNull,
  GraphQLObjectType,
  GraphQLSchema,
  GraphQLString,
  parse,
} from 'graphql';

import { createExecutor } from './execution/executor';
import { LoaderScope } from './loader-scope';
import { connectPreloaded, type HasPreloadedFields } from './preloading';
import type { RequestContext } from './request-context';

interface Shelf {
  readonly name: string;
}

/** A graph of shelves whose stock is loaded, and what was asked of whom. */
function graphOf(load: (names: readonly string[]) => (string | Error)[]) {
  const loads: (readonly string[])[] = [];
  let resolved = 0;
  const stock = () =>
    new DataLoader<string, string>((names) => {
      loads.push(names);
      return Promise.resolve(load(names));
    });
  const ShelfType: GraphQLObjectType = new GraphQLObjectType<Shelf, RequestContext>({
    name: 'Shelf',
    fields: () => ({
      name: { type: GraphQLString },
      stock: {
        type: new GraphQLNonNull(GraphQLString),
        resolve: ({ name }, _args, { loaders }) => {
          resolved += 1;
          return loaders.get(stock).load(name);
        },
      },
      below: { type: new GraphQLList(ShelfType), resolve: ({ name }) => [{ name: `${name}'` }] },
    }),
  });
  const resolver: HasPreloadedFields = {
    preloaded: {
      'Shelf.stock': {
        preload: (shelves: readonly Shelf[], { loaders }) =>
          loaders.preload(
            stock,
            shelves.map(({ name }) => name),
          ),
        read: ({ name }: Shelf, { loaders }) => loaders.peek(stock, name),
      },
    },
  };
  const query = new GraphQLObjectType({
    name: 'Query',
    fields: {
      shelves: {
        type: new GraphQLList(ShelfType),
        resolve: () => [{ name: 'a' }, null, { name: 'b' }],
      },
      shelf: { type: ShelfType, resolve: () => ({ name: 'c' }) },
    },
  });
  const schema = connectPreloaded(new GraphQLSchema({ query }), [resolver]);
  const run = createExecutor(schema);
  return {
    ask: async (text: string) => {
      const context = { loaders: new LoaderScope() } as RequestContext;
      const { data, errors } = await run({ document: parse(text), context });
      return { data: JSON.stringify(data), errors: errors?.map(({ message }) => message) };
    },
    loads,
    resolved: () => resolved,
  };
}

describe('fields of lists that are preloaded', () => {
  it('are loaded once for a list, and no resolver is asked', async () => {
    const graph = graphOf((names) => names.map((name) => `of ${name}`));

    expect(await graph.ask('{ shelves { stock } }')).toEqual({
      data: '{"shelves":[{"stock":"of a"},null,{"stock":"of b"}]}',
      errors: undefined,
    });
    expect(graph.loads).toEqual([['a', 'b']]);
    expect(graph.resolved()).toBe(0);
  });

  it('of several lists inside a list are loaded together', async () => {
    const graph = graphOf((names) => names.map((name) => `of ${name}`));

    expect((await graph.ask('{ shelves { below { stock } } }')).data).toBe(
      `{"shelves":[{"below":[{"stock":"of a'"}]},null,{"below":[{"stock":"of b'"}]}]}`,
    );
    expect(graph.loads).toEqual([["a'", "b'"]]);
  });

  it('are resolved as ever where there is no list', async () => {
    const graph = graphOf((names) => names.map((name) => `of ${name}`));

    expect((await graph.ask('{ shelf { stock } }')).data).toBe('{"shelf":{"stock":"of c"}}');
    expect(graph.resolved()).toBe(1);
  });

  it('fail one by one, each at its own place', async () => {
    const graph = graphOf((names) =>
      names.map((name) => (name === 'a' ? new Error('no stock') : `of ${name}`)),
    );

    expect(await graph.ask('{ shelves { name stock } }')).toEqual({
      data: '{"shelves":[null,null,{"name":"b","stock":"of b"}]}',
      errors: ['no stock'],
    });
    expect(graph.loads).toEqual([['a', 'b']]);
  });

  it('must be fields of the graph', () => {
    const schema = new GraphQLSchema({
      query: new GraphQLObjectType({ name: 'Query', fields: { a: { type: GraphQLString } } }),
    });
    const resolver = { preloaded: { 'Query.b': { preload: () => undefined, read: () => 1 } } };

    expect(() => connectPreloaded(schema, [resolver])).toThrow('There is no field Query.b.');
  });

  it('must be open to everybody', () => {
    const a = { type: GraphQLString, extensions: { access: { kind: 'staff' } } };
    const schema = new GraphQLSchema({
      query: new GraphQLObjectType({ name: 'Query', fields: { a } }),
    });
    const resolver = { preloaded: { 'Query.a': { preload: () => undefined, read: () => 1 } } };

    expect(() => connectPreloaded(schema, [resolver])).toThrow('Query.a is guarded');
  });
});
