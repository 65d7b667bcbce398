import { collectEverything, type TestApp } from '../../testing';

/** Makes the messages of everything that has happened, and sends what is due. */
export async function tellEverything(test: TestApp): Promise<void> {
  await collectEverything(test);
  await test.runJob('deliver-messages');
}
