import type { ReactNode } from 'react'
import type { House } from '#platform/house'
import { html } from '#platform/http'
import { type Language, languages } from '#platform/i18n'
import { PlainShell, renderPage } from '#web/shell'
import { siteAssets } from '#web/workspace'
import { words } from '../messages.ts'

const names: Readonly<Record<Language, string>> = { en: 'English', es: 'Español', ca: 'Català' }

/** A page for somebody who is not signed in, with one thing to do. `script`: the passkey island alone. */
export const plainPage = (
  at: { readonly house: House; readonly language: Language; readonly url: URL },
  page: {
    readonly title: string
    readonly status?: number
    readonly script?: boolean
    readonly children: ReactNode
  },
): Response =>
  html(
    renderPage(
      <PlainShell
        lang={at.language}
        title={page.title}
        assets={{
          ...siteAssets(at.house),
          scripts: page.script ? [at.house.assets['islands/passkey.js'] ?? []].flat() : [],
        }}
        labels={{ languages: words(at.language)('languages') }}
        languages={languages.map((code) => {
          const search = new URLSearchParams(at.url.search)
          search.set('lang', code)
          return {
            code,
            label: names[code],
            href: `${at.url.pathname}?${search}`,
            current: code === at.language,
          }
        })}
      >
        {page.children}
      </PlainShell>,
    ),
    page.status ?? 200,
  )
