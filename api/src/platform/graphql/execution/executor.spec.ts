import * as fc from 'fast-check';
import {
  type DocumentNode,
  execute,
  type ExecutionResult,
  GraphQLBoolean,
  GraphQLEnumType,
  GraphQLError,
  GraphQLID,
  GraphQLInputObjectType,
  GraphQLInt,
  GraphQLInterfaceType,
  GraphQLList,
  GraphQLNonNull,
  GraphQLObjectType,
  GraphQLScalarType,
  GraphQLSchema,
  GraphQLString,
  parse,
} from 'graphql';

import { AppError } from '../app-error';
import { createExecutor } from './executor';

const Colour = new GraphQLEnumType({ name: 'Colour', values: { RED: { value: 1 }, BLUE: {} } });
const Upper = new GraphQLScalarType<string, string>({
  name: 'Upper',
  serialize: (value) => {
    if (value === 'bad') throw new AppError('BAD_USER_INPUT', 'Not this one.');
    if (value === 'gone') return null as never;
    return String(value).toUpperCase();
  },
  parseValue: (value) => {
    if (value === 'bad') throw new GraphQLError('This is no Upper.');
    return String(value).toLowerCase();
  },
});
const Filter = new GraphQLInputObjectType({
  name: 'Filter',
  fields: {
    text: { type: Upper, defaultValue: 'any' },
    colours: { type: new GraphQLList(new GraphQLNonNull(Colour)) },
  },
});
const Shape = new GraphQLInterfaceType({
  name: 'Shape',
  fields: { sides: { type: GraphQLInt } },
  resolveType: () => 'Square',
});
const Square = new GraphQLObjectType({
  name: 'Square',
  interfaces: [Shape],
  fields: { sides: { type: GraphQLInt } },
});

const wait = <T>(value: T): Promise<T> => Promise.resolve(value);
const boom = (): never => {
  throw new Error('boom');
};

const Node: GraphQLObjectType = new GraphQLObjectType({
  name: 'Node',
  fields: () => ({
    id: { type: new GraphQLNonNull(GraphQLID), resolve: () => 7 },
    title: { type: GraphQLString },
    hello: { type: GraphQLString, args: { name: { type: GraphQLString, defaultValue: 'you' } } },
    asProperty: { type: GraphQLString },
    colour: { type: Colour, resolve: () => 1 },
    wrongColour: { type: Colour, resolve: () => 'GREEN' },
    upper: { type: Upper, resolve: () => 'loud' },
    badUpper: { type: Upper, resolve: () => wait('bad') },
    goneUpper: { type: new GraphQLNonNull(Upper), resolve: () => 'gone' },
    flag: { type: GraphQLBoolean, resolve: () => 1 },
    tooBig: { type: GraphQLInt, resolve: () => 2 ** 40 },
    asError: { type: GraphQLString, resolve: () => new AppError('NOT_FOUND', 'returned') },
    throws: { type: GraphQLString, resolve: boom },
    rejects: { type: GraphQLString, resolve: async () => wait(boom()) },
    throwsText: {
      type: GraphQLString,
      resolve: () => {
        // eslint-disable-next-line @typescript-eslint/only-throw-error -- libraries do
        throw 'text';
      },
    },
    surelyThrows: { type: new GraphQLNonNull(GraphQLString), resolve: boom },
    surelyRejects: { type: new GraphQLNonNull(GraphQLString), resolve: async () => wait(boom()) },
    surelyNull: { type: new GraphQLNonNull(GraphQLString), resolve: () => null },
    laterNull: { type: new GraphQLNonNull(GraphQLString), resolve: () => wait(undefined) },
    node: { type: Node, resolve: () => ({}) },
    laterNode: { type: Node, resolve: () => wait({}) },
    sureNode: { type: new GraphQLNonNull(Node), resolve: () => ({}) },
    laterSureNode: { type: new GraphQLNonNull(Node), resolve: () => wait({}) },
    nodes: { type: new GraphQLList(Node), resolve: () => [{ title: 'a' }, null, wait({})] },
    sureNodes: { type: new GraphQLList(new GraphQLNonNull(Node)), resolve: () => [{}, {}] },
    holes: { type: new GraphQLList(new GraphQLNonNull(Node)), resolve: () => [{}, null] },
    laterHoles: {
      type: new GraphQLList(new GraphQLNonNull(Node)),
      resolve: () => [{}, wait(null), wait(undefined)],
    },
    texts: {
      type: new GraphQLList(GraphQLString),
      resolve: () =>
        new Set(['a', null, wait('b'), new Error('c'), Promise.reject(new Error('d'))]),
    },
    table: {
      type: new GraphQLList(new GraphQLList(new GraphQLNonNull(GraphQLInt))),
      resolve: () => [[1], [2, null], null],
    },
    noList: { type: new GraphQLList(GraphQLString), resolve: () => 'text' },
    shape: { type: Shape, resolve: () => ({ sides: 4 }) },
    echo: {
      type: GraphQLString,
      args: { filter: { type: Filter }, count: { type: new GraphQLNonNull(GraphQLInt) } },
      resolve: (_source, args: unknown) => JSON.stringify(args),
    },
    where: {
      type: GraphQLString,
      resolve: (_source, _args, context, info) =>
        JSON.stringify([
          info.fieldName,
          info.path,
          String(info.returnType),
          info.variableValues,
          info.fieldNodes.length,
          context,
        ]),
    },
  }),
});
const source = {
  title: 'A title',
  asProperty: () => wait('called'),
  hello({ name }: { name: string }) {
    return `${this.title} for ${name}`;
  },
};
const query = new GraphQLObjectType({
  name: 'Query',
  fields: {
    node: { type: Node, resolve: () => source },
    laterNode: { type: Node, resolve: () => wait(source) },
    sureNode: { type: new GraphQLNonNull(Node), resolve: () => source },
    unresolved: { type: GraphQLString },
  },
});
const schema = new GraphQLSchema({ query, mutation: query, types: [Square] });

/** What a client and the log see. Which of several promises fails first is chance, so errors are sorted. */
function seen({ data, errors }: ExecutionResult) {
  const seenErrors = errors?.map((error) => ({
    ...error.toJSON(),
    // graphql-js prints the type and the value; both are masked for clients.
    message: /^Expected `|serialized a value to nothing/.test(error.message)
      ? 'nothing'
      : error.message,
    cause: error.originalError?.constructor.name,
  }));
  return {
    data: JSON.stringify(data),
    errors: seenErrors?.sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1)),
  };
}

/** Selections of a node, up to some levels deep. */
const { selections } = fc.letrec<{ selections: string; field: string }>((tie) => ({
  selections: fc
    .array(tie('field'), { minLength: 1, maxLength: 4 })
    .map((fields) => `{ ${fields.map((field, index) => `f${index}: ${field}`).join(' ')} }`),
  field: fc.oneof(
    { maxDepth: 4 },
    fc.constantFrom(...['id', 'title', 'throws', 'rejects', 'surelyThrows', 'surelyRejects']),
    fc.constantFrom(...['surelyNull', 'laterNull', 'goneUpper', 'texts', 'table', 'badUpper']),
    fc
      .tuple(
        fc.constantFrom(
          ...['node', 'laterNode', 'sureNode', 'laterSureNode', 'nodes', 'sureNodes', 'laterHoles'],
        ),
        tie('selections'),
      )
      .map(([name, inner]) => `${name} ${inner}`),
  ),
}));

async function bothWays(
  document: DocumentNode,
  variables?: Record<string, unknown>,
  operationName?: string,
) {
  const context = { who: 'me' };
  const run = createExecutor(schema);
  const ours = await run({ document, variables, operationName, context });
  const again = await run({ document, variables, operationName, context });
  const reference = await execute({
    schema,
    document,
    variableValues: variables,
    operationName,
    contextValue: context,
    hideSuggestions: true,
  });
  expect(seen(again)).toEqual(seen(ours));
  return { ours: seen(ours), reference: seen(reference) };
}

describe('the executor', () => {
  it.each([
    '{ node { id title hello asProperty colour upper flag __typename } unresolved }',
    '{ a: node { x: title y: title ...More } laterNode { ...More } } fragment More on Node { title z: id }',
    '{ node { wrongColour tooBig badUpper asError throws rejects throwsText noList } }',
    '{ node { goneUpper } }',
    '{ node { node { surelyThrows title } title } }',
    '{ node { laterNode { surelyRejects title } title } }',
    '{ node { sureNode { surelyNull } } laterNode { id } }',
    '{ node { laterSureNode { laterSureNode { laterNull } } id } }',
    '{ sureNode { surelyThrows } node { id } }',
    '{ sureNode { surelyRejects laterNode { id } } node { id } }',
    '{ sureNode { laterSureNode { laterNull } } }',
    '{ node { nodes { id title } sureNodes { title upper } texts table } }',
    '{ node { nodes { surelyThrows } sureNodes { surelyRejects } holes { id } laterHoles { id } } }',
    '{ node { holes { nodes { laterNull } } nodes { sureNode { laterNull } } } }',
    '{ node { title } node { id nodes { id } } ... { node { nodes { title } } } ... on Query { unresolved } }',
    '{ node { echo(count: 3) a: echo(count: 4, filter: { colours: [RED, BLUE] }) hello(name: "her") } }',
    '{ node { where nodes { where } laterNode { l: where } } }',
    '{ node { shape { sides __typename } } }',
    '{ __schema { queryType { name } } __type(name: "Node") { name } __typename }',
    'mutation { a: node { id } b: laterNode { throws } }',
    'query A { node { id } } mutation B { node { title } }',
    '{ __proto__: unresolved node { id } }',
  ])('answers as graphql-js does: %s', async (text) => {
    const { ours, reference } = await bothWays(parse(text));

    expect(ours).toEqual(reference);
  });

  it.each<[Record<string, unknown> | undefined]>([
    [undefined],
    [{}],
    [{ count: 5 }],
    [{ count: 5, filter: null }],
    [{ count: 5, filter: { colours: 'RED', text: 'ABC' } }],
    [{ count: 5, filter: { colours: ['PINK'] } }],
    [{ count: 5, filter: { text: 'bad' } }],
    [{ count: 5, filter: { txt: 'x' } }],
    [{ count: '5' }],
    [{ count: 2 ** 33 }],
    [{ count: null }],
    [{ count: 1, more: true }],
    [{ count: 1, more: false, none: true }],
    [{ count: 1, more: true, none: true }],
    [{ count: 1, more: null }],
  ])('treats the variables %j as graphql-js does', async (variables) => {
    const document = parse(`
      query ($count: Int!, $filter: Filter = { text: "given" }, $more: Boolean! = true, $none: Boolean = false) {
        node {
          echo(count: $count, filter: $filter)
          nested: echo(count: 1, filter: { colours: [BLUE], text: "x" })
          node @include(if: $more) { title ...Rest @skip(if: $more) }
          ... @skip(if: $none) { node { id } where }
          ...Rest @include(if: $more)
        }
      }
      fragment Rest on Node { upper node { colour @skip(if: $more) flag } }`);

    const { ours, reference } = await bothWays(document, variables);

    expect(ours).toEqual(reference);
  });

  it.each([['A'], ['B'], ['C'], [''], [undefined]])(
    'chooses the operation %j as graphql-js does',
    async (operationName) => {
      const document = parse('query A { node { id } } query B($skip: Boolean!) { unresolved }');

      const { ours, reference } = await bothWays(document, { skip: true }, operationName);

      expect(ours).toEqual(reference);
    },
  );

  it('nulls and fails what graphql-js does, whatever is asked for', async () => {
    await fc.assert(
      fc.asyncProperty(selections, async (text) => {
        const { ours, reference } = await bothWays(parse(`{ node ${text} sureNode ${text} }`));

        expect(ours.data).toBe(reference.data);
        expect(ours.errors === undefined).toBe(reference.errors === undefined);
      }),
      { numRuns: 300 },
    );
  });

  it('gives each call arguments of its own', async () => {
    const seenArguments: unknown[] = [];
    const type = new GraphQLObjectType({
      name: 'Query',
      fields: {
        spoil: {
          type: GraphQLString,
          args: { name: { type: GraphQLString } },
          resolve: (_source, args: Record<string, unknown>) => {
            seenArguments.push({ ...args });
            args['name'] = 'spoilt';
            return 'done';
          },
        },
      },
    });
    const run = createExecutor(new GraphQLSchema({ query: type }));
    const document = parse('{ spoil(name: "good") }');

    await run({ document, context: undefined });
    await run({ document, context: undefined });

    expect(seenArguments).toEqual([{ name: 'good' }, { name: 'good' }]);
  });

  it('goes on answering when more documents come than it keeps plans of', async () => {
    const run = createExecutor(schema);
    const documents = Array.from({ length: 2_500 }, (_, index) =>
      parse(`{ a${index}: node { id } }`),
    );

    for (const document of documents) await run({ document, context: undefined });
    const answers: ExecutionResult[] = [];
    for (const index of [0, 1_234, 2_499]) {
      const document = documents[index];
      if (document) answers.push(await run({ document, context: undefined }));
    }

    expect(answers.map(({ data }) => JSON.stringify(data))).toEqual([
      '{"a0":{"id":"7"}}',
      '{"a1234":{"id":"7"}}',
      '{"a2499":{"id":"7"}}',
    ]);
  });
});
