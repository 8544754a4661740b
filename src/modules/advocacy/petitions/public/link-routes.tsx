import type { ReactNode } from 'react'
import { type Visit, html, redirect, route } from '#platform/http'
import { type Language, isLanguage, label } from '#platform/i18n'
import { unsubscribe } from '#platform/mail'
import { Problem } from '#platform/problem'
import { Button, FormActions, Notice } from '#web/components'
import { PlainShell, renderPage } from '#web/shell'
import { siteAssets } from '#web/workspace'
import { sql } from 'kysely'
import { isId } from '#platform/db'
import {
  type LinkPlace,
  confirmSignature,
  isToken,
  placeOfLink,
  withdrawSignature,
} from '../actions/answer-link.ts'
import { type PetitionPhrase, petitionWords } from '../messages.ts'
import { textIn } from './petition-data.ts'

/** A page with one thing to do. */
export function plainPage(
  visit: Visit,
  language: Language,
  page: {
    readonly title: string
    readonly status?: number
    readonly org?: { readonly name: string; readonly href: string }
    readonly children: ReactNode
  },
): Response {
  return html(
    renderPage(
      <PlainShell
        lang={language}
        title={page.title}
        assets={siteAssets(visit.house)}
        labels={{ languages: petitionWords(language)('languages') }}
        {...(page.org && { org: page.org })}
      >
        {page.children}
      </PlainShell>,
    ),
    page.status ?? 200,
  )
}

const asked = (visit: Visit): { readonly language: Language; readonly token: string } => {
  const language = visit.params['language']
  const token = visit.params['token'] ?? ''
  if (!isLanguage(language) || !isToken(token)) throw new Problem('not_found')
  return { language, token }
}

const orgOf = (place: LinkPlace | null, language: Language) =>
  place && {
    org: { name: label(place.orgName, language) || place.orgSlug, href: `/site/${place.orgSlug}` },
  }

interface LinkWords {
  readonly title: PetitionPhrase
  readonly lede: PetitionPhrase
  readonly button: PetitionPhrase
  readonly done: PetitionPhrase
  readonly doneMore: PetitionPhrase
}

/**
 * The two pages of a link in a mail. GET shows a button and changes nothing, however often it is fetched; POST does it,
 * and says the same when it had been done before.
 */
function linkRoutes(
  path: string,
  act: (publicDb: Visit['house']['publicDb'], token: string) => Promise<boolean>,
  said: LinkWords,
) {
  const full = `/${path}/:language/:token`
  const show = route({
    method: 'get',
    path: full,
    may: 'guest',
    handle: async (visit) => {
      const { language, token } = asked(visit)
      const w = petitionWords(language)
      const place = await placeOfLink(visit.house.publicDb, token)
      const heading = textIn(place?.heading ?? undefined, language)
      return plainPage(visit, language, {
        title: w(said.title),
        ...orgOf(place, language),
        children: (
          <>
            {heading ? (
              <p>
                <bdi lang={heading.language}>{heading.text}</bdi>
              </p>
            ) : null}
            <p>{w(said.lede)}</p>
            <form method="post" action={`/${path}/${language}/${token}`}>
              <FormActions>
                <Button kind="primary">{w(said.button)}</Button>
              </FormActions>
            </form>
          </>
        ),
      })
    },
  })
  const done = route({
    method: 'post',
    path: full,
    may: 'guest',
    bodyLimit: 2_000,
    handle: async (visit) => {
      const { language, token } = asked(visit)
      const w = petitionWords(language)
      const { publicDb } = visit.house
      if (!(await act(publicDb, token)))
        return plainPage(visit, language, {
          title: w('link_gone'),
          status: 404,
          children: <p>{w('link_gone_more')}</p>,
        })
      const place = await placeOfLink(publicDb, token)
      return plainPage(visit, language, {
        title: w(said.done),
        ...orgOf(place, language),
        children: (
          <>
            <Notice kind="success">{w(said.doneMore)}</Notice>
            {place?.petitionSlug ? (
              <p>
                <a href={`/site/${place.orgSlug}/${language}/petitions/${place.petitionSlug}`}>
                  {w('back_to_petition')}
                </a>
              </p>
            ) : null}
          </>
        ),
      })
    },
  })
  return [show, done]
}

/** Where the mail about news leads: to the page itself, without telling who came by it. */
const newsRoute = route({
  method: 'get',
  path: '/news/:language/:publication',
  may: 'guest',
  handle: async (visit) => {
    const { language, publication = '' } = visit.params
    if (!isLanguage(language) || !isId(publication)) throw new Problem('not_found')
    const { rows } = await sql<{ org: string; slug: string }>`
      select o.slug as org, p.slug from publication p join org o on o.id = p.org_id
       where p.id = ${publication}::uuid and p.kind = 'petition'`.execute(visit.house.publicDb)
    const row = rows[0]
    if (!row) throw new Problem('not_found')
    return redirect(`/site/${row.org}/${language}/petitions/${row.slug}`)
  },
})

const leavePage = route({
  method: 'get',
  path: '/mail/unsubscribe/:token',
  may: 'guest',
  handle: async (visit) => {
    const { language } = visit
    const w = petitionWords(language)
    const token = visit.params['token'] ?? ''
    return plainPage(visit, language, {
      title: w('leave_title'),
      children: (
        <>
          <p>{w('leave_lede')}</p>
          <form method="post" action={`/mail/unsubscribe/${encodeURIComponent(token)}`}>
            <FormActions>
              <Button kind="primary">{w('leave_button')}</Button>
            </FormActions>
          </form>
        </>
      ),
    })
  },
})

/** One click in the reader's mail program, or the button of the page above (RFC 8058). The same answer for any token. */
const leaveRoute = route({
  method: 'post',
  path: '/mail/unsubscribe/:token',
  may: 'guest',
  bodyLimit: 10_000,
  handle: async (visit) => {
    const { language } = visit
    const w = petitionWords(language)
    await unsubscribe(visit.house.db, visit.house.secrets, visit.params['token'] ?? '')
    return plainPage(visit, language, {
      title: w('leave_done'),
      children: <Notice kind="success">{w('leave_done_more')}</Notice>,
    })
  },
})

export const linkPageRoutes = [
  ...linkRoutes('confirm', confirmSignature, {
    title: 'confirm_title',
    lede: 'confirm_lede',
    button: 'confirm_button',
    done: 'confirmed_title',
    doneMore: 'confirmed_more',
  }),
  ...linkRoutes('takeback', withdrawSignature, {
    title: 'takeback_title',
    lede: 'takeback_lede',
    button: 'takeback_button',
    done: 'taken_back_title',
    doneMore: 'taken_back',
  }),
  newsRoute,
  leavePage,
  leaveRoute,
]
