import 'reflect-metadata';

import { buildModules } from './app/build-modules';
import { buildPlatform } from './app/build-platform';
import { platformJobs } from './app/platform-jobs';
import { runProcess } from './app/run-process';
import { endAt } from './platform/hooks';
import { startJobs } from './platform/jobs/timed-jobs';

runProcess('worker', async (config, log) => {
  if (config.endAt) endAt(config.endAt);
  const platform = await buildPlatform(config, log);
  const modules = buildModules(platform, config);
  const jobs = startJobs(platformJobs(platform, modules), log);
  log.info('working');
  process.send?.({ type: 'listening' });
  return async () => {
    await jobs.stop();
    await platform.close();
  };
});
