import { Component, computed, inject, input } from '@angular/core';
import { MatFormField, MatLabel } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import { Router } from '@angular/router';

import { queryResource } from '../../shared/graphql/query-resource';
import { PageHead } from '../../shared/ui/page-head/page-head';
import { PageState } from '../../shared/ui/page-state/page-state';
import { MailFrame } from '../ui/mail-frame/mail-frame';
import { MessageTemplatesDocument, PreviewMessageDocument } from './template-page.generated';

/** Each kind of message, with made-up values, as its reader would see it. */
@Component({
  selector: 'cw-template-page',
  imports: [MailFrame, MatFormField, MatInput, MatLabel, PageHead, PageState],
  templateUrl: './template-page.html',
  styleUrl: './template-page.scss',
})
export class TemplatePage {
  private readonly router = inject(Router);

  readonly template = input<string>();
  readonly sample = input<string>();

  protected readonly back = { label: 'Messages', path: '/messages' };
  protected readonly query = queryResource(MessageTemplatesDocument, () => ({}));
  protected readonly templates = computed(() => this.query.value()?.messageTemplates);
  protected readonly chosen = computed(() => {
    const all = this.templates() ?? [];
    return all.find(({ name }) => name === this.template()) ?? all[0];
  });
  protected readonly chosenSample = computed(() => {
    const samples = this.chosen()?.samples ?? [];
    return samples.find(({ name }) => name === this.sample()) ?? samples[0];
  });
  protected readonly preview = queryResource(PreviewMessageDocument, () => {
    const template = this.chosen()?.name;
    const sample = this.chosenSample()?.name;
    return template && { template, ...(sample !== undefined && { sample }) };
  });
  protected readonly shown = computed(() => this.preview.value()?.messagePreview);

  protected show(template: string, sample?: string): void {
    const queryParams = { template, sample };
    void this.router.navigate([], { queryParams, replaceUrl: true });
  }
}
