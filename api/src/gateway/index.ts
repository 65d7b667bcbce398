export { createGatewayModule } from './gateway.module';
