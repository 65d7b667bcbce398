// Preloaded into every child (`node --import …`): its standard input is a pipe from the launcher, and when that pipe
// closes the launcher is gone, however it went. The child then stops as if it had been asked to.
import process from 'node:process';

const graceMs = 5_000;

// Node hands a preload on to what the child forks, whose standard input is none of our business.
if (process.ppid === Number(process.env.LAUNCHER_PID)) {
  process.stdin.on('error', stop);
  process.stdin.on('end', stop);
  process.stdin.resume();
  // A child that is done may exit although the launcher still lives.
  process.stdin.unref?.();
}

function stop() {
  process.kill(process.pid, 'SIGTERM');
  setTimeout(() => process.exit(1), graceMs).unref();
}
