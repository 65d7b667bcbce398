/** Runs a job while no other tab of this browser runs one of the same name. */
export async function exclusively<T>(name: string, job: () => Promise<T>): Promise<T> {
  // Browsers offer locks only to secure origins; elsewhere a second tab takes its chances.
  if (!('locks' in navigator)) return job();
  return navigator.locks.request(name, job);
}
