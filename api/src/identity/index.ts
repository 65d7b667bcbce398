export { createIdentityModule } from './identity.module';
export { RefreshTokenEntity, SessionEntity } from './persistence/session.entity';
export { StaffMemberEntity, StaffRoleEntity } from './persistence/staff.entity';
