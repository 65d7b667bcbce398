import { render as fill } from 'mustache';

/** A mail as it was designed: MJML and plain text with places for values. */
export interface MailMarkup {
  readonly name: string;
  readonly subject: string;
  /** What a list of mails shows beside the subject. */
  readonly preview: string;
  readonly mjml: string;
  readonly text: string;
}

/** A mail as it is read. */
export interface RenderedMail {
  readonly subject: string;
  readonly html: string;
  readonly text: string;
}

/** What is put into the places. */
export type MailView = Readonly<Record<string, unknown>>;

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  '`': '&#96;',
};

function escapeHtml(value: unknown): string {
  return String(value).replace(/[&<>"'`]/g, (character) => ENTITIES[character] ?? character);
}

function plain(value: unknown): string {
  return String(value);
}

/**
 * Makes mails of markup and values. MJML is worked out once per markup, which takes longer than everything else; values
 * are escaped as they are filled in, and what looks like a place inside a value is text.
 */
export class MailRenderer {
  private readonly compiled = new Map<string, Promise<string>>();

  /** Fills the places of the markup. */
  async render(markup: MailMarkup, view: MailView): Promise<RenderedMail> {
    const oneLine = (template: string): string =>
      fill(template, view, {}, { escape: plain }).replace(/\s+/g, ' ').trim();
    const subject = oneLine(markup.subject);
    const titled = { ...view, subject, preview: oneLine(markup.preview) };
    const html = fill(await this.htmlOf(markup), titled, {}, { escape: escapeHtml });
    const text = fill(markup.text, titled, {}, { escape: plain });
    return { subject, html, text: `${text.replace(/\n{3,}/g, '\n\n').trim()}\n` };
  }

  private htmlOf(markup: MailMarkup): Promise<string> {
    const known = this.compiled.get(markup.name);
    if (known) return known;
    const compiling = compile(markup.mjml);
    this.compiled.set(markup.name, compiling);
    return compiling;
  }
}

/** Loaded when the first mail is written: most processes never write one. */
async function compile(mjml: string): Promise<string> {
  const { default: toHtml } = await import('mjml');
  const { html, errors } = await toHtml(mjml, {
    validationLevel: 'strict',
    keepComments: false,
  });
  if (errors.length > 0) throw new Error(`A mail is badly written: ${errors[0]?.message}`);
  return html;
}
