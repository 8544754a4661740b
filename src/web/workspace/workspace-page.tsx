import type { ReactNode } from 'react'
import { can } from '#platform/access'
import type { House } from '#platform/house'
import { type Visit, html } from '#platform/http'
import { type Language, label, languages, translator } from '#platform/i18n'
import { type Problem, problemTable } from '#platform/problem'
import { Notice } from '#web/components'
import { type Audience, PlainShell, WorkspaceShell, renderPage } from '#web/shell'
import { menuOf } from './menu.ts'
import { messages } from './messages.ts'

const languageNames: Readonly<Record<Language, string>> = { en: 'English', es: 'Español', ca: 'Català' }

/** The files that a screen of the workspace asks for. */
export const workspaceAssets = (
  house: House,
  styles: readonly string[] = [],
  scripts: readonly string[] = [],
) => ({
  ...siteAssets(house, ['styles/workspace.css', ...styles]),
  ...(house.assets['islands/web.js'] && { islands: house.assets['islands/web.js'] }),
  scripts: scripts.flatMap((name) => house.assets[name] ?? []),
})

/** The files that every page asks for, the public site's among them; `styles`: what this one adds, by name. */
export const siteAssets = (house: Pick<House, 'assets'>, styles: readonly string[] = []) => ({
  css: ['styles/site.css', ...styles].flatMap((name) => house.assets[name] ?? []),
  print: house.assets['styles/print.css'],
})

/** What a screen of the workspace consists of, besides what every one has. */
export interface WorkspacePage {
  readonly title: string
  readonly status?: number
  readonly lede?: ReactNode
  readonly actions?: ReactNode
  readonly notices?: ReactNode
  readonly breadcrumbs?: readonly { readonly href: string; readonly label: string }[]
  readonly audience?: Audience
  readonly fictitious?: boolean
  readonly refreshSeconds?: number
  readonly search?: string
  /** Stylesheets of this screen alone, by name: `styles/visits.css`. */
  readonly styles?: readonly string[]
  /** Scripts of this screen alone, besides the workspace's: `islands/passkey.js`. */
  readonly scripts?: readonly string[]
  readonly children: ReactNode
}

const withCount = (text: string, count = 0): string => (count > 0 ? `${text} (${count})` : text)

/** A screen of the signed-in person, in their language, with the menu of all modules. */
export function workspacePage(visit: Visit, page: WorkspacePage): Response {
  const { house, session, language, url } = visit
  if (!session) throw new Error('a workspace page without a session')
  const t = translator(messages, language)
  const entries = menuOf(visit)
  // The entry whose address is the longest beginning of this one is where the person is.
  const here = entries
    .filter(({ href }) =>
      [url.pathname, page.breadcrumbs?.[0]?.href].some(
        (at) => at === href || (href !== '/workspace' && at?.startsWith(`${href}/`)),
      ),
    )
    .sort((a, b) => b.href.length - a.href.length)[0]
  return html(
    renderPage(
      <WorkspaceShell
        lang={language}
        title={page.title}
        assets={workspaceAssets(house, page.styles, page.scripts)}
        languages={languages.map((code) => ({
          code,
          label: languageNames[code],
          href: `/workspace/language/${code}?back=${encodeURIComponent(url.pathname + url.search)}`,
          current: code === language,
        }))}
        org={{ name: session.actor.orgSlug, href: '/workspace' }}
        person={{ name: session.actor.name, href: '/workspace/me' }}
        navigation={entries.map((entry) => ({
          href: entry.href,
          label: withCount(label(entry.label, language), visit.counts.get(entry.href)),
          current: entry === here,
          group: entry.group && label(entry.group, language),
          accessKey: entry.key,
        }))}
        labels={{
          skip: t('skip'),
          menu: t('menu'),
          languages: t('languages'),
          breadcrumbs: t('breadcrumbs'),
          audience: t('audience'),
        }}
        search={
          can(session.actor, 'read')
            ? {
                action: '/workspace/search',
                label: t('search'),
                button: t('search_button'),
                value: page.search,
              }
            : undefined
        }
        signOut={{ action: '/sign-out', csrf: session.formToken, label: t('sign_out') }}
        {...(page.fictitious && { stamp: t('fictitious') })}
        lede={page.lede}
        actions={page.actions}
        notices={page.notices}
        breadcrumbs={page.breadcrumbs}
        audience={page.audience}
        refreshSeconds={page.refreshSeconds}
      >
        {page.children}
      </WorkspaceShell>,
    ),
    page.status ?? 200,
  )
}

/** A problem as a page that says what is wrong and where to go on. */
export function problemPage(
  problem: Problem,
  at: {
    readonly language: Language
    readonly signedIn: boolean
    readonly house: House
    readonly id?: string
  },
): string {
  const t = translator(messages, at.language)
  return renderPage(
    <PlainShell
      lang={at.language}
      title={problemTable[problem.kind].title[at.language]}
      assets={siteAssets(at.house)}
      labels={{ languages: t('languages') }}
    >
      {problem.explanation ? <Notice kind="warning">{problem.explanation[at.language]}</Notice> : null}
      {problem.fields.length > 0 ? (
        <ul className="list">
          {problem.fields.map(({ field, message }) => (
            <li key={field + message.en}>
              {field}: {message[at.language]}
            </li>
          ))}
        </ul>
      ) : null}
      {at.id ? <p>{t('fault', { id: at.id })}</p> : null}
      <p>
        <a href={at.signedIn ? '/workspace' : '/'}>{t('home')}</a>
      </p>
    </PlainShell>,
  )
}
