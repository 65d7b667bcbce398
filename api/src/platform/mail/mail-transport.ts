/** A mail that is ready to leave. */
export interface OutgoingMail {
  /** The same each time it is tried again, so that a mailbox that has it already can tell. */
  readonly messageId: string;
  readonly from: { readonly name: string; readonly address: string };
  readonly to: string;
  readonly subject: string;
  readonly html: string;
  readonly text: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** What became of a mail. */
export type MailOutcome =
  /** The server has taken it over. */
  | { readonly kind: 'sent' }
  /** There is no server: it stays where it was written. */
  | { readonly kind: 'kept' }
  /** The server will never take it, such as for an address that does not exist. */
  | { readonly kind: 'refused'; readonly reason: string }
  /** The server answered, but not now. */
  | { readonly kind: 'delayed'; readonly reason: string }
  /** There was no answer, or none that concerns this mail: others would fare no better. */
  | { readonly kind: 'unreachable'; readonly reason: string };

/** Hands mails over to those who deliver them. */
export interface MailTransport {
  /** Whether mails leave the house at all. */
  readonly isConnected: boolean;
  /** Never throws; what goes wrong is an outcome. */
  send(mail: OutgoingMail): Promise<MailOutcome>;
}

/** The transport of a shop that has no mail server: mails stay in its own mailbox, where staff read them. */
export const mailboxTransport: MailTransport = {
  isConnected: false,
  send: () => Promise.resolve({ kind: 'kept' }),
};
