export { countOrphaned, handOver } from './hand-over.ts'
export {
  type OwnCredentials,
  type OwnSession,
  endSessions,
  readOwnCredentials,
  setOwnPassphrase,
} from './credentials.ts'
export { type CommandFor, commandActor } from './command-actor.ts'
export { type NewOrganisation, createOrganisation, findOperator, findOrganisation } from './organisations.ts'
export {
  type PassphraseFault,
  hashPassphrase,
  passphraseFault,
  passphraseKey,
  shortestPassphrase,
  verifyPassphrase,
  work as argonWork,
} from './passphrases.ts'
export {
  addPasskey,
  checkPasskey,
  passkeyCreation,
  passkeyRequest,
  provePasskey,
  removePasskey,
} from './passkeys.ts'
export {
  type Invitation,
  type Person,
  type PersonGiven,
  acceptInvitation,
  changePerson,
  chooseLogin,
  invitationDays,
  invitePerson,
  listPeople,
  readInvitation,
  readPerson,
  renewInvitation,
} from './people.ts'
export {
  type Enrolment,
  beginAuthenticator,
  confirmAuthenticator,
  removeAuthenticator,
  renewRecoveryCodes,
} from './second-factor.ts'
export { type Secrets, openSealed, openSecrets, sealFor } from './secrets.ts'
export {
  type Session,
  beginProvenSession,
  beginSession,
  endSession,
  endedSession,
  openSession,
  renewSession,
  sessionHours,
} from './sessions.ts'
export {
  type Claim,
  type SignedIn,
  mostFailures,
  onlyOrganisation,
  proveAgain,
  readPending,
  refusePasskey,
  signIn,
  signInSecond,
} from './sign-in.ts'
export { issueSignInLink } from './sign-in-links.ts'
