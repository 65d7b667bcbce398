import { TestBed } from '@angular/core/testing';
import { provideRouter, Router, withComponentInputBinding } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { fireEvent, screen, waitFor } from '@testing-library/angular';

import { FakeApi, provideFakeApi } from '#shared/graphql/testing/provide-fake-api';
import { aProductCard } from '../testing/a-product';
import { ProductListing } from './product-listing';

const posters = {
  __typename: 'Collection',
  id: 'posters',
  slug: 'posters',
  title: 'Posters',
  description: 'Large sheets.',
  productCount: 2,
};

function aPage(nodes: object[], pageInfo: object = {}) {
  return {
    products: {
      __typename: 'ProductConnection',
      totalCount: nodes.length,
      pageInfo: {
        __typename: 'PageInfo',
        hasNextPage: false,
        hasPreviousPage: false,
        startCursor: 'c1',
        endCursor: 'c2',
        ...pageInfo,
      },
      nodes,
    },
  };
}

async function open(path: string, page: object) {
  const api = new FakeApi()
    .on('ProductListing', () => page)
    .on('ListingFrame', ({ slug, inCollection }) => ({
      collections: { __typename: 'CollectionConnection', nodes: [posters] },
      ...(inCollection ? { collection: slug === 'posters' ? posters : null } : {}),
    }));
  TestBed.configureTestingModule({
    providers: [
      provideFakeApi(api),
      provideRouter(
        [
          { path: 'products', component: ProductListing },
          { path: 'collections/:slug', component: ProductListing },
        ],
        withComponentInputBinding(),
      ),
    ],
  });
  const harness = await RouterTestingHarness.create(path);
  document.body.append(harness.fixture.nativeElement as Node);
  return api;
}

describe('the listing', () => {
  it('shows prices, ranges and what is sold out', async () => {
    await open(
      '/products',
      aPage([
        aProductCard({ slug: 'a', title: 'Low Tide', price: '28.00', upTo: '52.00' }),
        aProductCard({ slug: 'b', title: 'Terrace', price: '9.00', availability: 'OUT_OF_STOCK' }),
      ]),
    );

    const links = await screen.findAllByRole('link', { name: /Low Tide|Terrace/ });
    expect(links[0]?.textContent).toMatch(/From\s*€28\.00/);
    expect(links[1]?.textContent).toMatch(/Sold out/);
    expect(screen.getByText('2 products')).toBeTruthy();
  });

  it('asks the API for what the address says', async () => {
    const api = await open('/collections/posters?sort=price&stock=in&after=c24', aPage([]));
    await screen.findByRole('heading', { level: 1, name: 'Posters' });

    expect(api.requests.find(({ operation }) => operation === 'ProductListing')?.variables).toEqual(
      {
        first: 24,
        after: 'c24',
        sort: 'PRICE_ASC',
        where: { collection: 'posters', inStock: true },
      },
    );
  });

  it('puts sort and filter into the address and starts again at the first page', async () => {
    await open('/products?after=c24', aPage([aProductCard()]));

    fireEvent.click(await screen.findByRole('checkbox', { name: 'In stock only' }));
    await waitFor(() => expect(TestBed.inject(Router).url).toBe('/products?stock=in'));
    fireEvent.change(screen.getByRole('combobox'), { target: { value: 'newest' } });

    await waitFor(() => expect(TestBed.inject(Router).url).toBe('/products?sort=newest&stock=in'));
  });

  it('links to the pages before and after', async () => {
    await open(
      '/products?sort=title',
      aPage([aProductCard()], { hasNextPage: true, hasPreviousPage: true }),
    );

    const next = await screen.findByRole('link', { name: 'Next page' });
    expect(next.getAttribute('href')).toBe('/products?sort=title&after=c2');
    expect(screen.getByRole('link', { name: 'Previous' }).getAttribute('href')).toBe(
      '/products?sort=title&before=c1',
    );
  });

  it('repeats the word of a search that found nothing', async () => {
    await open('/products?q=zebra', aPage([]));

    expect(
      await screen.findByRole('heading', { level: 2, name: 'Nothing found for “zebra”' }),
    ).toBeTruthy();
  });

  it('says that an unknown collection does not exist', async () => {
    await open('/collections/no-such-thing', aPage([]));

    expect(await screen.findByRole('heading', { name: 'This page is out of print' })).toBeTruthy();
  });
});
