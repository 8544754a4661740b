import { sql } from 'kysely'
import { formatMoment } from '#platform/dates'
import { type Visit, html, redirect, route } from '#platform/http'
import { type Language, isLanguage, label } from '#platform/i18n'
import type { Labels } from '#platform/i18n'
import { Problem } from '#platform/problem'
import { Button, Notice, Prose, Stamp } from '#web/components'
import { PlainShell, renderPage } from '#web/shell'
import { sitePath, textIn } from '#web/site'
import { siteAssets } from '#web/workspace'
import type { PublicTextData } from '../../publications/projection.ts'
import { TextMatter } from '../../publications/text-matter.tsx'
import { tokenHash } from '../actions/send-text.ts'
import { pressWords } from '../messages.ts'

const shape = /^[\w-]{43}$/

/** What a link leads to, as the public login may know it before anybody presses the button. */
interface Terms {
  readonly org: string
  readonly name: Partial<Labels>
  /** In which the text was written. */
  readonly languages: readonly string[]
  readonly language: string
  readonly slug: string
  readonly embargo: string | null
  readonly is_out: boolean
}

/** The terms of a link; throws `not_found` alike for one that never was, has ended or run out, or whose text was withdrawn. */
async function termsOf(visit: Visit): Promise<{ readonly terms: Terms; readonly hash: Buffer }> {
  const token = visit.params['token'] ?? ''
  if (!shape.test(token)) throw new Problem('not_found')
  const hash = tokenHash(token)
  const { rows } = await sql<Terms>`select * from press_terms(${hash})`.execute(visit.house.publicDb)
  const terms = rows[0]
  if (!terms) throw new Problem('not_found')
  return { terms, hash }
}

/** It is theirs alone: no cache keeps it, no search engine is told. */
const alone = (response: Response): Response => {
  response.headers.set('cache-control', 'no-store')
  response.headers.set('x-robots-tag', 'noindex, nofollow')
  return response
}

const languageName = (code: Language, language: Language): string =>
  new Intl.DisplayNames(language, { type: 'language' }).of(code) ?? code

/**
 * A journalist's own link. GET tells the terms and nothing of the text, so that the scanners of mail servers, which follow
 * every link, neither read it nor count as somebody who did. Once the text is out it leads to its public page.
 */
const termsRoute = route({
  method: 'get',
  path: '/press/:token',
  may: 'guest',
  handle: async (visit) => {
    const { terms } = await termsOf(visit)
    const language = isLanguage(terms.language) ? terms.language : visit.language
    if (terms.is_out)
      return alone(redirect(sitePath({ slug: terms.org }, language, `/publications/${terms.slug}`)))
    const w = pressWords(language)
    return alone(
      html(
        renderPage(
          <PlainShell
            lang={language}
            title={w('for_press')}
            assets={siteAssets(visit.house)}
            labels={{ languages: w('languages') }}
          >
            <p>
              <bdi>{label(terms.name, language)}</bdi>
            </p>
            {terms.embargo ? (
              <Notice title={w('embargo', { when: formatMoment(terms.embargo, language) })}>
                {w('embargo_terms')}
              </Notice>
            ) : (
              <Notice>{w('not_yet')}</Notice>
            )}
            <form method="post" className="form">
              <p>{w('embargo_agree')}</p>
              <div className="row">
                {[...terms.languages].filter(isLanguage).map((code) => (
                  <Button
                    key={code}
                    kind={code === language ? 'primary' : 'secondary'}
                    name="in"
                    value={code}
                  >
                    {w('read_in', { language: languageName(code, language) })}
                  </Button>
                ))}
              </div>
            </form>
            <p className="quiet">{w('kept')}</p>
          </PlainShell>,
        ),
      ),
    )
  },
})

/** The text as it is approved, and a note that it was read. */
const readRoute = route({
  method: 'post',
  path: '/press/:token',
  may: 'guest',
  handle: async (visit) => {
    const { terms, hash } = await termsOf(visit)
    const asked = visit.form.get('in')
    const language =
      isLanguage(asked) && terms.languages.includes(asked)
        ? asked
        : isLanguage(terms.language)
          ? terms.language
          : 'en'
    const { rows } = await sql<{
      data: PublicTextData | null
    }>`select read_press_text(${hash}) as data`.execute(visit.house.publicDb)
    const data = rows[0]?.data
    if (!data) throw new Problem('not_found')
    const w = pressWords(language)
    const title = textIn(data.title, language)
    const standfirst = textIn(data.standfirst, language)
    return alone(
      html(
        renderPage(
          <PlainShell
            lang={language}
            title={title.text}
            assets={siteAssets(visit.house)}
            labels={{ languages: w('languages') }}
          >
            {data.fictitious ? <Stamp>{w('fictitious')}</Stamp> : null}
            {terms.is_out ? null : (
              <Notice
                kind="warning"
                title={
                  terms.embargo ? w('embargo', { when: formatMoment(terms.embargo, language) }) : w('not_yet')
                }
              />
            )}
            {standfirst.text ? (
              <Prose lang={standfirst.lang ?? language}>
                <p>
                  <strong>{standfirst.text}</strong>
                </p>
              </Prose>
            ) : null}
            <TextMatter data={data} language={language} />
          </PlainShell>,
        ),
      ),
    )
  },
})

export const pressLinkRoutes = [termsRoute, readRoute]
