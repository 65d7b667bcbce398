import { setupZonelessTestEnv } from 'jest-preset-angular/setup-env/zoneless';

// An ES module does not get the `jest` object as a global; specs use it for the clock.
Object.assign(globalThis, { jest: (import.meta as unknown as { jest: unknown }).jest });

setupZonelessTestEnv({ errorOnUnknownElements: true, errorOnUnknownProperties: true });
