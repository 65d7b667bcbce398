const heartbeatSeconds = 10;

/** Prints one line of progress. */
export function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

/** Runs a step that may take long: says what it does, that it still does it, and how long it took. */
export async function step<T>(
  title: string,
  work: () => Promise<T>,
  detail: () => string = () => '',
): Promise<T> {
  const began = performance.now();
  const elapsed = () => ((performance.now() - began) / 1000).toFixed(1);
  say(`${title} …`);
  const heartbeat = setInterval(() => {
    const more = detail();
    const seconds = Math.round(Number(elapsed()));
    say(`  still ${lowerFirst(title)}, ${seconds} s${more ? ` (${more})` : ''}`);
  }, heartbeatSeconds * 1000);
  try {
    const result = await work();
    say(`  done in ${elapsed()} s`);
    return result;
  } finally {
    clearInterval(heartbeat);
  }
}

function lowerFirst(text: string): string {
  // Names such as PostgreSQL or API keep their capital.
  return /^[A-Z][a-z]/.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;
}
