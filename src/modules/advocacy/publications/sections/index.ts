import { labels } from '#platform/i18n'
import { figuresSection } from './figures-section.ts'
import { prisonersSection } from './prisoners-section.ts'
import type { SectionKind } from './section-kind.ts'

export type { SectionKind, ShownSection, ShownTable } from './section-kind.ts'

/** What a section of a report can show. A new kind adds its line here. */
export const sectionKinds: readonly SectionKind[] = [
  { name: 'words', label: labels('Words alone', 'Solo texto', 'Només text') },
  figuresSection,
  prisonersSection,
]
