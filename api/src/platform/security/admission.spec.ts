import { eventually } from '../../testing';
import { Admission } from './admission';

const refusal = { code: 'UNAVAILABLE', extensions: { retryAfterSeconds: 2 } };

/** Keeps the process from doing anything else. */
function block(milliseconds: number): void {
  const until = performance.now() + milliseconds;
  while (performance.now() < until);
}

describe('Admission', () => {
  it('gives the room of finished work to what waits, and refuses what finds none', async () => {
    const admission = new Admission({ executions: 1, waiting: 1 });
    const leave = await admission.enter();
    const waiting = admission.run(() => Promise.resolve('done'));

    await expect(admission.enter()).rejects.toMatchObject(refusal);
    leave();

    await expect(waiting).resolves.toBe('done');
    await expect(admission.run(() => Promise.resolve('next'))).resolves.toBe('next');
    admission.close();
  });

  it('frees the room of work that failed', async () => {
    const admission = new Admission({ executions: 1, waiting: 0 });
    await expect(admission.run(() => Promise.reject(new Error('broken')))).rejects.toThrow(
      'broken',
    );

    await expect(admission.run(() => Promise.resolve('next'))).resolves.toBe('next');
    admission.close();
  });

  it('refuses while the process is late again and again, and not for being late once', async () => {
    const admission = new Admission(
      { executions: 8, waiting: 8 },
      { lookEveryMs: 5, toleratedMs: 20 },
    );
    const isRefused = async () => {
      block(60);
      // Late timers run before this goes on.
      await new Promise((resolve) => setTimeout(resolve, 1));
      return admission.run(() => Promise.resolve(false)).catch(() => true);
    };

    const once = await isRefused();
    const again = await isRefused();
    await eventually(() => admission.run(() => Promise.resolve(true)).catch(() => false));
    admission.close();

    expect([once, again]).toEqual([false, true]);
  });
});
