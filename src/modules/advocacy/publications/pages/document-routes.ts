import { formatMoment } from '#platform/dates'
import { renderDocx, renderPdf } from '#platform/documents'
import { download, route } from '#platform/http'
import { isLanguage, label, languages } from '#platform/i18n'
import { writeLedger } from '#platform/ledger'
import { Problem } from '#platform/problem'
import { findWithheldHere } from '../../withheld/index.ts'
import { paperOf } from '../document.ts'
import { embargoOf } from '../embargo.ts'
import { labelsOf } from '../messages.ts'
import { type PublicTextData, projectText, textChoices } from '../projection.ts'
import { readOrganisationName } from '../queries/organisation-name.ts'
import { readStandings } from '../queries/stages.ts'
import { textOfVisit } from './text-page.tsx'

/** A text on paper in one language. Marked as a draft until a second person has approved it; on the ledger. */
export const documentRoute = route({
  method: 'get',
  path: '/workspace/publications/:id/document',
  may: 'read',
  async handle(visit) {
    const asked = visit.url.searchParams.get('in') ?? ''
    const language = isLanguage(asked) ? asked : visit.language
    const format = visit.url.searchParams.get('format') === 'docx' ? 'docx' : 'pdf'
    const paper = await visit.within(async (tx) => {
      const record = await textOfVisit(visit, tx)
      // What names somebody of whom silence is asked leaves on no paper either.
      if ((await findWithheldHere(tx, record.id)).some(({ why }) => why === 'silence'))
        throw new Problem('conflict', { explanation: labelsOf('refused_silence') })
      const { data, slug } = await projectText(tx, record, new Set(textChoices))
      const standing = (await readStandings(tx, [record.id]))(record.id)
      const embargo = record.values['embargo']
      await writeLedger(tx, 'export.run', record.id, { text: true, format, language })
      return {
        slug,
        document: paperOf(data as unknown as PublicTextData, {
          language,
          others: languages,
          organisation: label(await readOrganisationName(tx), language),
          day: record.createdAt.toISOString().slice(0, 10),
          ...((embargoOf(record)?.getTime() ?? 0) > Date.now() && {
            embargo: formatMoment(String(embargo), language),
          }),
          draft: standing.slug === null,
        }),
      }
    })
    const { bytes, mediaType, extension } = await (format === 'docx' ? renderDocx : renderPdf)(paper.document)
    const name = paper.slug.replace(/[^\p{L}\p{N}]+/gu, '-').slice(0, 60) || 'publication'
    return download(new Uint8Array(bytes), `${name}-${language}.${extension}`, mediaType)
  },
})
