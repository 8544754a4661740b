import type { Visit } from '#platform/http'
import { LinkButton, Notice, Section } from '#web/components'
import { workspacePage } from '#web/workspace'
import { sealingWords } from './messages.ts'

/** What has to be on paper, shown once: the recovery key whole, or shares with the names of who gets them. */
export function paperPage(
  visit: Visit,
  page: {
    readonly title: string
    readonly why: string
    readonly papers: readonly { readonly name: string; readonly text: string }[]
    readonly back: string
  },
): Response {
  const w = sealingWords(visit.language)
  return workspacePage(visit, {
    title: page.title,
    styles: ['styles/people.css'],
    breadcrumbs: [{ href: '/workspace/me', label: w('key') }],
    children: (
      <>
        <Notice kind="warning">{page.why}</Notice>
        {page.papers.map(({ name, text }) => (
          <Section key={text} title={name}>
            <p>
              <code className="secret">{text}</code>
            </p>
          </Section>
        ))}
        <p className="no-print">
          <LinkButton href={page.back} kind="primary">
            {w('paper_done')}
          </LinkButton>
        </p>
      </>
    ),
  })
}
