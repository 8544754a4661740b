export {
  isSealed,
  isSealedMark,
  sealedMark,
  fromStored,
  storedForm,
  type SealedValue,
  type StoredSealed,
} from './sealed-value.ts'
export { type Openings, type SessionOpenings, idleMinutes, makeOpenings } from './openings.ts'
export {
  type Unlocked,
  type OwnKey,
  changeSealingPassphrase,
  makeOwnKey,
  readOwnKey,
  refuseOpening,
  sealingPassphraseFault,
  unlockOwnKey,
} from './own-key.ts'
export {
  type SealedStanding,
  openRecords,
  openedValues,
  shareKeys,
  standingOf,
  withMerged,
} from './open-records.ts'
export {
  type Entitled,
  type ToSeal,
  dropLostKeys,
  giveFileKey,
  readEntitled,
  sealValues,
  shredSealed,
  takeSealedKeys,
} from './seal-values.ts'
export {
  type Custodian,
  type KeyHolder,
  type Recovery,
  nameCustodians,
  ownShare,
  readKeyHolders,
  readPaper,
  readRecovery,
  renewRecoveryKey,
} from './recovery-key.ts'
export {
  type RecoveryRequest,
  askRecovery,
  finishRecovery,
  giveShare,
  readRequests,
} from './recovery-requests.ts'
export type { VaultGround, VaultTx } from './vault-tx.ts'
export { type OpenSealedFile, type RecoveryProof, proveRecovery } from './prove-recovery.ts'
