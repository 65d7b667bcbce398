import type { Block } from './mail-blocks';

/** Ink on paper, as in the storefront; each colour has a second value for clients that show mails on black. */
const STYLES = `
  :root { color-scheme: light dark; supported-color-schemes: light dark; }
  @media (prefers-color-scheme: dark) {
    body, body > div, .paper, .paper > table { background: #131418 !important; background-color: #131418 !important; }
    .sheet, .sheet > table { background: #1b1d22 !important; background-color: #1b1d22 !important; }
    .ink, .ink div, .ink td, .ink table, .ink strong { color: #eeede8 !important; }
    .muted, .muted div, .ink .muted { color: #a8abb2 !important; }
    .quote, .quote td, td.quote { background: #24262c !important; background-color: #24262c !important; }
    .rule { border-color: #33363d !important; }
    .act td, .act a, .act p { background: #ff86b6 !important; background-color: #ff86b6 !important; color: #2b0016 !important; }
    .ink a, .muted a { color: #ff86b6 !important; }
    .ink a.name { color: #eeede8 !important; }
    .black { background-color: #eeede8 !important; }
  }`;

const FONT = "'Hanken Grotesk', Arial, 'Liberation Sans', sans-serif";

const BLACK = '#17191e';
/** The four process colours of a print, the only decoration. */
const STRIP = ['#0c93c4', '#d92b7d', '#f3c11b', BLACK]
  .map(
    (colour) =>
      `<td${colour === BLACK ? ' class="black"' : ''} style="width:14px;height:14px;border-radius:7px;font-size:0;line-height:0;background-color:${colour}" bgcolor="${colour}">&#160;</td><td style="width:6px;font-size:0">&#160;</td>`,
  )
  .join('');

/** A whole mail around its blocks, as MJML. Every view has `shop`, `home`, `why` and perhaps `unsubscribeUrl`. */
export function layOut(blocks: readonly Block[]): Block {
  return {
    mjml: `<mjml lang="en">
  <mj-head>
    <mj-title>{{subject}}</mj-title>
    <mj-preview>{{preview}}</mj-preview>
    <mj-raw><meta name="color-scheme" content="light dark" /><meta name="supported-color-schemes" content="light dark" /></mj-raw>
    <mj-attributes>
      <mj-all font-family="${FONT}" />
      <mj-text color="#17191e" font-size="16px" line-height="1.55" padding="0 0 16px" />
      <mj-table color="#17191e" font-size="16px" line-height="1.45" />
    </mj-attributes>
    <mj-style>${STYLES}</mj-style>
  </mj-head>
  <mj-body background-color="#f3f4f0" css-class="paper" width="600px">
    <mj-section css-class="paper" padding="28px 28px 18px">
      <mj-column>
        <mj-text css-class="ink" padding="0 0 10px" font-family="'Bricolage Grotesque', Arial, sans-serif" font-size="22px" font-weight="800"><a class="name" href="{{home}}" style="color:inherit;text-decoration:none">{{shop}}</a></mj-text>
        <mj-table width="auto" padding="0" css-class="strip"><tr>${STRIP}</tr></mj-table>
      </mj-column>
    </mj-section>
    <mj-section css-class="sheet" background-color="#fcfcfa" border-radius="4px" padding="32px 28px 14px">
      <mj-column>
        ${blocks.map(({ mjml }) => mjml).join('\n        ')}
      </mj-column>
    </mj-section>
    <mj-section css-class="paper" padding="18px 28px 36px">
      <mj-column>
        <mj-text css-class="muted" color="#595d65" font-size="13px" padding="0">{{shop}} · <a href="{{home}}" style="color:inherit">{{home}}</a><br />{{why}}{{#unsubscribeUrl}} <a href="{{.}}" style="color:inherit">Unsubscribe</a>{{/unsubscribeUrl}}</mj-text>
      </mj-column>
    </mj-section>
  </mj-body>
</mjml>`,
    text: `${blocks.map(({ text }) => text).join('')}--\n{{shop}}, {{home}}\n{{why}}\n{{#unsubscribeUrl}}\nUnsubscribe: {{.}}\n{{/unsubscribeUrl}}\n`,
  };
}
