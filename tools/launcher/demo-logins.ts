/** The logins of the demo shop. They exist only in the embedded default, or where DEMO=1 asks for them. */
export const demoLogins = {
  staff: { email: 'ada@halftone.example', password: 'halftone-staff' },
  customer: { email: 'grace@halftone.example', password: 'halftone-shopper' },
} as const;

/** The same logins as the API's seed command reads them. */
export const demoLoginEnvironment = {
  DEMO_STAFF_EMAIL: demoLogins.staff.email,
  DEMO_STAFF_PASSWORD: demoLogins.staff.password,
  DEMO_CUSTOMER_EMAIL: demoLogins.customer.email,
  DEMO_CUSTOMER_PASSWORD: demoLogins.customer.password,
} as const;
