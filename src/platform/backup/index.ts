export { decryptFile, readIdentities } from './age-file.ts'
export { type Drill, drillRecovery } from './drill.ts'
export { backUpDaily, dailyFolder, migrateWithBackup, newBackupName, newestBackup } from './kept-backups.ts'
export type { BackupHead, BackupManifest } from './layout.ts'
export { checkBackup } from './read-backup.ts'
export { checkRecipients, makeRecipient, readRecipient } from './recipients.ts'
export { isHalfRestored, type Restored, type RestoreOptions, restoreBackup } from './restore-backup.ts'
export {
  keepTombstones,
  readTombstones,
  replayTombstones,
  type Tombstone,
  tombstonesPath,
} from './tombstones.ts'
export { type BackupSource, type WrittenBackup, writeBackup } from './write-backup.ts'
