import {
  type DocumentNode,
  execute,
  type ExecutionResult,
  type FragmentDefinitionNode,
  getVariableValues,
  type GraphQLSchema,
  Kind,
  type OperationDefinitionNode,
  OperationTypeNode,
  visit,
} from 'graphql';

import { runPlan } from './run-plan';
import { type OperationPlan, planOperation } from './selection-plan';
import { TemplateStore } from './templates';

/** One operation to execute. */
export interface ExecutorRequest {
  readonly document: DocumentNode;
  readonly operationName?: string | null | undefined;
  readonly variables?: Readonly<Record<string, unknown>> | null | undefined;
  readonly context: unknown;
}

/** Executes validated documents of one schema. */
export type Executor = (request: ExecutorRequest) => ExecutionResult | Promise<ExecutionResult>;

/** How many planned fields are kept; a page of the storefront has a hundred or two. */
const MAX_PLANNED_FIELDS = 100_000;
/** What a document counts that is only remembered as one that cannot be planned. */
const DOCUMENT_WEIGHT = 50;
/** A document whose directives ask for more variants than this is not worth their memory. */
const MAX_VARIANTS = 16;

/**
 * Plans queries once and runs the plans, which skips what graphql-js finds out anew for every field of every request.
 * Mutations, subscriptions, introspection and types that depend on values are left to graphql-js; so is every refusal
 * before execution. Plans that were not used for longest go first.
 */
export function createExecutor(schema: GraphQLSchema): Executor {
  const documents = new PlannedDocuments(schema);
  return (request) => {
    const planned = documents.find(request.document, request.operationName);
    const inGraphqlJs = () =>
      execute({
        schema,
        document: request.document,
        operationName: request.operationName,
        variableValues: request.variables,
        contextValue: request.context,
        hideSuggestions: true,
      });
    if (!planned) return inGraphqlJs();
    const { operation, fragments } = planned;
    const { coerced } = getVariableValues(
      schema,
      operation.variableDefinitions ?? [],
      request.variables ?? {},
    );
    const plan = coerced && documents.plan(planned, coerced);
    if (!plan) return inGraphqlJs();
    const { selection } = plan;
    return runPlan({
      schema,
      fragments,
      operation,
      selection,
      variables: coerced,
      context: request.context,
    });
  };
}

interface PlannedOperation {
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  readonly fragments: Readonly<Record<string, FragmentDefinitionNode>>;
  /** Variables that `@skip` and `@include` ask. */
  readonly conditions: readonly string[];
  readonly variants: Map<string, OperationPlan>;
  isPlannable: boolean;
}

interface KnownDocument {
  readonly operations: readonly PlannedOperation[];
  /** Planned fields, and a little for the document itself. */
  weight: number;
}

class PlannedDocuments {
  /** In the order of their last use. */
  private readonly known = new Map<DocumentNode, KnownDocument>();
  private weight = 0;
  private readonly templates = new TemplateStore();

  constructor(private readonly schema: GraphQLSchema) {}

  /** The operation that is asked for, if it is one that can be planned. */
  find(
    document: DocumentNode,
    operationName: string | null | undefined,
  ): PlannedOperation | undefined {
    const { operations } = this.use(document);
    const isNamed = operationName !== undefined && operationName !== null;
    const found = isNamed
      ? operations.find(({ operation }) => operation.name?.value === operationName)
      : operations.length === 1
        ? operations[0]
        : undefined;
    return found?.isPlannable ? found : undefined;
  }

  /** The plan for these variables. */
  plan(
    planned: PlannedOperation,
    variables: Readonly<Record<string, unknown>>,
  ): OperationPlan | undefined {
    const { conditions, variants } = planned;
    const variant =
      conditions.length === 0 ? '' : JSON.stringify(conditions.map((name) => variables[name]));
    const kept = variants.get(variant);
    if (kept) return kept;
    if (variants.size >= MAX_VARIANTS) return undefined;
    try {
      const { fragments, operation } = planned;
      const plan = planOperation(this.schema, fragments, operation, variables, this.templates);
      variants.set(variant, plan);
      this.grow(planned.document, plan.size);
      return plan;
    } catch {
      // Not for plans, or wrong in itself: graphql-js does the one and says the other in its own words.
      planned.isPlannable = false;
      return undefined;
    }
  }

  private use(document: DocumentNode): KnownDocument {
    const kept = this.known.get(document);
    if (kept) {
      this.known.delete(document);
      this.known.set(document, kept);
      return kept;
    }
    const made: KnownDocument = { operations: operationsOf(document), weight: 0 };
    this.known.set(document, made);
    this.grow(document, DOCUMENT_WEIGHT);
    return made;
  }

  private grow(document: DocumentNode, by: number): void {
    const grown = this.known.get(document);
    if (!grown) return;
    grown.weight += by;
    this.weight += by;
    for (const [oldest, { weight }] of this.known) {
      if (this.weight <= MAX_PLANNED_FIELDS || oldest === document) return;
      this.known.delete(oldest);
      this.weight -= weight;
    }
  }
}

function operationsOf(document: DocumentNode): PlannedOperation[] {
  const fragments = Object.fromEntries(
    document.definitions
      .filter((node) => node.kind === Kind.FRAGMENT_DEFINITION)
      .map((node) => [node.name.value, node]),
  );
  const conditions = conditionsOf(document);
  return document.definitions
    .filter((node) => node.kind === Kind.OPERATION_DEFINITION)
    .map((operation) => ({
      document,
      operation,
      fragments,
      conditions,
      variants: new Map(),
      isPlannable: operation.operation === OperationTypeNode.QUERY,
    }));
}

function conditionsOf(document: DocumentNode): string[] {
  const names = new Set<string>();
  visit(document, {
    Directive: (directive) => {
      visit(directive, {
        Variable: ({ name }) => {
          names.add(name.value);
        },
      });
    },
  });
  return [...names];
}
