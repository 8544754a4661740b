import { Readable } from 'node:stream'
import { openAttachment, previewPicture, strippedCopy } from '#platform/evidence'
import { download, inertPolicy, route } from '#platform/http'
import { Problem } from '#platform/problem'

/**
 * What somebody sent us must do nothing in the browser: no script, no request, no form, no origin of ours,
 * and no guessing of another type.
 */
function inert(response: Response): Response {
  response.headers.set('content-security-policy', inertPolicy)
  response.headers.set('x-content-type-options', 'nosniff')
  response.headers.set('cache-control', 'no-store')
  return response
}

/** Types that a browser would run when opened from a folder of its own: told as bytes. */
const active = /html|svg|xml|javascript/

/** The original, or with `?copy=stripped` a copy without hidden data; always to be saved, never shown. */
export const downloadRoute = route({
  method: 'get',
  path: '/workspace/file/:attachment/download',
  may: 'read',
  handle: async (visit) => {
    const id = visit.params['attachment'] ?? ''
    const stripped = visit.url.searchParams.get('copy') === 'stripped'
    // The entry in the ledger is committed before the first byte leaves.
    const open = await visit.within((tx) =>
      openAttachment(tx, visit.house.files, id, stripped ? 'copy' : 'original'),
    )
    if (stripped) {
      const copy = await strippedCopy(open)
      if (!copy) throw noCopy()
      return inert(download(new Blob([copy.bytes]), open.name, copy.mediaType))
    }
    const type = active.test(open.mediaType) ? 'application/octet-stream' : open.mediaType
    const response = download(Readable.toWeb(open.stream) as ReadableStream<Uint8Array>, open.name, type)
    response.headers.set('content-length', String(open.size))
    return inert(response)
  },
})

/** An image, drawn anew by us and smaller: the only form in which a file's picture is shown in a page. */
export const pictureRoute = route({
  method: 'get',
  path: '/workspace/file/:attachment/picture',
  may: 'read',
  handle: async (visit) => {
    const id = visit.params['attachment'] ?? ''
    const open = await visit.within((tx) => openAttachment(tx, visit.house.files, id, 'picture'))
    const picture = await previewPicture(open)
    return inert(
      new Response(new Blob([picture]), {
        headers: { 'content-type': 'image/webp', 'content-disposition': 'inline; filename="preview.webp"' },
      }),
    )
  },
})

const noCopy = (): Problem =>
  new Problem('conflict', {
    explanation: {
      en: 'There is no copy without hidden data for this kind of file. Download the original, and clean it in the program it was made with.',
      es: 'Para este tipo de archivo no hay copia sin datos ocultos. Descargue el original y límpielo en el programa con que se hizo.',
      ca: "Per a aquest tipus de fitxer no hi ha còpia sense dades ocultes. Baixeu l'original i netegeu-lo amb el programa amb què es va fer.",
    },
  })
