import { Component, computed, signal } from '@angular/core';

import { injectMutate } from '#shared/graphql/mutate';
import { queryResource } from '#shared/graphql/query-resource';
import { RequestError } from '#shared/graphql/request-error';
import {
  CustomerMarketingConsentSetDocument,
  MarketingConsentDocument,
} from './marketing-consent.generated';

/** The customer's word on mails that no order calls for. */
@Component({
  selector: 'app-marketing-consent',
  templateUrl: './marketing-consent.html',
})
export class MarketingConsent {
  private readonly mutate = injectMutate();
  private readonly query = queryResource(MarketingConsentDocument, () => ({}));

  /** Unknown while it is being asked for, or where that failed. */
  protected readonly accepts = computed(() =>
    this.query.hasValue() ? this.query.value().me?.marketingConsent : undefined,
  );
  protected readonly isBusy = signal(false);
  protected readonly outcome = signal('');
  protected readonly problem = signal<string | null>(null);

  protected async set(box: HTMLInputElement): Promise<void> {
    const accepts = box.checked;
    this.isBusy.set(true);
    this.problem.set(null);
    this.outcome.set('');
    try {
      const { userErrors } = await this.mutate(CustomerMarketingConsentSetDocument, {
        input: { accepts },
      });
      const [refusal] = userErrors;
      if (refusal) this.problem.set(refusal.message);
      else this.outcome.set(accepts ? 'You will get news and offers.' : 'No more news and offers.');
    } catch (error) {
      if (!(error instanceof RequestError)) throw error;
      this.problem.set(error.message);
    } finally {
      box.checked = this.accepts() ?? false;
      this.isBusy.set(false);
    }
  }
}
