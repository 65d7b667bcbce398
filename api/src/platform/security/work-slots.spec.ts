import { SlotsExhausted, WorkSlots } from './work-slots';

function gate(): { readonly opened: Promise<void>; open(): void } {
  let open = (): void => undefined;
  const opened = new Promise<void>((resolve) => (open = resolve));
  return { opened, open };
}

describe('WorkSlots', () => {
  it('runs no more at once than it has slots', async () => {
    const slots = new WorkSlots(2, 10);
    let running = 0;
    let most = 0;
    const work = async (): Promise<void> => {
      running += 1;
      most = Math.max(most, running);
      await new Promise((resolve) => setImmediate(resolve));
      running -= 1;
    };

    await Promise.all(Array.from({ length: 8 }, () => slots.run(work)));

    expect(most).toBe(2);
  });

  it('refuses work when the line is full', async () => {
    const slots = new WorkSlots(1, 1);
    const first = gate();
    const running = slots.run(() => first.opened);
    const waiting = slots.run(() => Promise.resolve('waited'));

    await expect(slots.run(() => Promise.resolve())).rejects.toBeInstanceOf(SlotsExhausted);

    first.open();
    await running;
    await expect(waiting).resolves.toBe('waited');
  });

  it('frees the slot of work that failed', async () => {
    const slots = new WorkSlots(1, 0);
    await expect(slots.run(() => Promise.reject(new Error('broken')))).rejects.toThrow('broken');

    await expect(slots.run(() => Promise.resolve('next'))).resolves.toBe('next');
  });
});
