import type { ReactNode } from 'react'
import { type Visit, html } from '#platform/http'
import { type Language, isLanguage } from '#platform/i18n'
import { Stamp } from '#web/components'
import { Document, renderPage } from '#web/shell'
import { siteAssets } from '#web/workspace'
import type { Words } from '../messages.ts'
import { sayDay } from '../plan/days.ts'
import type { Plan } from '../plan/plan.ts'
import { PublicityMark } from './visit-words.tsx'

/** The language that a sheet is asked in, else the first that fits. */
export const sheetLanguage = (visit: Visit, speaks: readonly string[] = []): Language => {
  const asked = visit.url.searchParams.get('lang')
  return isLanguage(asked) ? asked : (speaks.find(isLanguage) ?? visit.language)
}

/** A page for paper: no menu, no script, no picture. Stamped where its matter is invented. */
export function sheetPage(
  visit: Visit,
  sheet: {
    readonly plan: Plan
    readonly language: Language
    readonly w: Words
    readonly kicker: string
    readonly title: string
    readonly keep: string
    readonly children: ReactNode
  },
): Response {
  const { plan, language, w, title } = sheet
  return html(
    renderPage(
      <Document
        lang={language}
        title={`${title} · ${plan.title}`}
        bodyClass="sheet-page"
        noIndex
        assets={siteAssets(visit.house, ['styles/visits.css'])}
      >
        <main className="sheet">
          <header>
            <p className="sheet-kicker">
              <span dir="auto">
                {plan.title}
                {plan.coordinators.length > 0
                  ? ` · ${w('coordination')}: ${plan.coordinators.map((one) => one.title).join(', ')}`
                  : ''}
              </span>
              {plan.fictitious ? <Stamp>{w('fictitious')}</Stamp> : null}
            </p>
            <h1 dir="auto">{title}</h1>
            <p className="sheet-over">{sheet.kicker}</p>
          </header>
          {sheet.children}
          <footer>
            <p>
              <b>{sheet.keep}</b>
            </p>
            <p>{w('printed', { date: sayDay(new Date().toISOString().slice(0, 10), language, 'year') })}</p>
          </footer>
        </main>
      </Document>,
    ),
  )
}

/** The three rules in words, each beside its mark; only those that the sheet uses. */
export function Rules(props: {
  readonly used: ReadonlySet<string>
  readonly w: Words
  readonly note?: string
}) {
  const { used, w, note } = props
  const rules = (['announce', 'afterwards', 'never'] as const).filter((publicity) => used.has(publicity))
  if (rules.length === 0) return null
  return (
    <section className="sheet-rules">
      <h2>{w('rules')}</h2>
      <dl>
        {rules.map((publicity) => (
          <div key={publicity}>
            <dt>
              <PublicityMark {...{ publicity, w }} />
            </dt>
            <dd>{w(`rule_${publicity}`)}</dd>
          </div>
        ))}
      </dl>
      {note ? <p>{note}</p> : null}
    </section>
  )
}

/** Whom to call; a line to write on where the number is not known to who prints. */
export function EmergencyLine({ line, w }: { readonly line: string | null; readonly w: Words }) {
  return (
    <p className="sheet-emergency">
      <span>{w('emergency')}</span>{' '}
      {line ? (
        <b dir="auto">{line}</b>
      ) : (
        <span className="by-hand">
          <i>{w('by_hand')}</i>
        </span>
      )}
    </p>
  )
}
