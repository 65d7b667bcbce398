import 'reflect-metadata';

import { buildApp } from './app/build-app';
import { runProcess } from './app/run-process';

runProcess('api', async (config, log) => {
  const app = await buildApp(config, log);
  const port = await app.listen();
  log.info({ port }, 'listening');
  process.send?.({ type: 'listening', port });
  return () => app.close();
});
