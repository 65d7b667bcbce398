import { Component, computed, inject, input, linkedSignal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatDialog } from '@angular/material/dialog';
import { MatSnackBar } from '@angular/material/snack-bar';
import { Router } from '@angular/router';
import { LucideRefreshCw } from '@lucide/angular';
import { firstValueFrom } from 'rxjs';

import { clockTimeWithSeconds } from '../../shared/format/time';
import { Commands } from '../../shared/graphql/commands';
import { describeProblem } from '../../shared/graphql/graph-error';
import { queryResource } from '../../shared/graphql/query-resource';
import type { ResponseCachePurgeInput } from '../../shared/graphql/types.generated';
import { CommandProblem } from '../../shared/ui/command-problem/command-problem';
import { injectConfirm } from '../../shared/ui/confirm-dialog/confirm-dialog';
import { PageHead } from '../../shared/ui/page-head/page-head';
import { ReadProblem } from '../../shared/ui/read-problem/read-problem';
import {
  type KeptAnswerFilter,
  keptAnswerFilter,
  keptAnswerParams,
} from '../data/kept-answer-filter';
import { CacheFigures } from './cache-figures/cache-figures';
import {
  CachePageDocument,
  type CachePageQuery,
  PurgeKeptAnswersDocument,
} from './cache-page.generated';
import { KeptAnswerList } from './kept-answer-list/kept-answer-list';
import { OperationTable } from './operation-table/operation-table';
import { PurgeTagsDialog } from './purge-tags-dialog/purge-tags-dialog';

const answersAtOnce = 25;
/** The most that one request may ask for; the rest is found by narrowing the list. */
const mostAnswers = 100;

/** What the shop keeps so that it need not be worked out again, and the way to let go of it. */
@Component({
  selector: 'cw-cache-page',
  imports: [
    CacheFigures,
    CommandProblem,
    KeptAnswerList,
    LucideRefreshCw,
    MatButton,
    OperationTable,
    PageHead,
    ReadProblem,
  ],
  providers: [Commands],
  templateUrl: './cache-page.html',
  styleUrl: './cache-page.scss',
})
export class CachePage {
  private readonly confirm = injectConfirm();
  private readonly dialogs = inject(MatDialog);
  private readonly router = inject(Router);
  private readonly snackBar = inject(MatSnackBar);
  protected readonly commands = inject(Commands);

  readonly operation = input<string>();
  readonly tag = input<string>();

  protected readonly filter = computed(() =>
    keptAnswerFilter({ operation: this.operation(), tag: this.tag() }),
  );
  /** How much of the list is read; a new filter begins at the top. */
  private readonly wanted = linkedSignal<KeptAnswerFilter, number>({
    source: this.filter,
    computation: () => answersAtOnce,
  });
  // One request for all, because the next one may be answered by another process, which keeps other answers.
  protected readonly query = queryResource(CachePageDocument, () => {
    const { operation, tag } = this.filter();
    return { first: this.wanted(), ...(operation && { operation }), ...(tag && { tag }) };
  });
  // While other answers are on their way, those that are shown stay.
  protected readonly shown = linkedSignal<
    { latest: CachePageQuery | undefined; isWaiting: boolean },
    CachePageQuery | undefined
  >({
    source: () => ({
      latest: this.query.value(),
      isWaiting: this.query.status() === 'loading',
    }),
    computation: ({ latest, isWaiting }, previous) =>
      latest ?? (isWaiting ? previous?.value : undefined),
  });
  protected readonly problem = computed(() =>
    this.query.error() ? describeProblem(this.query.error()) : undefined,
  );
  private readonly readAt = linkedSignal<boolean, number | undefined>({
    source: this.query.isLoading,
    computation: (isLoading, previous) => (isLoading ? previous?.value : Date.now()),
  });
  protected readonly readTime = computed(() => {
    const at = this.readAt();
    return at === undefined ? undefined : clockTimeWithSeconds(at);
  });
  protected readonly canReadMore = computed(() => this.wanted() < mostAnswers);

  protected refresh(): void {
    this.query.reload();
  }

  protected narrow(change: Partial<KeptAnswerFilter>): void {
    void this.router.navigate([], {
      queryParams: keptAnswerParams({ ...this.filter(), ...change }),
    });
  }

  protected readMore(): void {
    this.wanted.update((wanted) => Math.min(wanted + answersAtOnce, mostAnswers));
  }

  protected async purgeTags(): Promise<void> {
    const dialog = this.dialogs.open<PurgeTagsDialog, string, readonly string[]>(PurgeTagsDialog, {
      data: this.filter().tag,
      width: '520px',
    });
    const tags = await firstValueFrom(dialog.afterClosed());
    if (!tags) return;
    const what = tags.length === 1 ? `“${tags[0]}”` : `${tags.length} tags`;
    await this.purge({ tags: [...tags] }, `Kept answers that depend on ${what} were purged.`);
  }

  protected async purgeEverything(): Promise<void> {
    const isMeant = await this.confirm({
      heading: 'Purge every kept answer?',
      consequences: [
        'All processes of the shop let go of what they keep.',
        'Nothing is lost: each answer is worked out again when it is next asked for.',
        'Until then pages take longer and the database works harder.',
      ],
      confirmLabel: 'Purge everything',
      dismissLabel: 'Keep them',
    });
    if (isMeant) await this.purge({ everything: true }, 'Every kept answer was purged.');
  }

  private async purge(input: ResponseCachePurgeInput, success: string): Promise<void> {
    const done = await this.commands.send(
      PurgeKeptAnswersDocument,
      input,
      (data) => data.responseCachePurge,
    );
    if (!done) return;
    this.snackBar.open(success);
    this.refresh();
  }
}
