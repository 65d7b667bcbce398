import { Component, computed, input, linkedSignal, output } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { LucideArchive, LucideChevronDown, LucideSearchX } from '@lucide/angular';

import { formatBytes } from '../../../shared/format/bytes';
import { Badge } from '../../../shared/ui/badge/badge';
import { EmptyState } from '../../../shared/ui/empty-state/empty-state';
import { RelativeTime } from '../../../shared/ui/relative-time/relative-time';
import { SearchBox } from '../../../shared/ui/search-box/search-box';
import {
  type KeptAnswerFilter,
  keptAnswerParams,
  readableJson,
} from '../../data/kept-answer-filter';
import type { CachePageQuery } from '../cache-page.generated';

const tagsAtOnce = 3;

/** The kept answers that a filter leaves, each with what it depends on when it is opened. */
@Component({
  selector: 'cw-kept-answer-list',
  imports: [
    Badge,
    EmptyState,
    LucideArchive,
    LucideChevronDown,
    LucideSearchX,
    MatButton,
    RelativeTime,
    RouterLink,
    SearchBox,
  ],
  templateUrl: './kept-answer-list.html',
  styleUrl: './kept-answer-list.scss',
})
export class KeptAnswerList {
  /** Undefined until there is a first answer. */
  readonly kept = input.required<CachePageQuery['keptAnswers'] | undefined>();
  readonly filter = input.required<KeptAnswerFilter>();
  readonly isBusy = input(false);
  /** Whether a longer list may be asked for. */
  readonly canReadMore = input(true);

  readonly narrowed = output<Partial<KeptAnswerFilter>>();
  readonly moreWanted = output();

  protected readonly formatBytes = formatBytes;
  protected readonly readableJson = readableJson;
  protected readonly params = keptAnswerParams;
  protected readonly isNarrowed = computed(() => {
    const { operation, tag } = this.filter();
    return operation !== '' || tag !== '';
  });
  protected readonly rows = computed(() =>
    this.kept()?.nodes.map((node) => {
      // The short ones name lists and the shop, which says more than one product of many.
      const tags = [...node.tags, ...node.softTags].sort((a, b) => a.length - b.length);
      return {
        ...node,
        firstTags: tags.slice(0, tagsAtOnce),
        moreTags: Math.max(0, tags.length - tagsAtOnce),
      };
    }),
  );
  protected readonly hasMore = computed(() => {
    const kept = this.kept();
    return kept !== undefined && kept.nodes.length < kept.totalCount;
  });
  /** The key of the answer whose details are shown. */
  protected readonly open = linkedSignal<KeptAnswerFilter, string | undefined>({
    source: this.filter,
    computation: () => undefined,
  });

  protected toggle(key: string): void {
    this.open.update((open) => (open === key ? undefined : key));
  }
}
