// The libraries of the API with a list that is already in memory, so that only what they add is measured.
// The first argument names the variant.
import { ApolloServer, HeaderMap } from '@apollo/server';
import { ApolloServerPluginCacheControlDisabled } from '@apollo/server/plugin/disabled';
import type { ExecutionResult } from 'graphql';

import { compiledDocuments } from './compiled-documents.ts';
import { buildListSchema } from './list-schema.ts';
import { type Asked, serveAnswers } from './serve-answers.ts';

const variant = process.argv[2];
const isCompiled = variant === 'compiled' || variant === 'without-apollo';
const schema = await buildListSchema(isCompiled);
const compiled = compiledDocuments(schema);

const run = async ({ query, variables = {} }: Asked) =>
  (await compiled(query).query({}, {}, variables)) as ExecutionResult;

function apolloServer(): ApolloServer {
  const plugins = variant === 'as-it-comes' ? [] : [ApolloServerPluginCacheControlDisabled()];
  if (!isCompiled) return new ApolloServer({ schema, plugins });
  return new ApolloServer({
    plugins,
    // The way to bring an executor of one's own.
    gateway: {
      onSchemaLoadOrUpdate: (callback) => {
        callback({ apiSchema: schema, coreSupergraphSdl: '' });
        return () => undefined;
      },
      load: () =>
        Promise.resolve({
          executor: ({ request }) =>
            run({ query: request.query ?? '', variables: request.variables ?? {} }),
        }),
      stop: () => Promise.resolve(),
    },
  });
}

if (variant === 'without-apollo') {
  serveAnswers(async (asked) => JSON.stringify(await run(asked)));
} else {
  const apollo = apolloServer();
  await apollo.start();
  const headers = new HeaderMap([['content-type', 'application/json']]);
  serveAnswers(async (body) => {
    const { body: answer } = await apollo.executeHTTPGraphQLRequest({
      httpGraphQLRequest: { method: 'POST', headers, search: '', body },
      context: () => Promise.resolve({}),
    });
    return answer.kind === 'complete' ? answer.string : '';
  });
}
