// Tells Docker whether a server answers: node healthcheck.mjs URL
const response = await fetch(process.argv[2], {
  redirect: 'manual',
  signal: AbortSignal.timeout(2_500),
}).catch(() => undefined);
process.exit(response && response.status < 400 ? 0 : 1);
