/** Whose account a session belongs to. Each kind is good on its own contract only. */
export type AccountKind = 'customer' | 'staff';
