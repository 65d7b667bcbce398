export { createPaymentsModule } from './payments.module';
export { PaymentEntity } from './persistence/payment.entity';
export type { PaymentKeeper } from './payment-keeper';
export type { PaymentOutcome, PaymentProvider } from './payment-provider';
