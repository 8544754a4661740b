export {
  type FileFacts,
  type FileStore,
  type FilesTx,
  type OpenFile,
  type SealedKeys,
  type TextReading,
  openFileStore,
} from './file-store.ts'
export {
  type KeyState,
  instanceKeyState,
  loadInstanceKey,
  lockInstanceKey,
  unlockInstanceKey,
} from './instance-key.ts'
export { askOnTerminal, filedPassphrase, keyPassphrase } from './key-passphrase.ts'
export { sealedSize } from './sealed-size.ts'
export { sniffMediaType } from './media-type.ts'
export type { Swept } from './sweep-orphans.ts'
