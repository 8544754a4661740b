import { sql } from 'kysely'
import { type Visit, redirect, route } from '#platform/http'
import { type Labels, type Language, isLanguage, label } from '#platform/i18n'
import { Problem } from '#platform/problem'
import { Languages } from '#web/shell'
import { Notice } from '#web/components'
import { isToken } from '../actions/answer-link.ts'
import { hashOf } from '../actions/offer-signature.ts'
import { formToken } from '../form-token.ts'
import { petitionWords } from '../messages.ts'
import { type PetitionLive, readLive } from '../queries/read-live.ts'
import type { SignerFault, SignerGiven } from '../signer.ts'
import { plainPage } from './link-routes.tsx'
import type { PetitionData } from './petition-data.ts'
import { PetitionMatter } from './petition-matter.tsx'
import { type FormTrouble, SignForm, emptySigner, titleIn } from './sign-form.tsx'
import { takeForm } from './sign-steps.ts'

const languageNames: Readonly<Record<Language, string>> = { en: 'English', es: 'Español', ca: 'Català' }

interface Letter {
  readonly token: string
  readonly language: Language
  readonly publicationId: string
  readonly orgId: string
  readonly org: { readonly name: string; readonly href: string }
  readonly data: PetitionData
  readonly live: PetitionLive
}

/** The letter behind a closed link; `not_found` for any other, the same as for what never was. */
async function openLetter(visit: Visit): Promise<Letter> {
  const language = visit.params['language']
  const token = visit.params['token'] ?? ''
  if (!isLanguage(language) || !isToken(token)) throw new Problem('not_found')
  const { publicDb } = visit.house
  const { rows } = await sql<{
    id: string
    org_id: string
    org_slug: string
    org_name: Partial<Labels>
    data: PetitionData
  }>`select id, org_id, org_slug, org_name, data from open_letter(${hashOf(token)})`.execute(publicDb)
  const row = rows[0]
  const live = row && (await readLive(publicDb, row.id))
  if (!row || !live) throw new Problem('not_found')
  return {
    token,
    language,
    publicationId: row.id,
    orgId: row.org_id,
    org: { name: label(row.org_name, language) || row.org_slug, href: `/letter/${language}/${token}` },
    data: row.data,
    live,
  }
}

interface Shown {
  readonly status?: number
  readonly given?: SignerGiven
  readonly faults?: readonly SignerFault[]
  readonly trouble?: FormTrouble | null
}

function letterPage(visit: Visit, letter: Letter, shown: Shown = {}): Response {
  const { language, token, data, live } = letter
  const w = petitionWords(language)
  const form =
    live.stage === 'open' ? (
      <>
        <h2>{w('sign')}</h2>
        <SignForm
          action={`/letter/${language}/${token}`}
          token={formToken(visit.house.secrets, letter.publicationId)}
          {...{ data, language }}
          letter
          given={shown.given ?? emptySigner(true)}
          faults={shown.faults ?? []}
          trouble={shown.trouble ?? null}
          way="link"
        />
      </>
    ) : (
      <Notice>{w(live.stage === 'before' ? 'not_yet' : 'closed_now')}</Notice>
    )
  const written = Object.keys(data.text ?? {}).filter(isLanguage)
  return plainPage(visit, language, {
    title: titleIn(data, language),
    status: shown.status ?? 200,
    org: letter.org,
    children: (
      <>
        <Languages
          label={w('languages')}
          languages={written.map((code) => ({
            code,
            label: languageNames[code],
            href: `/letter/${code}/${token}`,
            current: code === language,
          }))}
        />
        {data.fictitious ? <Notice>{w('fictitious_notice')}</Notice> : null}
        <p className="lede">{w('letter_lede')}</p>
        {/* What is wrong with a form stands where the reader looks first. */}
        {shown.given ? form : null}
        <PetitionMatter {...{ data, live, language }} signAt={null} namesAt={null} invited />
        {shown.given ? null : form}
      </>
    ),
  })
}

export const letterRoutes = [
  route({
    method: 'get',
    path: '/letter/:language/:token',
    may: 'guest',
    handle: async (visit) => letterPage(visit, await openLetter(visit)),
  }),
  route({
    method: 'post',
    path: '/letter/:language/:token',
    may: 'guest',
    bodyLimit: 20_000,
    handle: async (visit) => {
      const letter = await openLetter(visit)
      if (letter.live.stage !== 'open') return letterPage(visit, letter)
      const signed = await takeForm(visit, visit.form, {
        orgId: letter.orgId,
        publicationId: letter.publicationId,
        data: letter.data,
        letter: letter.token,
      })
      if (signed.how === 'gone') throw new Problem('not_found')
      if (signed.how === 'again') return letterPage(visit, letter, signed)
      if (signed.how === 'closed')
        return letterPage(visit, { ...letter, live: { ...letter.live, stage: 'closed' } })
      return redirect(`/letter/${letter.language}/${letter.token}/sent`)
    },
  }),
  route({
    method: 'get',
    path: '/letter/:language/:token/sent',
    may: 'guest',
    handle: async (visit) => {
      const { language, token, org } = await openLetter(visit)
      const w = petitionWords(language)
      return plainPage(visit, language, {
        title: w('sent_title'),
        org,
        children: (
          <>
            <Notice kind="success">{w('sent')}</Notice>
            <p>{w('sent_more')}</p>
            <p>
              <a href={`/letter/${language}/${token}`}>{w('back_to_letter')}</a>
            </p>
          </>
        ),
      })
    },
  }),
]
