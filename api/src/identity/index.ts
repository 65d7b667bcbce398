export { createIdentityModule } from './identity.module';
export { RefreshTokenEntity, SessionEntity } from './persistence/session.entity';
export { StaffMemberEntity, StaffRoleEntity } from './persistence/staff.entity';
export { CartMergeType } from './graphql/session.type';
export type { OnCustomerSignIn } from './commands/customer-sign-in';
