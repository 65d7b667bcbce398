import {
  type DocumentNode,
  execute,
  type ExecutionArgs,
  type ExecutionResult,
  getOperationAST,
  GraphQLError,
  type GraphQLSchema,
  subscribe,
} from 'graphql';

import { logError, presentError } from '../graphql/error-policy';
import type { OperationGate } from '../graphql/operation-gate';
import type { ContractName, RequestContext } from '../graphql/request-context';
import type { DocumentParams } from '../operations/resolve-persisted';
import { LiveDocuments } from './live-documents';

/** What a client asks for, as both protocols send it. */
export interface OperationRequest extends DocumentParams {
  readonly operationName?: string | null;
  readonly variables?: Readonly<Record<string, unknown>> | null;
}

/** The results of a subscription, one for each event. */
export type Results = AsyncGenerator<ExecutionResult, void, void>;

/** A contract on the address that serves it. */
export interface LiveRoute {
  readonly path: string;
  readonly contract: ContractName;
  readonly operations: LiveOperations;
}

/** Prepares and runs the operations of one contract, the same over sockets and streams. */
export class LiveOperations {
  private readonly documents: LiveDocuments;

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly gate: OperationGate,
  ) {
    this.documents = new LiveDocuments(schema, (body) => gate.isTrusted(body));
  }

  /** What to execute, or why this request is not executed at all. */
  async prepare(
    request: OperationRequest,
    context: RequestContext,
  ): Promise<ExecutionArgs | readonly GraphQLError[]> {
    try {
      const query = await this.gate.textOf(request);
      const checked = this.documents.check(query ?? '');
      if (!('definitions' in checked)) return named(checked, context);
      await this.charge(request, checked, query ?? '', context);
      const { operationName, variables } = request;
      return {
        schema: this.schema,
        document: checked,
        operationName,
        variableValues: variables,
        contextValue: context,
      };
    } catch (error) {
      if (error instanceof GraphQLError) return named([error], context);
      throw error;
    }
  }

  /** Throws when this operation is too much, or is one too many. */
  private async charge(
    { operationName, variables }: OperationRequest,
    document: DocumentNode,
    body: string,
    context: RequestContext,
  ): Promise<void> {
    const operation = getOperationAST(document, operationName);
    if (!operation) return;
    const cost = this.gate.price({ document, operation, variables, body }, context);
    await this.gate.rates.charge(context, cost);
  }

  /** Runs a query. */
  readonly execute = async (args: ExecutionArgs): Promise<ExecutionResult> =>
    presented(await execute(args), args.contextValue as RequestContext);

  /** Opens a subscription; the answer is one result where it could not be opened. */
  readonly subscribe = async (args: ExecutionArgs): Promise<Results | ExecutionResult> => {
    const context = args.contextValue as RequestContext;
    const opened = await subscribe(args);
    return Symbol.asyncIterator in opened
      ? new PresentedResults(opened, context)
      : presented(opened, context);
  };
}

/** Errors that say to which request they belong. */
function named(errors: readonly GraphQLError[], { requestId }: RequestContext): GraphQLError[] {
  return errors.map((error) => {
    const { http: _http, ...extensions } = error.extensions;
    return new GraphQLError(error.message, { ...error, extensions: { ...extensions, requestId } });
  });
}

/** A result as the client may see it; what it may not see is logged. */
function presented(result: ExecutionResult, context: RequestContext): ExecutionResult {
  const { errors } = result;
  if (!errors) return result;
  for (const error of errors) logError(context.log, error);
  return { ...result, errors: errors.map((error) => presentedError(error, context)) };
}

function presentedError(error: GraphQLError, context: RequestContext): GraphQLError {
  const { message, path, extensions } = presentError(error.toJSON(), error, context.requestId);
  const { nodes, source, positions } = error;
  return new GraphQLError(message, { nodes, source, positions, path, extensions });
}

/** Results on their way out. A source that fails ends them with an error that says nothing of ours. */
class PresentedResults implements Results {
  constructor(
    private readonly results: Results,
    private readonly context: RequestContext,
  ) {}

  async next(): Promise<IteratorResult<ExecutionResult, void>> {
    try {
      const { done, value } = await this.results.next();
      return done ? { done, value: undefined } : { value: presented(value, this.context) };
    } catch (error) {
      throw this.presentedFailure(error);
    }
  }

  return(): Promise<IteratorResult<ExecutionResult, void>> {
    return this.results.return();
  }

  throw(error: unknown): Promise<IteratorResult<ExecutionResult, void>> {
    return this.results.throw(error);
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.return();
  }
  private presentedFailure(error: unknown): GraphQLError {
    const { log, requestId } = this.context;
    logError(log, error);
    const told = error instanceof GraphQLError ? error.toJSON() : { message: String(error) };
    const { message, extensions } = presentError(told, error, requestId);
    return new GraphQLError(message, { extensions });
  }
}
