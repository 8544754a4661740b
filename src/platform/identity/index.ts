export { type NewOrganisation, createOrganisation, findOperator, findOrganisation } from './organisations.ts'
export { type Session, beginSession, endSession, openSession, sessionHours } from './sessions.ts'
export { issueSignInLink } from './sign-in-links.ts'
