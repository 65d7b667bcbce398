import { ApplicationRef, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';

import { injectAttention } from './attention';

describe('the attention for a page', () => {
  let idle: (() => void) | undefined;
  const visibility = signal<DocumentVisibilityState>('visible');

  beforeEach(() => {
    idle = undefined;
    visibility.set('visible');
    Object.assign(window, {
      requestIdleCallback: (callback: () => void) => {
        idle = callback;
      },
    });
    jest.spyOn(document, 'visibilityState', 'get').mockImplementation(() => visibility());
  });
  afterEach(() => {
    Reflect.deleteProperty(window, 'requestIdleCallback');
    jest.restoreAllMocks();
  });

  function attention() {
    const isLookedAt = TestBed.runInInjectionContext(() => injectAttention());
    TestBed.inject(ApplicationRef).tick();
    return isLookedAt;
  }

  function show(state: DocumentVisibilityState) {
    visibility.set(state);
    document.dispatchEvent(new Event('visibilitychange'));
  }

  it('begins when the browser has nothing else to do', () => {
    const isLookedAt = attention();
    expect(isLookedAt()).toBe(false);

    idle?.();

    expect(isLookedAt()).toBe(true);
  });

  it('ends while the page is hidden', () => {
    const isLookedAt = attention();
    idle?.();

    show('hidden');
    expect(isLookedAt()).toBe(false);

    show('visible');
    expect(isLookedAt()).toBe(true);
  });
});
