// Tells Docker whether a process without a port of its own still runs: node process-check.mjs SCRIPT
import { readdirSync, readFileSync } from 'node:fs';

const script = process.argv[2];
const runs = readdirSync('/proc')
  .filter((pid) => /^\d+$/.test(pid) && Number(pid) !== process.pid)
  .some((pid) => {
    try {
      return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(script);
    } catch {
      // Ended between the listing and the look.
      return false;
    }
  });
process.exit(runs ? 0 : 1);
