const THEME_COOKIE = /(?:^|;\s*)theme=(light|dark)(?:;|$)/;

/** Puts the theme that the shopper chose on the root element, so that no page flashes the other one. */
export function applyTheme(html: string, cookieHeader: string | undefined): string {
  const theme = THEME_COOKIE.exec(cookieHeader ?? '')?.[1];
  return theme ? html.replace('<html lang="en"', `<html lang="en" data-theme="${theme}"`) : html;
}
