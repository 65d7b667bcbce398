import { MapperKind, mapSchema } from '@graphql-tools/utils';
import { defaultFieldResolver, type GraphQLFieldConfig, type GraphQLSchema } from 'graphql';
import { Extensions } from 'type-graphql';

import { hasPermission, type Permission } from '../security/viewer';
import { AppError } from './app-error';
import type { RequestContext } from './request-context';

/** Who may reach a field. Every root field carries exactly one; other fields inherit their parent's. */
export type Access =
  | { readonly kind: 'public' }
  | { readonly kind: 'customer' }
  | { readonly kind: 'staff'; readonly permission?: Permission }
  | { readonly kind: 'staff-sign-in' };

type FieldDecorator = MethodDecorator & PropertyDecorator;

function annotate(access: Access): FieldDecorator {
  return Extensions({ access });
}

/** Open to everyone; the resolver decides what the caller may see of it. */
export const Public = (): FieldDecorator => annotate({ kind: 'public' });

/**
 * Needs a signed-in customer.
 *
 * @public one of the annotations that modules choose from, whether one does at present or not
 */
export const ForCustomer = (): FieldDecorator => annotate({ kind: 'customer' });

/** Needs staff, with the permission where one is given. Absent from the public contract. */
export const ForStaff = (permission?: Permission): FieldDecorator =>
  annotate({ kind: 'staff', permission });

/** Staff signing in: absent from the public contract, yet reachable without a session on the full one. */
export const StaffSignIn = (): FieldDecorator => annotate({ kind: 'staff-sign-in' });

/** The access annotation of a field, argument or input field, if it has one. */
export function accessOf(element: {
  readonly extensions?: Readonly<Record<string, unknown>> | null;
}): Access | undefined {
  return element.extensions?.['access'] as Access | undefined;
}

/** Whether the annotation keeps the element out of the public contract. */
export function isStaffOnly(access: Access | undefined): boolean {
  return access?.kind === 'staff' || access?.kind === 'staff-sign-in';
}

/** Throws unless the caller may use a field with this annotation. */
export function assertAccess(access: Access, context: RequestContext): void {
  const { viewer } = context;
  if (access.kind === 'public' || access.kind === 'staff-sign-in') return;
  if (access.kind === 'customer') {
    if (viewer.kind !== 'customer') throw new AppError('UNAUTHENTICATED', 'Please sign in first.');
    return;
  }
  if (viewer.kind !== 'staff' && viewer.kind !== 'api-key') {
    throw new AppError('UNAUTHENTICATED', 'Please sign in as staff first.');
  }
  if (viewer.kind === 'api-key' && !access.permission) {
    throw new AppError('FORBIDDEN', 'This is for people, not for API keys.');
  }
  if (access.permission && !hasPermission(viewer, access.permission)) {
    throw new AppError('FORBIDDEN', `This needs the permission ${access.permission}.`);
  }
}

type GuardedField = GraphQLFieldConfig<unknown, RequestContext>;

function guarded(field: GuardedField, access: Access): GuardedField {
  const { subscribe, resolve = defaultFieldResolver } = field;
  return {
    ...field,
    ...(subscribe && {
      subscribe: (source, args, context, info) => {
        assertAccess(access, context);
        return subscribe(source, args, context, info);
      },
    }),
    // Of a subscription this is asked for every event: what its viewer may do can change while it runs.
    resolve: (source, args, context, info) => {
      assertAccess(access, context);
      return resolve(source, args, context, info);
    },
  };
}

/**
 * Puts each annotation's check in front of its field. Denies by default: a root field that carries no
 * annotation stops the start.
 */
export function enforceAccess(schema: GraphQLSchema): GraphQLSchema {
  const guard = (field: GuardedField, name: string, root: boolean) => {
    const access = accessOf(field);
    if (!access && root) {
      throw new Error(
        `The root field ${name} has no access annotation; add @Public(), @ForCustomer() or @ForStaff().`,
      );
    }
    return access && access.kind !== 'public' ? guarded(field, access) : field;
  };
  return mapSchema(schema, {
    [MapperKind.ROOT_FIELD]: (field: GuardedField, name: string) => guard(field, name, true),
    [MapperKind.COMPOSITE_FIELD]: (field: GuardedField, name: string) => guard(field, name, false),
  });
}
