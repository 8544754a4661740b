import { longDate, renderPdf } from '#platform/documents'
import { download, route } from '#platform/http'
import { Problem } from '#platform/problem'
import { readRecord } from '#platform/records'
import { sentBundles } from '../queries/bundles.ts'
import { organisationName } from '../queries/organisation-name.ts'
import { paperWord } from '../referral-words.ts'

/** The letter that asks a partner to delete a bundle. It names the bundle and nobody. */
export const deletionLetterRoute = route({
  method: 'get',
  path: '/workspace/bundles/:id/letter',
  may: 'read',
  handle: async (visit) => {
    const { language } = visit
    const w = paperWord(language)
    const { bundle, sender, fictitious } = await visit.within(async (tx) => {
      const [found] = await sentBundles(tx, { id: visit.params['id'] ?? '' })
      if (!found) throw new Problem('not_found')
      return {
        bundle: found,
        sender: await organisationName(tx, language),
        fictitious: (await readRecord(tx, found.caseId)).fictitious,
      }
    })
    const made = longDate(bundle.madeAt.toISOString().slice(0, 10), language)
    const { bytes, mediaType } = await renderPdf({
      form: 'letter',
      title: w('letter_subject'),
      language,
      date: new Date().toISOString().slice(0, 10),
      ...(bundle.reference && { reference: bundle.reference }),
      ...(fictitious && { stamp: 'FICTITIOUS' }),
      sender: { name: sender },
      recipient: [bundle.partner],
      body: [
        {
          kind: 'paragraph',
          text: w('letter_body', { made, number: bundle.id, reference: bundle.reference }),
        },
        { kind: 'paragraph', text: w('letter_ask') },
        { kind: 'paragraph', text: w('letter_hash', { sha256: bundle.sha256 }) },
        {
          kind: 'signature',
          signatories: [{ name: visit.session?.actor.name ?? sender, organisation: sender }],
        },
      ],
    })
    return download(new Uint8Array(bytes), `${bundle.reference || 'bundle'}-deletion.pdf`, mediaType)
  },
})
