export {
  type FileFacts,
  type FileStore,
  type FilesTx,
  type OpenFile,
  type TextReading,
  openFileStore,
} from './file-store.ts'
export { sniffMediaType } from './media-type.ts'
export type { Swept } from './sweep-orphans.ts'
