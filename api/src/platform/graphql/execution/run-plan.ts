import {
  type ExecutionResult,
  GraphQLError,
  locatedError,
  type ResponsePath,
  responsePathAsArray,
} from 'graphql';

import type { RequestContext } from '../request-context';
import { pathOf, resolveField, type RunInput } from './resolve-field';
import type { FieldPlan, TypePlan } from './selection-plan';

/** An object or a list of the answer that is being filled. */
type Container = Record<string | number, unknown>;

/** A place that may be null: where the failure of a non-null field below it ends. */
interface NullablePlace {
  readonly container: Container;
  readonly key: string | number;
  readonly parent: NullablePlace | undefined;
  /** Nulled by a failure: what still goes on below it concerns nobody. */
  isNulled: boolean;
}

function isPromise(value: unknown): value is PromiseLike<unknown> {
  return (
    typeof value === 'object' &&
    value !== null &&
    'then' in value &&
    typeof value.then === 'function'
  );
}

/** An object of a list whose fields will be filled in. */
function isSource(value: unknown): boolean {
  return (
    typeof value === 'object' && value !== null && !isPromise(value) && !(value instanceof Error)
  );
}

/** Runs a plan once. Answers, errors and nulls are those of graphql-js, which the specs compare it with. */
export function runPlan(input: RunInput): ExecutionResult | Promise<ExecutionResult> {
  return new PlanRun(input).run();
}

/**
 * Objects are put into the answer before the promises among their fields have settled, which then fill in what is
 * missing: no promise for each object that merely contains one.
 */
class PlanRun {
  private readonly errors: GraphQLError[] = [];
  private data: Container | null = null;
  /** Promises that are waited for. */
  private pending = 0;
  private onSettled: (() => void) | undefined;
  private isRootNulled = false;

  constructor(private readonly input: RunInput) {}

  run(): ExecutionResult | Promise<ExecutionResult> {
    try {
      const data: Container = {};
      this.data = data;
      this.fill(data, this.input.selection.fields, undefined, undefined, undefined);
    } catch (error) {
      this.failRoot(error as GraphQLError);
    }
    if (this.pending === 0) return this.result();
    return new Promise((resolve) => {
      this.onSettled = () => resolve(this.result());
    });
  }

  private result(): ExecutionResult {
    const { data, errors } = this;
    return errors.length === 0 ? { data } : { errors, data };
  }

  private fill(
    container: Container,
    fields: readonly FieldPlan[],
    source: unknown,
    path: ResponsePath | undefined,
    place: NullablePlace | undefined,
  ): void {
    for (const field of fields) {
      container[field.key] = field.constant ?? this.field(field, source, path, container, place);
    }
  }

  /** The value of a field; null for now where it has to be waited for. Throws what a non-null one fails with. */
  private field(
    field: FieldPlan,
    source: unknown,
    parentPath: ResponsePath | undefined,
    container: Container,
    place: NullablePlace | undefined,
  ): unknown {
    try {
      const value = resolveField(this.input, field, source, parentPath);
      const { type } = field;
      if (type.kind === 'leaf') {
        if (typeof value === 'string' || !isPromise(value)) return leaf(field, type, value);
      } else if (!isPromise(value)) {
        return this.complete(
          field,
          type,
          value,
          pathOf(field, parentPath),
          container,
          field.key,
          place,
        );
      }
      const path = pathOf(field, parentPath);
      this.later(value, field, type, path, container, field.key, place);
      return null;
    } catch (error) {
      const located = locatedError(
        error,
        field.nodes,
        responsePathAsArray(pathOf(field, parentPath)),
      );
      if (field.type.nonNull) throw located;
      this.report(located, place);
      return null;
    }
  }

  private complete(
    field: FieldPlan,
    type: TypePlan,
    value: unknown,
    path: ResponsePath,
    container: Container,
    key: string | number,
    place: NullablePlace | undefined,
  ): unknown {
    if (type.kind === 'leaf') return leaf(field, type, value);
    if (value instanceof Error) throw value;
    if (value === undefined || value === null) return nothing(field, type);
    if (type.kind === 'list') {
      const loading = this.preloading(type, value);
      if (loading) {
        this.later(
          loading.then(() => value),
          field,
          { ...type, isLoaded: true },
          path,
          container,
          key,
          place,
        );
        return null;
      }
    }
    if (type.nonNull) return this.completeParts(field, type, value, path, place);
    const own: NullablePlace = { container, key, parent: place, isNulled: false };
    try {
      return this.completeParts(field, type, value, path, own);
    } catch (error) {
      own.isNulled = true;
      throw error;
    }
  }

  private completeParts(
    field: FieldPlan,
    type: Exclude<TypePlan, { kind: 'leaf' }>,
    value: unknown,
    path: ResponsePath,
    place: NullablePlace | undefined,
  ): unknown {
    if (type.kind === 'list') return this.list(field, type.item, value, path, place);
    const { selection } = type;
    const object =
      typeof value === 'object' && value ? selection.templates?.copyFor(value) : undefined;
    if (object && selection.templates) {
      this.fill(object, selection.templates.open, value, path, place);
      return object;
    }
    const filled: Container = {};
    this.fill(filled, selection.fields, value, path, place);
    return filled;
  }

  /** What a list's objects need is loaded for all of them at once; undefined where nothing is to be waited for. */
  private preloading(
    { item, isLoaded }: Extract<TypePlan, { kind: 'list' }>,
    value: unknown,
  ): Promise<unknown> | undefined {
    if (isLoaded || item.kind !== 'object' || !Array.isArray(value)) return undefined;
    const { preloaded } = item.selection;
    if (preloaded.length === 0) return undefined;
    const sources = value.every(isSource) ? value : value.filter(isSource);
    const context = this.input.context as RequestContext;
    const loading: Promise<unknown>[] = [];
    for (const each of preloaded) {
      const begun = each.preload(sources, context);
      if (begun) loading.push(begun);
    }
    return loading.length > 0 ? Promise.all(loading) : undefined;
  }

  private list(
    field: FieldPlan,
    type: TypePlan,
    value: unknown,
    path: ResponsePath,
    place: NullablePlace | undefined,
  ): unknown[] {
    if (typeof value !== 'object' || value === null || !(Symbol.iterator in value)) {
      throw new GraphQLError(
        `Expected Iterable, but did not find one for field "${field.parentType.name}.${field.name}".`,
      );
    }
    const completed: unknown[] = [];
    for (const item of value as Iterable<unknown>) {
      completed.push(this.item(field, type, item, path, completed, place));
    }
    return completed;
  }

  private item(
    field: FieldPlan,
    type: TypePlan,
    item: unknown,
    listPath: ResponsePath,
    container: unknown[],
    place: NullablePlace | undefined,
  ): unknown {
    const index = container.length;
    const path: ResponsePath = { prev: listPath, key: index, typename: undefined };
    try {
      const list = container as unknown as Container;
      if (!isPromise(item)) return this.complete(field, type, item, path, list, index, place);
      this.later(item, field, type, path, list, index, place);
      return null;
    } catch (error) {
      const located = locatedError(error, field.nodes, responsePathAsArray(path));
      if (type.nonNull) throw located;
      this.report(located, place);
      return null;
    }
  }

  /** Puts the value into its place when it is there. */
  private later(
    value: PromiseLike<unknown>,
    field: FieldPlan,
    type: TypePlan,
    path: ResponsePath,
    container: Container,
    key: string | number,
    place: NullablePlace | undefined,
  ): void {
    this.pending += 1;
    // Only a real promise is sure to answer later.
    (value instanceof Promise ? value : Promise.resolve(value)).then(
      (resolved: unknown) => {
        try {
          container[key] = this.complete(field, type, resolved, path, container, key, place);
        } catch (error) {
          this.failLater(error, field, type, path, place);
        }
        this.settle();
      },
      (error: unknown) => {
        this.failLater(error, field, type, path, place);
        this.settle();
      },
    );
  }

  private failLater(
    error: unknown,
    field: FieldPlan,
    type: TypePlan,
    path: ResponsePath,
    place: NullablePlace | undefined,
  ): void {
    const located = locatedError(error, field.nodes, responsePathAsArray(path));
    if (type.nonNull) this.failPlace(located, place);
    else this.report(located, place);
  }

  private settle(): void {
    this.pending -= 1;
    if (this.pending === 0) this.onSettled?.();
  }

  /** Keeps the error, unless its place in the answer is gone already. */
  private report(error: GraphQLError, place: NullablePlace | undefined): void {
    if (!this.isGone(place)) this.errors.push(error);
  }

  private failPlace(error: GraphQLError, place: NullablePlace | undefined): void {
    if (!place) {
      this.failRoot(error);
      return;
    }
    this.report(error, place);
    place.isNulled = true;
    place.container[place.key] = null;
  }

  private failRoot(error: GraphQLError): void {
    this.report(error, undefined);
    this.isRootNulled = true;
    this.data = null;
  }

  private isGone(place: NullablePlace | undefined): boolean {
    for (let step = place; step; step = step.parent) if (step.isNulled) return true;
    return this.isRootNulled;
  }
}

function leaf(
  field: FieldPlan,
  type: Extract<TypePlan, { kind: 'leaf' }>,
  value: unknown,
): unknown {
  if (value === undefined || value === null) return nothing(field, type);
  if (value instanceof Error) throw value;
  return type.serialize(value);
}

function nothing(field: FieldPlan, type: TypePlan): null {
  if (!type.nonNull) return null;
  throw new Error(
    `Cannot return null for non-nullable field ${field.parentType.name}.${field.name}.`,
  );
}
