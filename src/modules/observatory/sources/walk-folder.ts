import { readdir } from 'node:fs/promises'
import { join, relative, sep } from 'node:path'

/** A file found below a folder. */
export interface FoundFile {
  readonly path: string
  /** The folders between the one that was given and the file, nearest last; the given one's own name first. */
  readonly folders: readonly string[]
  /** Its path below the given folder, for people. */
  readonly shown: string
}

/** Every file below a folder, by name, without hidden ones and without following links. */
export async function walkFolder(folder: string): Promise<readonly FoundFile[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => {
      const path = join(entry.parentPath, entry.name)
      const shown = relative(folder, path)
      const own = folder.split(sep).filter(Boolean).at(-1) ?? ''
      return { path, shown, folders: [own, ...shown.split(sep).slice(0, -1)] }
    })
    .filter(({ shown }) => !shown.split(sep).some((part) => part.startsWith('.')))
    .toSorted((a, b) => (a.shown < b.shown ? -1 : 1))
}
