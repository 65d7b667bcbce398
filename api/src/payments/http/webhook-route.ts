import type { FastifyInstance } from 'fastify';

import { hook } from '../../platform/hooks';
import type { RemoteProvider } from '../payment-provider';
import type { ProviderInbox } from '../persistence/provider-inbox';

/**
 * Receives what a provider tells. The signature is checked over the bytes as they came; the message is kept and
 * acknowledged, and the work is a job's: the provider is never kept waiting, and nothing is lost or done twice.
 */
export function registerWebhook(
  app: FastifyInstance,
  provider: RemoteProvider,
  inbox: ProviderInbox,
): void {
  void app.register((scope, _options, done) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, parsed) => {
      parsed(null, body);
    });
    scope.post(`/webhooks/${provider.code}`, async (request, reply) => {
      const signature = request.headers[provider.signatureHeader];
      const isWhole = Buffer.isBuffer(request.body) && typeof signature === 'string';
      const message = isWhole ? provider.verify(request.body as Buffer, signature) : undefined;
      if (!message) return reply.code(400).send({ error: 'The signature is missing or wrong.' });
      await inbox.keep(provider.code, message);
      await hook('webhook:stored');
      return reply.code(200).send({ received: true });
    });
    done();
  });
}
