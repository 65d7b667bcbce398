import 'reflect-metadata';

import { buildApp } from './app/build-app';
import { runProcess } from './app/run-process';
import { endAt } from './platform/hooks';

runProcess('api', async (config, log) => {
  if (config.endAt) endAt(config.endAt);
  const app = await buildApp(config, log);
  const port = await app.listen();
  log.info({ port }, 'listening');
  process.send?.({ type: 'listening', port });
  return () => app.close();
});
