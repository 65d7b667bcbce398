import { access, mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import sharp from 'sharp';

import { createTestApp, type TestApp } from '../testing';

function aPicture(colour: string): Promise<Buffer> {
  return sharp({ create: { width: 800, height: 1000, channels: 3, background: colour } })
    .jpeg()
    .toBuffer();
}

describe('media files', () => {
  let test: TestApp;
  let name: string;
  const get = (url: string, headers: Record<string, string> = {}) =>
    test.app.http.inject({ method: 'GET', url, headers });

  beforeAll(async () => {
    test = await createTestApp();
    const { library } = test.app.modules.media;
    await library.keep({ bytes: await aPicture('#d8352a'), alt: 'Red', sourceKey: 'red' });
    const [row] = await test.sql<{ file_name: string }>('SELECT file_name FROM media_asset');
    name = row?.file_name ?? '';
  });
  afterAll(() => test.close());

  it('are served under their content’s name and may be cached for ever', async () => {
    const answer = await get(`/media/${name}`);

    expect(answer.statusCode).toBe(200);
    expect(answer.headers['content-type']).toBe('image/jpeg');
    expect(answer.headers['cache-control']).toContain('immutable');
    expect(answer.rawPayload.equals(await aPicture('#d8352a'))).toBe(true);
  });

  it('answer 304 to somebody who has them already', async () => {
    const { headers } = await get(`/media/${name}?w=320`);

    const again = await get(`/media/${name}?w=320`, { 'if-none-match': String(headers.etag) });

    expect(again.statusCode).toBe(304);
    expect(again.rawPayload).toHaveLength(0);
  });

  it('come as WebP in narrower widths, also when many ask at once', async () => {
    const answers = await Promise.all(Array.from({ length: 8 }, () => get(`/media/${name}?w=640`)));

    const [first] = answers;
    expect(answers.map(({ statusCode }) => statusCode)).toEqual(Array(8).fill(200));
    expect(await sharp(first?.rawPayload).metadata()).toMatchObject({
      format: 'webp',
      width: 640,
      height: 800,
    });
  });

  it('are never enlarged', async () => {
    const { rawPayload } = await get(`/media/${name}?w=1280`);

    expect((await sharp(rawPayload).metadata()).width).toBe(800);
  });

  it.each(['641', '0', '-1', '640.0', 'abc', '640&w=640'])(
    'refuse a width that is not offered (%s)',
    async (width) => {
      expect((await get(`/media/${name}?w=${width}`)).statusCode).toBe(400);
    },
  );

  it.each([
    '..%2Fsecret.jpg',
    '%2e%2e%2f%2e%2e%2fsecret.jpg',
    'renditions',
    'secret.jpg',
    '00000000000000000000000000000000.jpg',
    '00000000000000000000000000000000.svg',
  ])('give away nothing beside them (%s)', async (path) => {
    const folder = test.dataDirectory;
    await mkdir(join(folder, 'media'), { recursive: true });
    await writeFile(join(folder, 'secret.jpg'), 'secret');
    await writeFile(join(folder, 'media', 'secret.jpg'), 'secret');

    const answer = await get(`/media/${path}`);

    expect(answer.statusCode).toBe(404);
    expect(answer.body).not.toBe('secret');
  });

  it('that are equal are kept once', async () => {
    const { library } = test.app.modules.media;
    const before = await readdir(join(test.dataDirectory, 'media'));

    await library.keep({ bytes: await aPicture('#d8352a'), alt: 'Red again' });

    expect(await readdir(join(test.dataDirectory, 'media'))).toEqual(before);
    await expect(access(join(test.dataDirectory, 'media', name))).resolves.toBeUndefined();
  });

  it('are known by what they were made from, as long as the file is there', async () => {
    const { library } = test.app.modules.media;

    expect([...(await library.kept(['red', 'blue'])).keys()]).toEqual(['red']);
  });
});
