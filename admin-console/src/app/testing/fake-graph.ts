import { type EnvironmentProviders, type Provider, signal } from '@angular/core';
import { CombinedGraphQLErrors } from '@apollo/client/errors';
import { ApolloLink } from '@apollo/client/link';
import { provideApollo } from 'apollo-angular';
import { OperationTypeNode } from 'graphql';
import { Observable, of, Subject, throwError } from 'rxjs';

import { LiveConnection } from '../shared/graphql/live-connection';
import type { LiveContext } from '../shared/graphql/live-link';
import { createGraphCache } from '../shared/graphql/provide-graph';
import type { Permission } from '../shared/graphql/types.generated';
import { Session } from '../shared/session/session';

type Variables = Readonly<Record<string, unknown>>;
type Answer = (variables: Variables) => Readonly<Record<string, unknown>>;

/** A graph that answers from the test, by the name of the operation. */
export class FakeGraph {
  readonly requests: { readonly name: string; readonly variables: Variables }[] = [];
  readonly connected = new Subject<void>();
  private readonly answers = new Map<string, Answer>();
  private readonly followers = new Map<string, LiveContext>();
  private readonly topics = new Map<string, Subject<ApolloLink.Result>>();

  /** Says how an operation is answered; the last word counts. */
  answer(operationName: string, answer: Answer): this {
    this.answers.set(operationName, answer);
    return this;
  }

  /** Sends something to everybody who follows a subscription. */
  publish(operationName: string, data: Record<string, unknown>): void {
    this.topic(operationName).next({ data });
  }

  /** What a subscription would send if its socket came back now. */
  variablesAtConnect(operationName: string): Variables | undefined {
    return this.followers.get(operationName)?.variablesAtConnect?.();
  }

  /** The variables of every request of one operation so far. */
  variablesOf(operationName: string): readonly Variables[] {
    return this.requests.filter(({ name }) => name === operationName).map((each) => each.variables);
  }

  /** The inputs of every mutation of one name so far. */
  inputsOf(operationName: string): readonly Variables[] {
    return this.variablesOf(operationName).map(({ input }) => input as Variables);
  }

  provide(
    permissions: readonly Permission[] = ['ORDERS_READ', 'ORDERS_WRITE'],
  ): (Provider | EnvironmentProviders)[] {
    const staffMember = { id: 's1', email: 'ada@halftone.example', name: 'Ada', permissions };
    return [
      provideApollo(() => ({ cache: createGraphCache(), link: this.link() })),
      {
        provide: Session,
        useValue: {
          staffMember: signal(staffMember),
          isSignedIn: signal(true),
          can: (permission: Permission) => permissions.includes(permission),
        },
      },
      {
        provide: LiveConnection,
        useValue: { state: signal('live'), connected: this.connected },
      },
    ];
  }

  private link(): ApolloLink {
    return new ApolloLink((operation) => {
      const { operationName = '', operationType, variables } = operation;
      if (operationType === OperationTypeNode.SUBSCRIPTION) {
        this.followers.set(operationName, operation.getContext() as LiveContext);
        return this.topic(operationName);
      }
      this.requests.push({ name: operationName, variables });
      const answer = this.answers.get(operationName);
      return answer ? settled(() => answer(variables)) : new Observable();
    });
  }

  private topic(operationName: string): Subject<ApolloLink.Result> {
    const topic = this.topics.get(operationName) ?? new Subject();
    this.topics.set(operationName, topic);
    return topic;
  }
}

/** An error as the graph would send it at top level. */
export function aGraphError(code: string): CombinedGraphQLErrors {
  return new CombinedGraphQLErrors({ errors: [{ message: code, extensions: { code } }] });
}

function settled(answer: () => Record<string, unknown>): Observable<ApolloLink.Result> {
  try {
    return of({ data: answer() });
  } catch (error) {
    return throwError(() => error);
  }
}
