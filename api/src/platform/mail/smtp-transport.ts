import { createTransport } from 'nodemailer';

import type { MailOutcome, MailTransport } from './mail-transport';

/** How long each step of the conversation may take; a mail as a whole takes at most some ten of them. */
export interface SmtpPatience {
  readonly connectMs: number;
  readonly answerMs: number;
}

const PATIENCE: SmtpPatience = { connectMs: 10_000, answerMs: 15_000 };
const PERMANENT = 500;
/** Longer reasons help nobody. */
const REASON_LENGTH = 500;

/** Hands mails to an SMTP server, such as `smtps://user:password@mail.example.com`. */
export function createSmtpTransport(
  url: string,
  { connectMs, answerMs }: SmtpPatience = PATIENCE,
): MailTransport {
  const transport = createTransport({
    url,
    connectionTimeout: connectMs,
    greetingTimeout: answerMs,
    socketTimeout: answerMs,
    dnsTimeout: connectMs,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return {
    isConnected: true,
    send: async ({ to, ...mail }) => {
      try {
        // As an object: a text would be searched for further recipients.
        await transport.sendMail({ ...mail, to: { name: '', address: to } });
        return { kind: 'sent' };
      } catch (error) {
        return outcomeOf(error);
      }
    },
  };
}

function outcomeOf(error: unknown): MailOutcome {
  const reason = (error instanceof Error ? error.message : String(error)).slice(0, REASON_LENGTH);
  const { responseCode, code, command } = error as {
    responseCode?: number;
    code?: string;
    command?: string;
  };
  const concernsTheMail = (code === 'EENVELOPE' || code === 'EMESSAGE') && command !== 'MAIL FROM';
  if (!concernsTheMail) return { kind: 'unreachable', reason };
  const isForever = responseCode === undefined || responseCode >= PERMANENT;
  return { kind: isForever ? 'refused' : 'delayed', reason };
}
