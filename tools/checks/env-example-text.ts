/** One setting, as its schema knows it. */
export interface Setting {
  readonly name: string;
  readonly description: string;
  readonly isMandatory: boolean;
  readonly defaultValue: unknown;
}

/** Settings of the processes beside the API, which have no schema that could be asked. */
const others: readonly Setting[] = [
  {
    name: 'API_URL',
    description: 'Storefront server: where it reaches the API.',
    isMandatory: false,
    defaultValue: 'http://127.0.0.1:4000',
  },
  {
    name: 'POSTGRES_PASSWORD',
    description: 'docker-compose.yml: password of its database, which makes up its DATABASE_URL.',
    isMandatory: true,
    defaultValue: undefined,
  },
];

/** The text of `.env.example`: what must be set stands free, what has a default is commented out. */
export function envExample(settings: readonly Setting[]): string {
  const known = new Set(settings.map(({ name }) => name));
  const all = [...settings, ...others.filter(({ name }) => !known.has(name))];
  return [
    '# Written by `npm run env:example` from api/src/app/config.ts. `npm start` needs none of this.',
    ...all.map(({ name, description, isMandatory, defaultValue }) => {
      const value = typeof defaultValue === 'number' ? String(defaultValue) : (defaultValue ?? '');
      return `\n# ${description}\n${isMandatory ? '' : '# '}${name}=${value as string}`;
    }),
    '',
  ].join('\n');
}

/** Variables that a compose file reads and the example does not name. */
export function missingFrom(example: string, composeFile: string): string[] {
  const read = [...composeFile.matchAll(/\$\{(\w+)/g)].map((match) => match[1] ?? '');
  return [...new Set(read)].filter((name) => !new RegExp(`^(# )?${name}=`, 'm').test(example));
}
