export { createTasksModule } from './tasks.module';
export type { ReportProgress, TaskKeeper } from './commands/task-keeper';
