import { Component, inject, input, signal } from '@angular/core';
import { form, FormField, type TreeValidationResult } from '@angular/forms/signals';
import { RouterLink } from '@angular/router';

import { Session } from '#shared/session/session';
import { Button } from '#shared/ui/button/button';
import { Field } from '#shared/ui/field/field';
import { FormFeedback } from '#shared/ui/field/form-feedback';
import { Input } from '#shared/ui/field/input';
import { registerSchema, SHORTEST_PASSWORD } from '../data/account-forms';
import { type EntryProblem, injectEnterAccount } from '../data/enter-account';
import { PasswordField } from '../ui/password-field/password-field';

/** Makes an account and signs its owner in. */
@Component({
  selector: 'app-register',
  imports: [Button, Field, FormFeedback, FormField, Input, PasswordField, RouterLink],
  templateUrl: './register.html',
})
export class Register {
  private readonly session = inject(Session);
  private readonly enterAccount = injectEnterAccount();

  readonly returnTo = input<string>();

  protected readonly draft = signal({ name: '', email: '', password: '' });
  protected readonly fields = form(this.draft, registerSchema);
  protected readonly problem = signal<EntryProblem | null>(null);
  protected readonly passwordHint = `At least ${SHORTEST_PASSWORD} characters. A sentence you remember is a good one.`;

  protected readonly register = async (): Promise<TreeValidationResult> => {
    this.problem.set(null);
    const { name, email, password } = this.draft();
    const outcome = await this.enterAccount(
      () => this.session.register(name.trim(), email.trim(), password),
      this.returnTo(),
      { name: this.fields.name, email: this.fields.email, password: this.fields.password },
    );
    this.problem.set(outcome.problem);
    return outcome.fieldErrors;
  };
}
