import { TestBed } from '@angular/core/testing';
import { screen } from '@testing-library/angular';

import { aBundle, anOption } from '../../testing/bundles';
import { FakeGraph } from '../../testing/fake-graph';
import { press } from '../../testing/fields';
import { injectPartsChooser, type PartsChooser } from './parts-chooser';

const goods = { productId: 'p9', title: 'Card set', parts: null };
const [choice] = aBundle().choices;
const fixedBundle = {
  ...aBundle(),
  choices: [
    {
      ...choice,
      name: 'Cards',
      minQuantity: 2,
      maxQuantity: 2,
      options: [anOption('v1', 'Sun', 2)],
    },
  ],
};
const twoSuns = { choiceId: 'c1', variationId: 'v1', quantity: 2, label: '2 × Sun' };

function chooserOf(bundle: object | null): PartsChooser {
  const graph = new FakeGraph().answer('BundleParts', ({ id }) => ({
    product: { __typename: 'Product', id, bundle },
  }));
  TestBed.configureTestingModule({ providers: [graph.provide()] });
  return TestBed.runInInjectionContext(injectPartsChooser);
}

describe('the parts of a bundle', () => {
  it('are not asked for where it leaves nothing to choose', async () => {
    expect(await chooserOf(fixedBundle).choose(goods)).toEqual([twoSuns]);
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('are shown all the same to who wants to change them', async () => {
    const answer = chooserOf(fixedBundle).choose({ ...goods, parts: [twoSuns] });

    const dialog = await screen.findByRole('dialog', { name: 'What is in “Card set”?' });
    press('Take these', dialog);

    expect(await answer).toEqual([twoSuns]);
  });

  it('cannot be chosen of what is no bundle any more, and it says so', async () => {
    const chooser = chooserOf(null);

    expect(await chooser.choose(goods)).toBeUndefined();
    expect(chooser.problem()).toBe('Card set is no longer sold as a bundle.');
  });
});
