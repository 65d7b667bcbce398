// npm run generate -- module NAME | page APP DOMAIN NAME
import { join } from 'node:path';

import {
  type Filling,
  GeneratorRefusal,
  moduleFilling,
  pageFilling,
  tidy,
  write,
} from './templates.ts';

const root = join(import.meta.dirname, '..', '..');
const usage = `Usage: npm run generate -- module NAME
       npm run generate -- page storefront|admin-console DOMAIN NAME
Names are kebab-case; a module is named in the plural where there are many: wishlists.`;

function toFilling([what, ...names]: readonly string[]): Filling | undefined {
  const [first, second, third] = names;
  if (what === 'module' && first && !second) return moduleFilling(first, new Date());
  if (what === 'page' && first && second && third) return pageFilling(first, second, third);
  return undefined;
}

/** What only a person can decide. */
function nextSteps({ template, values }: Filling): string {
  const { name, names, Name, Names, timestamp, domain } = values;
  if (template === 'module') {
    return `Next:
  1. .dependency-cruiser.cjs      what \`${names}\` may know, in the table of modules
  2. api/src/app/entities.ts      ${Name}Entity
  3. api/src/app/build-modules.ts create${Names}Module(platform)
  4. api/migrations/index.ts      ${Names}${timestamp}
  5. npm run schema:emit, then docs/glossary.md if the word is new`;
  }
  return `Next:
  1. ${domain}.routes.ts          a route that loads ./${name}/${name}
  2. ${name}.graphql              what the page shows; npm run codegen writes its types`;
}

try {
  const filling = toFilling(process.argv.slice(2));
  if (!filling) throw new GeneratorRefusal(usage);
  const files = write(filling, root);
  tidy(files, root);
  console.log(`${files.map((file) => `  ${file}`).join('\n')}\n${nextSteps(filling)}`);
} catch (error) {
  if (!(error instanceof GeneratorRefusal)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
