export { createImports, type RunImport } from './imports.module';
