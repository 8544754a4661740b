import { attachFile } from '#platform/evidence'
import { redirect, route } from '#platform/http'
import { Problem } from '#platform/problem'
import { type ValueClass, valueClasses } from '#platform/records'

/** Bytes of one posting, all files together. */
const mostBytes = 500_000_000

/** Attaches the files posted to a record: all of them or, when one fails, none. */
export const attachRoute = route({
  method: 'post',
  path: '/workspace/record/:id/files',
  may: 'write',
  bodyLimit: mostBytes,
  hiddenUploads: true,
  handle: async (visit) => {
    const { form, house } = visit
    const recordId = visit.params['id'] ?? ''
    const uploads = form.files.filter((file) => file.field === 'files')
    if (uploads.length === 0) throw noFile()
    await visit.within(async (tx) => {
      for (const { content, name } of uploads)
        await attachFile(tx, house.files, {
          recordId,
          content,
          name,
          caption: form.get('caption'),
          class: classOf(form.get('class')),
        })
    })
    return redirect(`/workspace/record/${recordId}#evidence`)
  },
})

function classOf(text: string): ValueClass {
  const known = valueClasses.find((cls) => cls === (text || 'open'))
  if (!known) throw new Problem('malformed')
  return known
}

const noFile = (): Problem =>
  new Problem('invalid', {
    fields: [
      {
        field: 'files',
        message: {
          en: 'No file was chosen. Choose one or more files and send them again.',
          es: 'No se eligió ningún archivo. Elija uno o más archivos y envíelos de nuevo.',
          ca: "No s'ha triat cap fitxer. Trieu-ne un o més i torneu-los a enviar.",
        },
      },
    ],
  })
