import { ApplicationRef, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { gql, type TypedDocumentNode } from '@apollo/client';

import { queryResource } from './query-resource';
import { FakeApi, provideFakeApi } from './testing/provide-fake-api';

interface ShopData {
  shop: { __typename: 'Shop'; name: string };
}

const ShopDocument: TypedDocumentNode<ShopData, { language: string }> = gql`
  query Shop($language: String!) {
    shop(language: $language) {
      name
    }
  }
`;

function shop(name: string): ShopData {
  return { shop: { __typename: 'Shop', name } };
}

function setUp(api: FakeApi) {
  TestBed.configureTestingModule({ providers: [provideFakeApi(api)] });
  const language = signal<string | undefined>('en');
  const resource = TestBed.runInInjectionContext(() =>
    queryResource(
      ShopDocument,
      () => {
        const current = language();
        return current ? { language: current } : undefined;
      },
      { keepPrevious: true, fetchPolicy: 'network-only' },
    ),
  );
  return { language, resource, settle: () => TestBed.inject(ApplicationRef).whenStable() };
}

describe('a query as a resource', () => {
  it('loads, and keeps the application unstable until it has', async () => {
    const { resource, settle } = setUp(new FakeApi().on('Shop', () => shop('Halftone')));

    expect(resource.status()).toBe('loading');
    await settle();

    expect(resource.status()).toBe('resolved');
    expect(resource.value()?.shop.name).toBe('Halftone');
  });

  it('is idle as long as there are no variables', async () => {
    const api = new FakeApi().on('Shop', () => shop('Halftone'));
    const { language, resource, settle } = setUp(api);
    language.set(undefined);
    await settle();

    expect(resource.status()).toBe('idle');
    expect(api.requests).toHaveLength(0);
  });

  it('keeps the old value while new variables load, when asked to', async () => {
    const api = new FakeApi().on('Shop', ({ language }) => shop(String(language)));
    const { language, resource, settle } = setUp(api);
    await settle();

    language.set('de');

    expect(resource.status()).toBe('reloading');
    expect(resource.value()?.shop.name).toBe('en');
    await settle();
    expect(resource.value()?.shop.name).toBe('de');
  });

  it('shows an outage, and recovers by reload', async () => {
    let isUp = false;
    const api = new FakeApi().on('Shop', () => {
      if (!isUp) throw new Error('socket hang up');
      return shop('Halftone');
    });
    const { resource, settle } = setUp(api);
    await settle();
    expect(resource.status()).toBe('error');
    expect(resource.error()).toMatchObject({ code: 'NETWORK' });

    isUp = true;
    resource.reload();
    await settle();
    await Promise.resolve();

    expect(resource.status()).toBe('resolved');
  });
});
