import { buffer } from 'node:stream/consumers'
import { fromBuffer } from 'yauzl'
import { ZipFile } from 'yazl'

/**
 * The archive written anew with nothing in it that depends on when or where it was made: entries by name, one date,
 * no time of the clock in the properties, names of parts that are counted and not drawn.
 * @param day the document's date, as `YYYY-MM-DD`
 */
export async function fixedZip(archive: Buffer, day: string): Promise<Uint8Array<ArrayBuffer>> {
  const entries = await readEntries(archive)
  const zip = new ZipFile()
  for (const [name, bytes] of [...entries].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const fixed =
      name === 'docProps/core.xml'
        ? Buffer.from(
            bytes.toString().replaceAll(/(<dcterms:(created|modified)[^>]*>)[^<]*/g, `$1${day}T00:00:00Z`),
          )
        : bytes
    // The first day that the format knows, read by the clock on the wall as it writes it.
    zip.addBuffer(fixed, name, { mtime: new Date(1980, 0, 1), mode: 0o100644, forceDosTimestamp: true })
  }
  zip.end()
  const whole = await buffer(zip.outputStream)
  return new Uint8Array(whole)
}

const readEntries = (archive: Buffer): Promise<Map<string, Buffer>> =>
  new Promise((resolve, reject) => {
    fromBuffer(archive, { lazyEntries: true }, (error, zip) => {
      if (error) return reject(error)
      const entries = new Map<string, Buffer>()
      zip.on('error', reject)
      zip.on('end', () => resolve(entries))
      zip.on('entry', (entry: { readonly fileName: string }) => {
        if (entry.fileName.endsWith('/')) return zip.readEntry()
        zip.openReadStream(entry as Parameters<typeof zip.openReadStream>[0], (failed, stream) => {
          if (failed) return reject(failed)
          buffer(stream).then((bytes) => {
            entries.set(entry.fileName, bytes)
            zip.readEntry()
          }, reject)
        })
      })
      zip.readEntry()
    })
  })
