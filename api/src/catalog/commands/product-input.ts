import { z } from 'zod';

import type { ProductDraft } from '../domain/product-draft';
import { slugOf } from '../domain/slug';

const name = z.string().trim().min(1, 'must not be empty').max(200);
/** A product's name. */
export const productTitle = name;

/** A product's text; paragraphs are separated by a blank line. */
export const productDescription = z.string().trim().max(20_000);

const slug = z
  .string()
  .max(120)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'must be lower case words joined by hyphens');
const minorUnits = z.int('must be a whole number of minor units');

/** What one unit of a variation weighs. */
export const weightGrams = z
  .int('must be whole grams')
  .min(0, 'must not be negative')
  .max(10_000_000, 'must be ten tonnes at most');

const option = z.object({
  name,
  values: z
    .array(
      z.object({
        name,
        swatch: z
          .string()
          .toLowerCase()
          .regex(/^#[0-9a-f]{6}$/, 'must be a colour such as #1d4ed8')
          .optional(),
      }),
    )
    .min(1),
});

const variation = z.object({
  sku: z.string().trim().min(1, 'must not be empty').max(80),
  values: z.array(name).default([]),
  priceModifierMinor: minorUnits.default(0),
  weightGrams: weightGrams.optional(),
  imageId: z.uuid().optional(),
});

/** A product as commands take it; the slug is made of the title when there is none. */
export const productInput = z
  .object({
    slug: slug.optional(),
    title: productTitle,
    description: productDescription.default(''),
    attributes: z.array(z.object({ name, value: z.string().trim().max(500) })).default([]),
    basePriceMinor: minorUnits.min(0, 'must not be negative'),
    options: z.array(option).max(5).default([]),
    variations: z.array(variation).min(1, 'must have at least one').max(500),
    collections: z.array(slug).default([]),
    imageIds: z.array(z.uuid()).default([]),
    featuredRank: z.int().min(1).optional(),
    createdAt: z.date().optional(),
  })
  .transform((input): ProductDraft => ({
    ...input,
    slug: input.slug ?? slugOf(input.title, 'product'),
  }));

export type ProductInput = z.input<typeof productInput>;

/** A collection as commands take it. */
export const collectionInput = z.object({
  slug,
  title: name,
  description: z.string().trim().max(5_000).default(''),
  imageId: z.uuid().optional(),
  position: z.int().min(1),
});

export type CollectionInput = z.input<typeof collectionInput>;
