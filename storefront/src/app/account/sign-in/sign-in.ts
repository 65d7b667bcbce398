import { Component, inject, input, signal } from '@angular/core';
import { form, FormField, type TreeValidationResult } from '@angular/forms/signals';
import { RouterLink } from '@angular/router';

import { Session } from '#shared/session/session';
import { Button } from '#shared/ui/button/button';
import { Field } from '#shared/ui/field/field';
import { FormFeedback } from '#shared/ui/field/form-feedback';
import { Input } from '#shared/ui/field/input';
import { signInSchema } from '../data/account-forms';
import { type EntryProblem, injectEnterAccount } from '../data/enter-account';
import { PasswordField } from '../ui/password-field/password-field';

/** Signs a customer in. */
@Component({
  selector: 'app-sign-in',
  imports: [Button, Field, FormFeedback, FormField, Input, PasswordField, RouterLink],
  templateUrl: './sign-in.html',
})
export class SignIn {
  private readonly session = inject(Session);
  private readonly enterAccount = injectEnterAccount();

  readonly returnTo = input<string>();

  protected readonly draft = signal({ email: '', password: '' });
  protected readonly fields = form(this.draft, signInSchema);
  protected readonly problem = signal<EntryProblem | null>(null);

  protected readonly signIn = async (): Promise<TreeValidationResult> => {
    this.problem.set(null);
    const { email, password } = this.draft();
    const outcome = await this.enterAccount(
      () => this.session.signIn(email.trim(), password),
      this.returnTo(),
      { email: this.fields.email },
    );
    this.problem.set(outcome.problem);
    return outcome.fieldErrors;
  };
}
