import DataLoader from 'dataloader';
import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { z } from 'zod';

import { isId } from '../../kernel/ids';
import { ForStaff } from '../../platform/graphql/access';
import { AppError } from '../../platform/graphql/app-error';
import {
  type ConnectionShape,
  PageArgs,
  toConnection,
  toTimePageRequest,
} from '../../platform/graphql/connection';
import { idInput, optionalText } from '../../platform/graphql/input-schemas';
import type { LoaderFactory } from '../../platform/graphql/loader-scope';
import { answer } from '../../platform/graphql/payload';
import type { RequestContext } from '../../platform/graphql/request-context';
import { type ResendMessage, resendMessageInput } from '../commands/resend-message';
import { messageStatuses } from '../domain/message-state';
import { samplesOf } from '../domain/samples';
import { type TemplateName, templateNames } from '../domain/template-names';
import { wordingOf } from '../domain/templates';
import type { MessageWriter } from '../message-writer';
import type { MessageContent, MessageReadModel } from '../persistence/message.read-model';
import {
  MailDeliveryType,
  MessageConnection,
  MessagePreviewType,
  MessageResendInput,
  MessageResendPayload,
  MessageTemplateType,
  MessageType,
  MessageWhere,
  templateNameType,
  toMessageType,
} from './message.type';

const messageWhere = z.object({
  templates: z.array(z.enum(templateNames)).nullish().transform(orUndefined),
  statuses: z.array(z.enum(messageStatuses)).nullish().transform(orUndefined),
  query: optionalText(100),
  orderId: idInput.nullish().transform(orUndefined),
});

function orUndefined<T>(value: T | null | undefined): T | undefined {
  return value ?? undefined;
}

@Resolver(() => MessageType)
export class MessageResolver {
  private readonly contents: LoaderFactory<string, MessageContent | undefined> = () =>
    new DataLoader(async (ids) => {
      const found = await this.messagesRead.contents(ids);
      return ids.map((id) => found.get(id));
    });

  constructor(
    private readonly messagesRead: MessageReadModel,
    private readonly writer: MessageWriter,
    private readonly resend: ResendMessage,
    private readonly delivery: Pick<MailDeliveryType, 'isConnected' | 'from'>,
  ) {}

  @ForStaff('MESSAGES_READ')
  @Query(() => MessageConnection, {
    description: 'Messages to shoppers, newest first; kept a year.',
  })
  async messages(
    @Args(() => PageArgs) page: PageArgs,
    @Arg('where', () => MessageWhere, { nullable: true, description: 'Narrows the list.' })
    where?: MessageWhere,
  ): Promise<ConnectionShape<MessageType>> {
    const parsed = messageWhere.safeParse(where ?? {});
    if (!parsed.success) {
      throw new AppError('BAD_USER_INPUT', parsed.error.issues[0]?.message ?? 'Bad filter.');
    }
    const rows = await this.messagesRead.page(parsed.data, toTimePageRequest(page));
    return toConnection(rows, toMessageType, () => this.messagesRead.count(parsed.data));
  }

  @ForStaff('MESSAGES_READ')
  @Query(() => MessageType, {
    nullable: true,
    description: 'One message; null when there is none.',
  })
  async message(
    @Arg('id', () => ID, { description: 'Its id.' }) id: string,
  ): Promise<MessageType | undefined> {
    const record = isId(id) ? await this.messagesRead.byId(id) : undefined;
    return record && toMessageType(record);
  }

  @FieldResolver(() => String, {
    nullable: true,
    description:
      'A whole HTML page, to be shown in a sandboxed frame; null until it is written. The code of a gift card that was sent is left out.',
  })
  async html(
    @Root() { id }: MessageType,
    @Ctx() context: RequestContext,
  ): Promise<string | null | undefined> {
    return (await context.loaders.get(this.contents).load(id))?.html;
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'The same for readers of plain text; null until it is written.',
  })
  async text(
    @Root() { id }: MessageType,
    @Ctx() context: RequestContext,
  ): Promise<string | null | undefined> {
    return (await context.loaders.get(this.contents).load(id))?.text;
  }

  @ForStaff('MESSAGES_READ')
  @Query(() => [MessageTemplateType], { description: 'Every kind of message.' })
  messageTemplates(): MessageTemplateType[] {
    return templateNames.map((name) => {
      const { title, description } = wordingOf(name);
      const samples = samplesOf(name).map((sample) => ({ name: sample.name, title: sample.title }));
      return Object.assign(new MessageTemplateType(), { name, title, description, samples });
    });
  }

  @ForStaff('MESSAGES_READ')
  @Query(() => MessagePreviewType, {
    nullable: true,
    description: 'A kind of message with made-up values; null when there is no such sample.',
  })
  async messagePreview(
    @Arg('template', () => templateNameType, { description: 'The kind.' }) template: TemplateName,
    @Arg('sample', () => String, {
      nullable: true,
      description: 'Name of one of its samples; the first when left out.',
    })
    sample?: string,
  ): Promise<MessagePreviewType | undefined> {
    const samples = samplesOf(template);
    const chosen = sample ? samples.find(({ name }) => name === sample) : samples[0];
    if (!chosen) return undefined;
    const mail = await this.writer.preview(template, chosen.view);
    return Object.assign(new MessagePreviewType(), mail);
  }

  @ForStaff('MESSAGES_READ')
  @Query(() => MailDeliveryType, {
    description: 'How mail leaves the shop, and what waits for it.',
  })
  async mailDelivery(): Promise<MailDeliveryType> {
    const backlog = await this.messagesRead.backlog();
    return Object.assign(new MailDeliveryType(), this.delivery, backlog);
  }

  @ForStaff('MESSAGES_WRITE')
  @Mutation(() => MessageResendPayload, {
    description:
      'Sends a message again in the words that it had. One that waits or was given up is tried at once; one that has arrived arrives again.',
  })
  messageResend(
    @Arg('input', () => MessageResendInput, { description: 'Which one.' })
    input: MessageResendInput,
  ): Promise<MessageResendPayload> {
    return answer(
      MessageResendPayload,
      resendMessageInput,
      input,
      ({ messageId }) => this.resend.run(messageId),
      async (payload, id) => {
        payload.message = await this.message(id);
      },
    );
  }
}
