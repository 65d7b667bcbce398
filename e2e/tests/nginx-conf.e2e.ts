import { readFileSync } from 'node:fs';

import { expect, test } from '@playwright/test';

import { type NginxPlaces, nginxReplacements, renderNginxConf } from '../harness/nginx-conf.ts';

const deployed = readFileSync(new URL('../../nginx.conf', import.meta.url), 'utf8');
const places: NginxPlaces = {
  port: 18_080,
  apis: ['127.0.0.1:1', '127.0.0.1:2'],
  storefront: '127.0.0.1:3',
  htmlFolder: '/tmp/html',
};

test('the tests run through the deployed nginx.conf, with other addresses and nothing else', () => {
  const deployedLines = deployed.split('\n');
  const testedLines = renderNginxConf(deployed, places).split('\n');
  const replacements = nginxReplacements(places);
  const changed = testedLines.flatMap((line, index) =>
    line === deployedLines[index] ? [] : [[deployedLines[index]?.trim(), line.trim()]],
  );

  expect(testedLines).toHaveLength(deployedLines.length);
  expect(changed).toHaveLength(6);
  for (const [from = '', to = ''] of changed) {
    const used = replacements.find(([original]) => from.startsWith(original.trim()));
    expect(to).toBe(from.replace(used?.[0].trim() ?? '', used?.[1].trim() ?? ''));
  }
});
