/** A piece of a mail, for readers of HTML (as MJML) and of plain text; `{{…}}` are places for values. */
export interface Block {
  readonly mjml: string;
  readonly text: string;
}

/** What a mail is about, in large letters. */
export function heading(words: string): Block {
  return {
    mjml: `<mj-text css-class="ink" font-family="'Bricolage Grotesque', Arial, sans-serif" font-size="30px" line-height="1.15" font-weight="700"><h1 style="margin:0;font:inherit">${words}</h1></mj-text>`,
    text: `${words}\n\n`,
  };
}

/** Running text. */
export function paragraph(words: string): Block {
  return { mjml: `<mj-text css-class="ink">${words}</mj-text>`, text: `${words}\n\n` };
}

/** What need not be read by everybody. */
export function quiet(words: string): Block {
  return {
    mjml: `<mj-text css-class="muted" color="#595d65" font-size="14px">${words}</mj-text>`,
    text: `${words}\n\n`,
  };
}

/** What somebody wrote, as they wrote it. */
export function quotation(place: string): Block {
  return {
    mjml: `<mj-text css-class="ink quote" container-background-color="#f3f4f0" padding="14px 18px"><span style="white-space:pre-line">{{${place}}}</span></mj-text><mj-spacer height="16px" />`,
    text: `{{${place}}}\n\n`,
  };
}

/** A code to be copied by hand. */
export function code(place: string): Block {
  return {
    mjml: `<mj-text css-class="ink quote" container-background-color="#f3f4f0" align="center" font-family="Menlo, Consolas, monospace" font-size="22px" font-weight="700" letter-spacing="2px" padding="18px">{{${place}}}</mj-text><mj-spacer height="16px" />`,
    text: `{{${place}}}\n\n`,
  };
}

/** The one thing to do next. */
export function button(label: string, place: string): Block {
  return {
    mjml: `<mj-button css-class="act" align="left" background-color="#b3125f" color="#ffffff" border-radius="3px" font-size="16px" font-weight="700" inner-padding="13px 22px" padding="4px 0 22px" href="{{${place}}}">${label}</mj-button>`,
    text: `${label}: {{${place}}}\n\n`,
  };
}

/** Blocks that are there only where the view has a value, or once for each of a list. */
export function where(place: string, ...blocks: readonly Block[]): Block {
  return {
    mjml: `<mj-raw>{{#${place}}}</mj-raw>${blocks.map(({ mjml }) => mjml).join('')}<mj-raw>{{/${place}}}</mj-raw>`,
    text: `{{#${place}}}\n${blocks.map(({ text }) => text).join('')}{{/${place}}}\n`,
  };
}

/** Goods with picture, quantity and, where the view has them, prices. */
export function goods(place: string): Block {
  return {
    mjml: `<mj-table css-class="ink" padding="0 0 16px" cellpadding="0" table-layout="auto">
      {{#${place}}}<tr class="rule" style="border-top:1px solid #dadcd5">
        <td style="padding:12px 14px 12px 0;width:64px;vertical-align:top">{{#image}}<img src="{{url}}" alt="{{alt}}" width="64" style="display:block;width:64px;border-radius:3px;background:#e8e9e3" />{{/image}}</td>
        <td style="padding:12px 0;vertical-align:top"><strong>{{title}}</strong>{{#variation}}<br /><span class="muted" style="color:#595d65">{{.}}</span>{{/variation}}{{#parts}}<br /><span class="muted" style="color:#595d65">{{.}}</span>{{/parts}}<br /><span class="muted" style="color:#595d65">{{^unitPrice}}Quantity {{/unitPrice}}{{quantity}}{{#unitPrice}} × {{.}}{{/unitPrice}}</span></td>
        <td align="right" style="padding:12px 0 12px 14px;vertical-align:top;white-space:nowrap">{{#total}}{{.}}{{/total}}</td>
      </tr>{{/${place}}}
    </mj-table>`,
    text: `{{#${place}}}\n{{quantity}} x {{title}}{{#variation}}, {{.}}{{/variation}}{{#total}}: {{.}}{{/total}}\n{{#parts}}\n    {{.}}\n{{/parts}}\n{{/${place}}}\n\n`,
  };
}

/** Rows of words and amounts; the last is what counts. */
export function sums(place: string): Block {
  return {
    mjml: `<mj-table css-class="ink" padding="0 0 20px" cellpadding="0">
      {{#${place}}}<tr{{#isTotal}} class="rule" style="border-top:2px solid #17191e;font-weight:700;font-size:18px"{{/isTotal}}>
        <td style="padding:5px 0">{{label}}</td><td align="right" style="padding:5px 0;white-space:nowrap">{{amount}}</td>
      </tr>{{/${place}}}
    </mj-table>`,
    text: `{{#${place}}}\n{{label}}: {{amount}}\n{{/${place}}}\n\n`,
  };
}

/** Short facts with their names, such as where a parcel goes. */
export function facts(place: string): Block {
  return {
    mjml: `<mj-table css-class="ink" padding="0 0 20px" cellpadding="0" font-size="15px">
      {{#${place}}}<tr class="rule" style="border-top:1px solid #dadcd5">
        <td class="muted" style="padding:8px 14px 8px 0;width:34%;vertical-align:top;color:#595d65">{{label}}</td>
        <td style="padding:8px 0;vertical-align:top">{{#lines}}{{.}}<br />{{/lines}}{{#url}}<a href="{{.}}" style="color:#b3125f">Follow the parcel</a>{{/url}}</td>
      </tr>{{/${place}}}
    </mj-table>`,
    text: `{{#${place}}}\n{{label}}:\n{{#lines}}\n  {{.}}\n{{/lines}}\n{{#url}}\n  {{.}}\n{{/url}}\n{{/${place}}}\n\n`,
  };
}
