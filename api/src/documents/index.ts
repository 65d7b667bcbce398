export { createDocumentsModule } from './documents.module';
