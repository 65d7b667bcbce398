import type { RenderedMail } from '../platform/mail/mail-renderer';
import type { OutgoingMail } from '../platform/mail/mail-transport';
import type { ShopSettingsReader } from '../shop';
import type { TemplateName } from './domain/template-names';
import type { MailLinks, Subscription } from './mail-links';
import type { ClaimedMessage } from './persistence/message.repository';

/** Mails that a reader can do without, and the list on which their address stands. */
const lists: Partial<Readonly<Record<TemplateName, Subscription>>> = {
  CART_RECOVERY: 'MARKETING',
  BACK_IN_STOCK: 'BACK_IN_STOCK',
};

/** Puts mails into envelopes: from whom, to whom, and how mailboxes tell them apart. */
export class Sender {
  /** Where mails come from. */
  readonly address: string;

  constructor(
    private readonly settings: ShopSettingsReader,
    private readonly links: MailLinks,
    address: string | undefined,
  ) {
    this.address = address ?? `shop@${URL.parse(links.home)?.hostname ?? 'localhost'}`;
  }

  async pack(message: ClaimedMessage, mail: RenderedMail): Promise<OutgoingMail> {
    const { name } = await this.settings.read();
    const { id, template, recipient, resends } = message;
    const list = lists[template];
    return {
      ...mail,
      from: { name, address: this.address },
      to: recipient,
      // The same for every try of one sending: a mailbox that got it twice shows it once.
      messageId: `<${id}.${resends}@${this.address.split('@')[1]}>`,
      headers: {
        'Auto-Submitted': 'auto-generated',
        ...(list && { 'List-Unsubscribe': `<${this.links.unsubscribe(list, recipient)}>` }),
      },
    };
  }
}
