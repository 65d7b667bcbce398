import { createHash, randomUUID } from 'node:crypto';
import { access, mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import sharp from 'sharp';

import { WorkSlots } from '../platform/security/work-slots';

/** Widths in which a picture may be asked for. */
export const RENDITION_WIDTHS: readonly number[] = [160, 320, 640, 960, 1280];

/** Names are made by `put` alone, so a name that has this shape cannot lead out of the folder. */
const NAME = /^[0-9a-f]{32}\.(jpg|png|webp)$/;

const FORMATS: Readonly<Record<string, string>> = { jpeg: 'jpg', png: 'png', webp: 'webp' };
const RENDITION_QUALITY = 82;
const MAX_INPUT_PIXELS = 50_000_000;

/** A file that was put into the store. */
export interface StoredPicture {
  readonly fileName: string;
  readonly width: number;
  readonly height: number;
  readonly byteSize: number;
}

/** Picture files named by their content, with narrower renditions made when first asked for. */
export class MediaStore {
  private readonly making = new Map<string, Promise<string>>();
  /** Scaling takes a whole core: a crowd of new widths must wait instead of starving the shop. */
  private readonly slots = new WorkSlots(2, 200);

  constructor(private readonly directory: string) {}

  /** Stores a JPEG, PNG or WebP picture; the same bytes are stored once. */
  async put(bytes: Buffer): Promise<StoredPicture> {
    const { format, width, height } = await sharp(bytes, {
      limitInputPixels: MAX_INPUT_PIXELS,
    }).metadata();
    const extension = FORMATS[format];
    if (extension === undefined) throw new Error(`Pictures of the format ${format} are not kept.`);
    const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 32);
    const fileName = `${hash}.${extension}`;
    const stored = { fileName, width, height, byteSize: bytes.length };
    if (!(await this.has(fileName))) await this.write(join(this.directory, fileName), bytes);
    return stored;
  }

  /** Whether the file is there. */
  async has(fileName: string): Promise<boolean> {
    return (await this.pathOf(fileName)) !== undefined;
  }

  /** Path of a stored file; undefined for any name that is not one. */
  pathOf(fileName: string): Promise<string | undefined> {
    if (!NAME.test(fileName)) return Promise.resolve(undefined);
    return existing(join(this.directory, fileName));
  }

  /** Path of a WebP rendition of the file, at most `width` wide; undefined when there is no such file. */
  async renditionOf(fileName: string, width: number): Promise<string | undefined> {
    const original = await this.pathOf(fileName);
    if (original === undefined) return undefined;
    const target = join(this.directory, 'renditions', `${fileName}-${width}.webp`);
    return (await existing(target)) ?? this.makeOnce(original, target, width);
  }

  private makeOnce(original: string, target: string, width: number): Promise<string> {
    const running = this.making.get(target);
    if (running) return running;
    const made = this.slots
      .run(async () => {
        const image = sharp(original, { limitInputPixels: MAX_INPUT_PIXELS });
        const bytes = await image
          .resize({ width, withoutEnlargement: true })
          .webp({ quality: RENDITION_QUALITY })
          .toBuffer();
        await this.write(target, bytes);
        return target;
      })
      .finally(() => this.making.delete(target));
    this.making.set(target, made);
    return made;
  }

  /** Writes aside and moves into place: nobody ever reads half a file. */
  private async write(path: string, bytes: Buffer): Promise<void> {
    await mkdir(join(this.directory, 'renditions'), { recursive: true });
    const aside = `${path}.${randomUUID()}.part`;
    await writeFile(aside, bytes);
    await rename(aside, path);
  }
}

function existing(path: string): Promise<string | undefined> {
  return access(path).then(
    () => path,
    () => undefined,
  );
}
