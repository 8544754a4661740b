export {
  type FileFacts,
  type FileStore,
  type FilesTx,
  type OpenFile,
  type TextReading,
  openFileStore,
} from './file-store.ts'
export { loadInstanceKey } from './instance-key.ts'
export { sniffMediaType } from './media-type.ts'
export type { Swept } from './sweep-orphans.ts'
