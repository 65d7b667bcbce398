const LIMIT_MS = 5_000;
const PAUSE_MS = 20;

/** Tries until the condition holds; for what another process or transaction brings about. */
export async function eventually(
  condition: () => Promise<boolean> | boolean,
  limitMs = LIMIT_MS,
): Promise<void> {
  const deadline = Date.now() + limitMs;
  while (!(await condition())) {
    if (Date.now() > deadline) throw new Error('It did not happen in time.');
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
  }
}
