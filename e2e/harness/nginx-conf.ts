/** Where the pieces behind Nginx are in a test run. */
export interface NginxPlaces {
  readonly port: number;
  readonly apis: readonly [string, string];
  readonly storefront: string;
  /** Holds the console's files below `admin/`. */
  readonly htmlFolder: string;
}

/** Every difference between the nginx.conf that is deployed and the one that is tested. */
export function nginxReplacements(places: NginxPlaces): readonly (readonly [string, string])[] {
  return [
    ['server api-1:4000 ', `server ${places.apis[0]} `],
    ['server api-2:4000 ', `server ${places.apis[1]} `],
    ['server storefront:4200 ', `server ${places.storefront} `],
    ['listen 8080;', `listen 127.0.0.1:${places.port};`],
    ['root /usr/share/nginx/html;', `root ${places.htmlFolder};`],
  ];
}

/** The deployed nginx.conf with other addresses, and nothing else. */
export function renderNginxConf(deployed: string, places: NginxPlaces): string {
  return nginxReplacements(places).reduce((text, [from, to]) => {
    if (!text.includes(from)) throw new Error(`nginx.conf has no "${from}" to replace.`);
    return text.replaceAll(from, to);
  }, deployed);
}
