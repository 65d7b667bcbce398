import { inject, Service, signal } from '@angular/core';
import { MatSnackBar } from '@angular/material/snack-bar';
import type { TypedDocumentNode } from '@apollo/client';

import { AttemptKeys } from '../../shared/graphql/attempt-keys';
import { describeProblem } from '../../shared/graphql/graph-error';
import { injectMutate } from '../../shared/graphql/mutate';
import type { OrderTransition } from '../../shared/graphql/types.generated';
import type {
  OrderParcelFragment,
  ProblemFragment,
  StaffOrderFragment,
} from '../data/order-fragments.generated';
import {
  CancelParcelDocument,
  CapturePaymentDocument,
  DeliverParcelDocument,
  SendParcelDocument,
} from './order-changes.generated';
import {
  CancelOrderDocument,
  MarkOrderPaidDocument,
  RefundOrderDocument,
  TransitionOrderDocument,
} from './order-detail.generated';

/** Why an order was not changed. */
export interface CommandProblem {
  readonly message: string;
  /** Whether somebody else changed the order first, so that reading it again helps. */
  readonly isConflict: boolean;
}

interface Payload {
  readonly order: Pick<StaffOrderFragment, 'version'> | null;
  readonly userErrors: readonly ProblemFragment[];
}

type OrderAtVersion = Pick<StaffOrderFragment, 'id' | 'version' | 'number'>;

/** What staff do to one order, each time against the version they were looking at. */
@Service({ autoProvided: false })
export class OrderCommands {
  private readonly mutate = injectMutate();
  private readonly snackBar = inject(MatSnackBar);
  private readonly keys = new AttemptKeys();
  private readonly running = signal(false);
  private readonly failure = signal<CommandProblem | undefined>(undefined);

  readonly isRunning = this.running.asReadonly();
  readonly problem = this.failure.asReadonly();

  transition(
    order: OrderAtVersion,
    transition: OrderTransition,
    success: string,
    parcel: { carrier?: string; trackingNumber?: string; note?: string } = {},
  ): Promise<void> {
    const input = { ...this.attempt(order), transition, ...parcel };
    return this.send(TransitionOrderDocument, input, (data) => data.orderTransition, success);
  }

  markPaid(order: OrderAtVersion): Promise<void> {
    const success = `Payment for ${order.number} recorded.`;
    return this.send(
      MarkOrderPaidDocument,
      this.attempt(order),
      (data) => data.orderMarkPaid,
      success,
    );
  }

  capture({ id, number }: OrderAtVersion): Promise<void> {
    const success = `Payment for ${number} taken.`;
    return this.send(
      CapturePaymentDocument,
      { orderId: id },
      (data) => data.orderPaymentCapture,
      success,
    );
  }

  cancel(order: OrderAtVersion, reason: string): Promise<void> {
    const input = { ...this.attempt(order), ...(reason && { reason }) };
    const success = `Order ${order.number} cancelled.`;
    return this.send(CancelOrderDocument, input, (data) => data.orderCancel, success);
  }

  refund(order: OrderAtVersion, reason: string): Promise<void> {
    const input = { ...this.attempt(order), reason };
    const success = `Order ${order.number} refunded.`;
    return this.send(RefundOrderDocument, input, (data) => data.orderRefund, success);
  }

  sendParcel(order: OrderAtVersion, { id, number }: OrderParcelFragment): Promise<void> {
    const input = { parcelId: id, expectedVersion: order.version };
    const success = `Parcel ${number} of ${order.number} sent.`;
    return this.send(SendParcelDocument, input, (data) => data.parcelSend, success);
  }

  deliverParcel(order: OrderAtVersion, { id, number }: OrderParcelFragment): Promise<void> {
    const input = { parcelId: id, expectedVersion: order.version };
    const success = `Parcel ${number} of ${order.number} delivered.`;
    return this.send(DeliverParcelDocument, input, (data) => data.parcelDeliver, success);
  }

  cancelParcel(order: OrderAtVersion, { id, number }: OrderParcelFragment): Promise<void> {
    const input = { parcelId: id, expectedVersion: order.version };
    const success = `Parcel ${number} of ${order.number} unpacked.`;
    return this.send(CancelParcelDocument, input, (data) => data.parcelCancel, success);
  }

  dismissProblem(): void {
    this.failure.set(undefined);
  }

  private attempt({ id, version }: OrderAtVersion) {
    return { orderId: id, expectedVersion: version };
  }

  private async send<TData extends object, TInput extends object>(
    document: TypedDocumentNode<TData, { input: TInput & { idempotencyKey: string } }>,
    input: TInput,
    payloadOf: (data: TData) => Payload,
    success: string,
  ): Promise<void> {
    const identity = [success, input];
    this.failure.set(undefined);
    this.running.set(true);
    try {
      const idempotencyKey = this.keys.keyFor(identity);
      const data = await this.mutate(document, { input: { ...input, idempotencyKey } });
      this.keys.settle(identity);
      const [problem] = payloadOf(data).userErrors;
      if (problem) this.failure.set(asCommandProblem(problem));
      else this.snackBar.open(success);
    } catch (error) {
      // The request as a whole failed and may still have acted: its key is kept for the next try.
      this.failure.set({ message: describeProblem(error).message, isConflict: false });
    } finally {
      this.running.set(false);
    }
  }
}

function asCommandProblem({ __typename, message }: ProblemFragment): CommandProblem {
  return __typename === 'VersionConflict'
    ? { message: 'This order was changed meanwhile, so nothing was done.', isConflict: true }
    : { message, isConflict: false };
}
