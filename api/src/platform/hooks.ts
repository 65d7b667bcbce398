/** Named points on the way of a payment or a message at which a test may end the process or let a rival act. */
export const hookPoints = [
  'checkout:locked',
  'checkout:held',
  'payment:written',
  'payment:asked',
  'order:written',
  'holds:consumed',
  'checkout:completed',
  'checkout:committed',
  'webhook:stored',
  'webhook:handled',
  'message:written',
  'message:sent',
] as const;
export type HookPoint = (typeof hookPoints)[number];

type HookListener = (point: HookPoint) => Promise<void> | void;

let listener: HookListener | undefined;

/** Passes a named point. Nothing happens there, except in a test that listens. */
export async function hook(point: HookPoint): Promise<void> {
  if (listener) await listener(point);
}

/** Listens at all points until the returned function is called. For tests, and for `endAt`. */
export function onHook(heard: HookListener): () => void {
  listener = heard;
  return () => {
    listener = undefined;
  };
}

/** Ends this process at a point as a crash does, without a chance to clean up. */
export function endAt(point: string): void {
  if (!hookPoints.some((known) => known === point)) throw new Error(`There is no point ${point}.`);
  onHook((passed) => {
    if (passed === point) process.kill(process.pid, 'SIGKILL');
    // The signal ends the process before anything after this point can happen.
    return passed === point ? new Promise(() => undefined) : undefined;
  });
}
