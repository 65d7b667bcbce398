import { TestBed } from '@angular/core/testing';
import { Title } from '@angular/platform-browser';
import { provideRouter } from '@angular/router';
import { render, screen } from '@testing-library/angular';

import { FakeApi, provideFakeApi } from '#shared/graphql/testing/provide-fake-api';
import { aProductCard } from '../testing/a-product';
import { Home } from './home';

function aHome() {
  const products = (...nodes: object[]) => ({ __typename: 'ProductConnection', nodes });
  return {
    featured: products(
      aProductCard({ slug: 'hero', title: 'Low Tide', price: '24.00', upTo: '95.00' }),
      aProductCard({ slug: 'next', title: 'Lit Ball' }),
    ),
    newest: products(aProductCard({ slug: 'new', title: 'Ripple' })),
    collections: {
      __typename: 'CollectionConnection',
      nodes: [
        {
          __typename: 'Collection',
          id: 'posters',
          slug: 'posters',
          title: 'Posters',
          productCount: 1,
          image: null,
        },
      ],
    },
    shop: { __typename: 'Shop', description: 'A print studio in London.' },
  };
}

async function open(answer: () => object) {
  await render(Home, {
    providers: [provideFakeApi(new FakeApi().on('Home', answer)), provideRouter([])],
  });
}

describe('the start page', () => {
  it('opens with one product, which the list below does not repeat', async () => {
    await open(aHome);

    const links = await screen.findAllByRole('link', { name: /Low Tide/ });
    expect(links).toHaveLength(1);
    expect(links[0]?.getAttribute('href')).toBe('/products/hero');
    expect(screen.getByRole('link', { name: /Lit Ball/ })).toBeTruthy();
    expect(screen.getByRole('link', { name: /Ripple/ })).toBeTruthy();
  });

  it('leads into the collections and counts what is in them', async () => {
    await open(aHome);

    const link = await screen.findByRole('link', { name: /Posters/ });
    expect(link.getAttribute('href')).toBe('/collections/posters');
    expect(link.textContent).toContain('1 product');
  });

  it('is titled as the shop', async () => {
    await open(aHome);
    await screen.findByText('A print studio in London.');

    expect(TestBed.inject(Title).getTitle()).toMatch(/^Halftone/);
  });

  it('keeps its headline and offers to try again when the shop is out of reach', async () => {
    await open(() => {
      throw new Error('connect ECONNREFUSED');
    });

    expect(await screen.findByRole('button', { name: 'Try again' })).toBeTruthy();
    expect(screen.getByRole('heading', { level: 1 })).toBeTruthy();
  });
});
