// What the server framework of the API leaves of that.
import { readFileSync } from 'node:fs';

import { fastify } from 'fastify';

const body = readFileSync(process.env['BODY_FILE'] ?? '');
const app = fastify();

app.get('/', (_request, reply) => reply.type('application/json').send(body));
await app.listen({ host: '127.0.0.1', port: Number(process.env['PORT']) });
