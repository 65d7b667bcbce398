export { createNotificationsModule } from './notifications.module';
