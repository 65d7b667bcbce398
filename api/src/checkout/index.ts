export { createCheckoutModule } from './checkout.module';
export { CheckoutEntity } from './persistence/checkout.entity';
