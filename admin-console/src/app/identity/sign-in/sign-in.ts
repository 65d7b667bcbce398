import { Component, type ElementRef, inject, input, signal, viewChild } from '@angular/core';
import { email, form, FormField, FormRoot, required } from '@angular/forms/signals';
import { MatButton, MatIconButton } from '@angular/material/button';
import { MatError, MatFormField, MatLabel, MatSuffix } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import { Router } from '@angular/router';
import { LucideEye, LucideEyeOff } from '@lucide/angular';

import { describeProblem } from '../../shared/graphql/graph-error';
import { Session } from '../../shared/session/session';
import { safeReturnPath } from '../../shared/session/session-guards';
import { Banner } from '../../shared/ui/banner/banner';

/** Where staff sign in, and from where they go on to the page they wanted. */
@Component({
  selector: 'cw-sign-in',
  imports: [
    Banner,
    FormField,
    FormRoot,
    LucideEye,
    LucideEyeOff,
    MatButton,
    MatError,
    MatFormField,
    MatIconButton,
    MatInput,
    MatLabel,
    MatSuffix,
  ],
  templateUrl: './sign-in.html',
  styleUrl: './sign-in.scss',
})
export class SignIn {
  private readonly router = inject(Router);
  private readonly session = inject(Session);
  private readonly passwordBox = viewChild.required<ElementRef<HTMLInputElement>>('passwordBox');

  readonly returnTo = input<string>();

  private readonly credentials = signal({ email: '', password: '' });
  protected readonly isPasswordShown = signal(false);
  protected readonly problem = signal<string | undefined>(undefined);
  protected readonly fields = form(
    this.credentials,
    (path) => {
      required(path.email, { message: 'Enter your e-mail address.' });
      email(path.email, { message: 'This does not look like an e-mail address.' });
      required(path.password, { message: 'Enter your password.' });
    },
    { submission: { action: () => this.enter() } },
  );

  private async enter(): Promise<void> {
    this.problem.set(undefined);
    const { email, password } = this.credentials();
    try {
      const refusal = await this.session.signIn(email.trim(), password);
      if (refusal === undefined) {
        await this.router.navigateByUrl(safeReturnPath(this.returnTo()));
        return;
      }
      this.problem.set(refusal);
      this.passwordBox().nativeElement.select();
    } catch (error) {
      this.problem.set(describeProblem(error).message);
    }
  }
}
