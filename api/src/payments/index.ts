export { createPaymentsModule } from './payments.module';
export { PaymentEntity } from './persistence/payment.entity';
export type { NewPayment, PaymentAnswer, PaymentKeeper } from './payment-keeper';
export type { PaymentOutcome, PaymentProvider } from './payment-provider';
export type { RefundedPart, RefundKeeper, RefundTaker } from './refund-keeper';
export type { OrderPayments } from './domain/order-payments';
