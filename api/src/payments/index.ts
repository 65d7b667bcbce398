export { createPaymentsModule } from './payments.module';
export { PaymentEntity } from './persistence/payment.entity';
export type { CapturePayment } from './capture-payment';
export type { NewPayment, PaymentAnswer, PaymentKeeper, PaymentTotals } from './payment-keeper';
export {
  type ClientAction,
  PaymentMismatch,
  type PaymentOutcome,
  type PaymentProvider,
  ProviderUnavailable,
} from './payment-provider';
export type { RefundKeeper, RefundTaker } from './refund-keeper';
export type { StripeAccount } from './providers/stripe-provider';
export type { TakeAnswer } from './take-answer';
export type { OrderPayments } from './domain/order-payments';
