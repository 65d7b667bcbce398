import { IMAGE_CONFIG, IMAGE_LOADER } from '@angular/common';
import {
  type ApplicationConfig,
  provideBrowserGlobalErrorListeners,
  provideZonelessChangeDetection,
} from '@angular/core';
import { provideClientHydration, withEventReplay } from '@angular/platform-browser';
import {
  provideRouter,
  TitleStrategy,
  withComponentInputBinding,
  withInMemoryScrolling,
} from '@angular/router';

import { provideGraphql } from '#shared/graphql/provide-graphql';
import { mediaLoader, RENDITION_WIDTHS } from '#shared/images/media-loader';
import { PageTitle } from '#shared/page/page-title';
import { routes } from './app.routes';

/** The application as the browser runs it. */
export const appConfig: ApplicationConfig = {
  providers: [
    provideBrowserGlobalErrorListeners(),
    provideZonelessChangeDetection(),
    provideClientHydration(withEventReplay()),
    provideRouter(
      routes,
      withComponentInputBinding(),
      withInMemoryScrolling({ scrollPositionRestoration: 'enabled', anchorScrolling: 'enabled' }),
    ),
    provideGraphql(),
    { provide: TitleStrategy, useExisting: PageTitle },
    { provide: IMAGE_LOADER, useValue: mediaLoader },
    { provide: IMAGE_CONFIG, useValue: { breakpoints: RENDITION_WIDTHS } },
  ],
};
