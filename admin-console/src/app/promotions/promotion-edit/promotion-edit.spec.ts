import { provideRouter, Router } from '@angular/router';
import { render, screen, waitFor } from '@testing-library/angular';

import type { Permission } from '../../shared/graphql/types.generated';
import { FakeGraph } from '../../testing/fake-graph';
import { faultAt, fillIn, press } from '../../testing/fields';
import { aPage } from '../../testing/pages';
import { refused } from '../../testing/pricing';
import { aPromotion } from '../../testing/promotions';
import { PromotionEdit } from './promotion-edit';

async function open(
  graph: FakeGraph,
  id?: string,
  permissions: readonly Permission[] = ['PROMOTIONS_WRITE', 'PRICING_WRITE'],
) {
  graph
    .answer('PromotionChoices', ({ withGroups }) => ({
      shop: { __typename: 'Shop', currencyCode: 'GBP' },
      ...(withGroups === true && {
        customerGroups: [{ __typename: 'CustomerGroup', code: 'trade', name: 'Trade' }],
      }),
      collections: {
        __typename: 'CollectionConnection',
        nodes: [{ __typename: 'Collection', id: 'k1', title: 'Posters' }],
      },
    }))
    .answer('CouponCodes', () => ({
      couponCodes: {
        __typename: 'CouponCodeConnection',
        ...aPage([
          {
            __typename: 'CouponCode',
            code: 'FANS',
            usageLimit: 1,
            uses: 0,
            createdAt: '2026-11-20T09:30:00.000Z',
          },
        ]),
      },
    }));
  return render(PromotionEdit, {
    inputs: { id },
    providers: [graph.provide(permissions), provideRouter([{ path: '**', children: [] }])],
  });
}

describe('a promotion', () => {
  it('is made for a collection and then shown', async () => {
    const graph = new FakeGraph().answer('CreatePromotion', () => ({
      promotionCreate: {
        __typename: 'PromotionCreatePayload',
        promotion: aPromotion(),
        userErrors: [],
      },
    }));
    const { fixture } = await open(graph);
    const router = fixture.debugElement.injector.get(Router);

    fillIn('Name', 'Print fans');
    fillIn('Percentage', '10');
    (await screen.findByRole('checkbox', { name: 'Posters' })).click();
    fillIn('Those goods cost at least', '30');
    press('Create promotion');

    await waitFor(() => expect(router.url).toBe('/promotions/p1'));
    expect(graph.inputsOf('CreatePromotion')[0]).toMatchObject({
      name: 'Print fans',
      class: 'ORDER',
      benefit: { kind: 'PERCENTAGE', percentOff: '10' },
      targets: { collectionIds: ['k1'] },
      conditions: { minSubtotal: '30' },
    });
  });

  it('is not sent without what its kind needs', async () => {
    const graph = new FakeGraph();
    await open(graph);

    fillIn('Name', 'Print fans');
    fillIn('What', 'TIERED');
    press('Create promotion');

    expect(await screen.findByText('Add at least one tier.')).toBeTruthy();
    expect(graph.inputsOf('CreatePromotion')).toEqual([]);
  });

  it('shows what is refused at its field, whatever group the server has it in', async () => {
    const graph = new FakeGraph()
      .answer('PromotionPage', () => ({ promotion: aPromotion() }))
      .answer('UpdatePromotion', () => ({
        promotionUpdate: {
          __typename: 'PromotionUpdatePayload',
          promotion: null,
          userErrors: refused('Two decimals at most.', ['conditions', 'minSubtotal']),
        },
      }));
    await open(graph, 'p1');
    await screen.findByLabelText('Those goods cost at least');

    fillIn('Those goods cost at least', '30.001');
    press('Save');

    await waitFor(() => expect(faultAt('Those goods cost at least')).toBe('Two decimals at most.'));
    expect(graph.inputsOf('UpdatePromotion')[0]).toMatchObject({
      promotionId: 'p1',
      expectedVersion: 2,
    });
  });

  it('hands new codes over as a file', async () => {
    const graph = new FakeGraph()
      .answer('PromotionPage', () => ({ promotion: aPromotion({ requiresCode: true }) }))
      .answer('GenerateCouponCodes', () => ({
        couponCodesGenerate: {
          __typename: 'CouponCodesGeneratePayload',
          codes: ['SPR-A', 'SPR-B'],
          userErrors: [],
        },
      }));
    await open(graph, 'p1');
    expect(await screen.findByText('FANS')).toBeTruthy();

    press('Make codes');
    const dialog = await screen.findByRole('dialog', { name: 'Make codes' });
    fillIn('How many', '2', dialog);
    fillIn('Uses of each', '', dialog);
    press('Make codes', dialog);

    const file = await screen.findByRole('link', { name: 'Download CSV' });
    expect(decodeURIComponent(file.getAttribute('href') ?? '')).toContain('SPR-A\r\nSPR-B');
    expect(file.getAttribute('download')).toBe('print-fans-codes.csv');
    expect(graph.inputsOf('GenerateCouponCodes')).toEqual([
      {
        promotionId: 'p1',
        count: 2,
        usageLimit: null,
        idempotencyKey: expect.stringMatching(/^[0-9a-f-]{36}$/),
      },
    ]);
  });

  it('keeps its group when somebody edits it who may not see groups', async () => {
    const promotion = aPromotion({
      conditions: {
        minSubtotal: null,
        minQuantity: null,
        customerGroup: 'trade',
        firstOrderOnly: false,
      },
    });
    const graph = new FakeGraph()
      .answer('PromotionPage', () => ({ promotion }))
      .answer('UpdatePromotion', () => ({
        promotionUpdate: { __typename: 'PromotionUpdatePayload', promotion, userErrors: [] },
      }));
    await open(graph, 'p1', ['PROMOTIONS_WRITE']);
    await screen.findByLabelText('Percentage');

    fillIn('Percentage', '12');
    press('Save');

    await waitFor(() =>
      expect(graph.inputsOf('UpdatePromotion')[0]).toMatchObject({
        conditions: { customerGroup: 'trade' },
      }),
    );
  });
});
