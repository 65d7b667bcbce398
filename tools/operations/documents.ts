import { createHash } from 'node:crypto';
import { globSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

import { ApolloClient, InMemoryCache } from '@apollo/client';
import { ApolloLink } from '@apollo/client/link';
import {
  type DocumentNode,
  Kind,
  type OperationDefinitionNode,
  OperationTypeNode,
  print,
} from 'graphql';
import { NEVER } from 'rxjs';

/** One operation that an app sends, exactly as it goes over the wire. */
export interface Operation {
  /** SHA-256 of the body, in hexadecimal. */
  readonly id: string;
  readonly name: string;
  readonly type: OperationDefinitionNode['operation'];
  readonly body: string;
}

/** What one build of an app sends. */
export interface Manifest {
  readonly app: string;
  /** Which contract the app speaks. */
  readonly contract: Contract;
  /** Follows from the operations: two builds with the same ones have the same version. */
  readonly version: string;
  readonly operations: readonly Operation[];
}

/** The two contracts of the API, by the names that it has for them. */
export type Contract = 'public' | 'admin';

/** Under which id the API knows a document text. */
export function idOf(body: string): string {
  return createHash('sha256').update(body).digest('hex');
}

/** The manifest of an app, out of the documents that codegen wrote beside its operations. */
export async function readManifest(
  root: string,
  app: string,
  contract: Contract,
): Promise<Manifest> {
  const files = globSync(`${app}/src/app/**/*.graphql`, { cwd: root }).toSorted();
  const modules = await Promise.all(
    files.map((file) => importGenerated(join(root, file.replace(/\.graphql$/, '.generated.ts')))),
  );
  const documents = modules.flatMap((exported) => Object.values(exported)).filter(isOperation);
  const operations = (await Promise.all(documents.map(toOperation))).toSorted((one, other) =>
    one.name < other.name ? -1 : 1,
  );
  const twice = operations.find(({ name }, index) => operations[index + 1]?.name === name);
  if (twice) throw new Error(`${app} has two operations called ${twice.name}; rename one.`);
  const version = idOf(operations.map(({ id }) => id).join()).slice(0, 12);
  return { app, contract, version, operations };
}

function importGenerated(path: string): Promise<Record<string, unknown>> {
  return import(pathToFileURL(path).href) as Promise<Record<string, unknown>>;
}

function definitionOf(document: DocumentNode): OperationDefinitionNode | undefined {
  return document.definitions.find((node) => node.kind === Kind.OPERATION_DEFINITION);
}

function isOperation(value: unknown): value is DocumentNode {
  if (typeof value !== 'object' || value === null || !('kind' in value)) return false;
  return value.kind === Kind.DOCUMENT && definitionOf(value as DocumentNode) !== undefined;
}

/** Asks the very client that the apps use what it sends: it adds `__typename` and takes out its own directives. */
async function toOperation(document: DocumentNode): Promise<Operation> {
  const { name, operation: type } = definitionOf(document) ?? {};
  if (!name || !type) throw new Error('Every operation of an app has a name.');
  const sent = Promise.withResolvers<DocumentNode>();
  const link = new ApolloLink((operation) => {
    sent.resolve(operation.query);
    return NEVER;
  });
  const client = new ApolloClient({ cache: new InMemoryCache(), link });
  if (type === OperationTypeNode.QUERY)
    void client.query({ query: document, fetchPolicy: 'no-cache' });
  else if (type === OperationTypeNode.MUTATION) void client.mutate({ mutation: document });
  else client.subscribe({ query: document }).subscribe();
  const body = print(await sent.promise);
  return { id: idOf(body), name: name.value, type, body };
}
