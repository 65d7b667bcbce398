import type { AddressInfo, Socket } from 'node:net';

import { SMTPServer, type SMTPServerOptions } from 'smtp-server';

/** A mail as a server got it. */
export interface ReceivedMail {
  readonly from: string;
  readonly to: string;
  readonly messageId: string;
  readonly source: string;
}

/** A mail server of a test's own. */
export interface MailServer {
  readonly port: number;
  readonly url: string;
  /** Mails that it has taken over. */
  readonly received: ReceivedMail[];
  stop(): Promise<void>;
}

/** How the server behaves. */
export interface MailServerManners {
  /** The port of one that is to come back. */
  readonly port?: number;
  /** Answers with this to recipients. */
  readonly refusal?: { readonly address: string; readonly code: number };
  /** Called with each mail after it was taken over and before that is said; the answer waits for it. */
  readonly beforeAnswer?: (mail: ReceivedMail) => Promise<unknown>;
}

function headerOf(source: string, name: string): string {
  return new RegExp(`^${name}: (.*)$`, 'im').exec(source)?.[1]?.trim() ?? '';
}

/** Starts a mail server on a loopback port. */
export async function startMailServer(manners: MailServerManners = {}): Promise<MailServer> {
  const { port = 0, refusal, beforeAnswer } = manners;
  const received: ReceivedMail[] = [];
  const options: SMTPServerOptions = {
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    disableReverseLookup: true,
    closeTimeout: 10,
    onRcptTo: ({ address }, _session, done) => {
      if (address !== refusal?.address) return done();
      done(Object.assign(new Error('not here'), { responseCode: refusal.code }));
    },
    onData: (stream, session, done) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const source = Buffer.concat(chunks).toString('utf8');
        const { mailFrom, rcptTo } = session.envelope;
        const mail = {
          from: mailFrom ? mailFrom.address : '',
          to: rcptTo.map(({ address }) => address).join(),
          messageId: headerOf(source, 'Message-ID'),
          source,
        };
        received.push(mail);
        (beforeAnswer?.(mail) ?? Promise.resolve()).then(() => done(), done);
      });
    },
  };
  const server = new SMTPServer(options);
  const sockets = new Set<Socket>();
  server.server.on('connection', (socket: Socket) => sockets.add(socket));
  server.on('error', () => undefined);
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', () => resolve()));
  const { port: listening } = server.server.address() as AddressInfo;
  return {
    port: listening,
    url: `smtp://127.0.0.1:${listening}`,
    received,
    stop: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}
