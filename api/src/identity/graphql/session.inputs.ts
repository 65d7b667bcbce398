import { Field, InputType } from 'type-graphql';
import { z } from 'zod';

import {
  emailRule,
  newPasswordRule,
  personNameRule,
  triedPasswordRule,
} from '../../platform/security/credential-rules';

@InputType({ description: 'An account to be made.' })
export class CustomerRegisterInput {
  @Field(() => String, { description: 'E-mail address to sign in with.' })
  email: string;

  @Field(() => String, { description: 'At least 8 characters; any characters.' })
  password: string;

  @Field(() => String, { description: 'Name to be called by.' })
  name: string;
}

@InputType({ description: 'What one signs in with.' })
export class SessionCreateInput {
  @Field(() => String, { description: 'E-mail address of the account.' })
  email: string;

  @Field(() => String, { description: 'Its password.' })
  password: string;
}

export const customerRegisterSchema = z.object({
  email: emailRule,
  password: newPasswordRule,
  name: personNameRule,
});

export const sessionCreateSchema = z.object({ email: emailRule, password: triedPasswordRule });
