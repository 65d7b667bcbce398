export { createDraftsModule } from './drafts.module';
