import type { MailRenderer, RenderedMail } from '../platform/mail/mail-renderer';
import type { ShopSettingsReader } from '../shop';
import type { TemplateName } from './domain/template-names';
import { markupOf, wordingOf } from './domain/templates';
import type { MailLinks } from './mail-links';
import { type MessageSources, MessageViews } from './message-views';
import type { ClaimedMessage } from './persistence/message.repository';

/** A message in words, or why there is nothing to say any more. */
export type Written =
  | {
      readonly mail: RenderedMail;
      /** What of it nobody but the reader may know. */
      readonly secret?: string;
    }
  | { readonly dropped: string };

/** Writes a message. */
export type WriteMessage = (message: ClaimedMessage) => Promise<Written>;

/** Puts messages into words. */
export class MessageWriter {
  constructor(
    private readonly renderer: MailRenderer,
    private readonly sources: MessageSources,
    private readonly settings: ShopSettingsReader,
    private readonly links: MailLinks,
  ) {}

  /** Writes several messages on what is read for them together. */
  async batch(): Promise<WriteMessage> {
    const { name, currencyCode } = await this.settings.read();
    const views = new MessageViews(this.sources, this.links, currencyCode);
    return async (message) => {
      const found = await views.of(message);
      if ('dropped' in found) return found;
      const mail = await this.render(message.template, name, found.view);
      return { mail, secret: found.secret };
    };
  }

  /** A kind of message with values of somebody's choice. */
  async preview(
    template: TemplateName,
    view: (home: string) => Readonly<Record<string, unknown>>,
  ): Promise<RenderedMail> {
    const { name } = await this.settings.read();
    return this.render(template, name, view(this.links.home));
  }

  private render(
    template: TemplateName,
    shop: string,
    view: Readonly<Record<string, unknown>>,
  ): Promise<RenderedMail> {
    const { home } = this.links;
    const { why } = wordingOf(template);
    return this.renderer.render(markupOf(template), {
      shop,
      home,
      why,
      unsubscribeUrl: null,
      ...view,
    });
  }
}
