export { createPaymentsModule } from './payments.module';
export { PaymentEntity } from './persistence/payment.entity';
export type { NewPayment, PaymentAnswer, PaymentKeeper } from './payment-keeper';
export type { PaymentOutcome, PaymentProvider } from './payment-provider';
