import { isObjectType } from 'graphql';

import { createTestApp } from '../../testing';

describe('fields of the graph', () => {
  it('are read without a call where they are properties', async () => {
    const test = await createTestApp();
    const { admin } = test.app.contracts;
    await test.close();

    const resolved = (name: string): string[] => {
      const type = admin.getType(name);
      if (!isObjectType(type)) throw new Error(`${name} is no object type.`);
      return Object.values(type.getFields())
        .filter(({ resolve }) => resolve)
        .map((field) => field.name)
        .sort();
    };

    expect(resolved('Money')).toEqual([]);
    expect(resolved('PriceRange')).toEqual([]);
    expect(resolved('SelectedOption')).toEqual([]);
    expect(resolved('ProductVariation')).not.toContain('title');
    expect(resolved('ProductConnection')).toContain('totalCount');
  });
});
