import { Component, computed, inject, input, signal } from '@angular/core';
import { MatButtonToggle, MatButtonToggleGroup } from '@angular/material/button-toggle';
import { DomSanitizer } from '@angular/platform-browser';

/**
 * A mail as its reader sees it: on a wide screen, on a phone, or as plain text. Its page runs no script, reaches
 * nothing of the console and follows no link.
 */
@Component({
  selector: 'cw-mail-frame',
  imports: [MatButtonToggle, MatButtonToggleGroup],
  template: `
    <mat-button-toggle-group
      aria-label="How the message is shown"
      [value]="look()"
      (change)="look.set($event.value)"
    >
      <mat-button-toggle value="wide">Wide</mat-button-toggle>
      <mat-button-toggle value="phone">Phone</mat-button-toggle>
      <mat-button-toggle value="text">Plain text</mat-button-toggle>
    </mat-button-toggle-group>
    <div class="card stage">
      @if (look() === 'text') {
        <pre tabindex="0" aria-label="Message as plain text">{{ text() }}</pre>
      } @else {
        <iframe
          sandbox=""
          title="Message as its reader sees it"
          [class.phone]="look() === 'phone'"
          [srcdoc]="page()"
        ></iframe>
      }
    </div>
  `,
  styleUrl: './mail-frame.scss',
})
export class MailFrame {
  private readonly sanitizer = inject(DomSanitizer);

  readonly html = input.required<string>();
  readonly text = input.required<string>();

  protected readonly look = signal<'wide' | 'phone' | 'text'>('wide');
  // The frame's empty sandbox is what makes it harmless: no scripts, no forms, an origin of its own.
  protected readonly page = computed(() => this.sanitizer.bypassSecurityTrustHtml(this.html()));
}
