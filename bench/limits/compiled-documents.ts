import { type GraphQLSchema, parse } from 'graphql';
import { type CompiledQuery, compileQuery, isCompiledQuery } from 'graphql-jit';

/** Compiles each document once. */
export function compiledDocuments(schema: GraphQLSchema): (query: string) => CompiledQuery {
  const known = new Map<string, CompiledQuery>();
  return (query) => {
    const found = known.get(query);
    if (found) return found;
    const made = compileQuery(schema, parse(query), '');
    if (!isCompiledQuery(made)) throw new Error(JSON.stringify(made.errors));
    known.set(query, made);
    return made;
  };
}
