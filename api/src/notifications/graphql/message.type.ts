import { Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';

import { connectionOf } from '../../platform/graphql/connection';
import { MutationPayload } from '../../platform/graphql/payload';
import { DateTime } from '../../platform/graphql/scalars';
import { type MessageStatus, messageStatuses } from '../domain/message-state';
import { type TemplateName, templateNames } from '../domain/template-names';
import type { MessageRecord } from '../persistence/message.read-model';

/** The names as an object, which is what TypeGraphQL makes enums of. */
function namesOf<T extends string>(names: readonly T[]): { readonly [K in T]: K } {
  return Object.fromEntries(names.map((name) => [name, name])) as { readonly [K in T]: K };
}

export const templateNameType = namesOf(templateNames);
registerEnumType(templateNameType, {
  name: 'MessageTemplateName',
  description: 'A kind of message to shoppers.',
});

export const messageStatusType = namesOf(messageStatuses);
registerEnumType(messageStatusType, {
  name: 'MessageStatus',
  description: 'Where a message stands.',
  valuesConfig: {
    WAITING: { description: 'To be sent, or to be tried again.' },
    SENT: { description: 'The mail server has taken it over.' },
    KEPT: { description: 'No mail server is set up: it stays in the mailbox of the shop.' },
    FAILED: { description: 'Given up. It can be sent again.' },
    DROPPED: { description: 'It had nothing to tell any more by the time it was due.' },
  },
});

@ObjectType('Message', { description: 'A message to a shopper.' })
export class MessageType {
  @Field(() => ID, { description: 'Opaque id.' })
  id: string;

  @Field(() => templateNameType, { description: 'What kind of message it is.' })
  template: TemplateName;

  @Field(() => messageStatusType, { description: 'Where it stands.' })
  status: MessageStatus;

  @Field(() => String, { description: 'E-mail address that it goes to.' })
  recipient: string;

  @Field(() => String, { nullable: true, description: 'Null until it is written.' })
  subject?: string;

  @Field(() => ID, { nullable: true, description: 'The order that it is about.' })
  orderId?: string;

  @Field(() => ID, { nullable: true, description: 'The customer whose order that is.' })
  customerId?: string;

  @Field(() => Int, { description: 'How often sending was tried.' })
  attempts: number;

  @Field(() => Int, { description: 'How often staff sent it again after it had arrived.' })
  resends: number;

  @Field(() => String, { nullable: true, description: 'Why the last try did not succeed.' })
  lastError?: string;

  @Field(() => DateTime, { description: 'When what it tells of was noticed.' })
  createdAt: Date;

  @Field(() => DateTime, { nullable: true, description: 'When it is tried next, if it is.' })
  nextAttemptAt?: Date;

  @Field(() => DateTime, { nullable: true, description: 'When it was last sent or kept.' })
  sentAt?: Date;
}

export const MessageConnection = connectionOf('Message', () => MessageType);

@InputType({ description: 'What the list of messages is narrowed to.' })
export class MessageWhere {
  @Field(() => [templateNameType], { nullable: true, description: 'Any of these.' })
  templates?: TemplateName[];

  @Field(() => [messageStatusType], { nullable: true, description: 'Any of these.' })
  statuses?: MessageStatus[];

  @Field(() => String, { nullable: true, description: 'Part of an e-mail address or a subject.' })
  query?: string;

  @Field(() => ID, { nullable: true, description: 'Those about one order.' })
  orderId?: string;
}

@ObjectType('MessageSample', { description: 'Made-up values that a template is shown with.' })
export class MessageSampleType {
  @Field(() => String, { description: 'For programs.' })
  name: string;

  @Field(() => String, { description: 'For people, in English.' })
  title: string;
}

@ObjectType('MessageTemplate', { description: 'A kind of message, as staff choose it.' })
export class MessageTemplateType {
  @Field(() => templateNameType, { description: 'For programs.' })
  name: TemplateName;

  @Field(() => String, { description: 'For people, in English.' })
  title: string;

  @Field(() => String, { description: 'When it is sent.' })
  description: string;

  @Field(() => [MessageSampleType], { description: 'What it can be looked at with; at least one.' })
  samples: MessageSampleType[];
}

@ObjectType('MessagePreview', { description: 'A message as its reader would see it.' })
export class MessagePreviewType {
  @Field(() => String, { description: 'Its subject.' })
  subject: string;

  @Field(() => String, { description: 'A whole HTML page, to be shown in a sandboxed frame.' })
  html: string;

  @Field(() => String, { description: 'The same for readers of plain text.' })
  text: string;
}

@ObjectType('MailDelivery', { description: 'How mail leaves the shop.' })
export class MailDeliveryType {
  @Field(() => Boolean, {
    description: 'Whether a mail server is set up. If not, messages stay in the shop as KEPT.',
  })
  isConnected: boolean;

  @Field(() => String, { description: 'E-mail address that mail comes from.' })
  from: string;

  @Field(() => Int, { description: 'Messages to be sent.' })
  waiting: number;

  @Field(() => Int, { description: 'Messages that were given up.' })
  failed: number;
}

@InputType({ description: 'A message to be sent again.' })
export class MessageResendInput {
  @Field(() => ID, { description: 'The message.' })
  messageId: string;
}

@ObjectType({ description: 'Outcome of messageResend.' })
export class MessageResendPayload extends MutationPayload {
  @Field(() => MessageType, { nullable: true, description: 'The message now.' })
  message?: MessageType;
}

/** Maps a message to its GraphQL form. */
export function toMessageType({ dueAt, ...message }: MessageRecord): MessageType {
  return Object.assign(new MessageType(), message, {
    nextAttemptAt: message.status === 'WAITING' ? dueAt : undefined,
  });
}
