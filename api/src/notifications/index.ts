export { createNotificationsModule } from './notifications.module';
export { MailLinks } from './mail-links';
