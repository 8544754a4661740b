import { messagesCa } from './messages-ca.ts'
import { messagesEn } from './messages-en.ts'
import { messagesEs } from './messages-es.ts'
import type { TabularProblem, TabularProblemCode } from './problem.ts'

export type TabularLanguage = 'en' | 'es' | 'ca'

/** What is wrong and the remedy, for each code. Words in braces are the problem's params. */
export const tabularMessages: Readonly<
  Record<TabularLanguage, Readonly<Record<TabularProblemCode, string>>>
> = {
  en: messagesEn,
  es: messagesEs,
  ca: messagesCa,
}

const PLACE: Readonly<Record<TabularLanguage, readonly [row: string, column: string]>> = {
  en: ['Row', 'column'],
  es: ['Fila', 'columna'],
  ca: ['Fila', 'columna'],
}

/** The problem in words: where, what, remedy. */
export function tabularProblemText(problem: TabularProblem, language: TabularLanguage): string {
  const said = tabularMessages[language][problem.code].replace(/\{(\w+)\}/g, (_, name: string) =>
    String(problem.params[name] ?? ''),
  )
  const [row, column] = PLACE[language]
  if (problem.row === undefined) return said
  const at = problem.column === undefined ? '' : `, ${column} ${problem.column}`
  return `${row} ${problem.row}${at}: ${said}`
}
