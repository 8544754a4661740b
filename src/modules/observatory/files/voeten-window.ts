import { refuseFile, refuseOption } from './refusal.ts'
import { type Issue, issues, type RollCall } from './voeten-roll-calls.ts'
import type { VoteTable } from './voeten-votes.ts'

/** Which roll calls to look at; what is not said does not choose. */
export interface Window {
  /** First and last session, both included. */
  readonly sessions?: readonly [first: number, last: number] | undefined
  readonly issue?: Issue | undefined
  /** Only votes that the United States' government calls important. */
  readonly important?: boolean | undefined
}

/** A window as it is asked for on the command line: `74` or `60-74`; one of the issues. */
export function readWindow(
  option: 'session' | 'sessions',
  sessions: string | undefined,
  issue: string | undefined,
  important: boolean | undefined,
): Window {
  return {
    sessions: sessions === undefined ? undefined : readSessions(option, sessions),
    issue: issue === undefined ? undefined : readIssue(issue),
    important,
  }
}

function readSessions(option: string, text: string): readonly [number, number] {
  const found = /^\s*(\d{1,4})\s*(?:-\s*(\d{1,4})\s*)?$/.exec(text)
  const first = Number(found?.[1])
  const last = Number(found?.[2] ?? first)
  if (first >= 1 && last >= first) return [first, last]
  throw refuseOption(option, text, {
    en: 'a session (74) or two with a hyphen, the earlier first (60-74)',
    es: 'un período de sesiones (74) o dos con un guion, primero el anterior (60-74)',
    ca: 'un període de sessions (74) o dos amb un guionet, primer l’anterior (60-74)',
  })
}

function readIssue(text: string): Issue {
  const found = issues.find((one) => one === text)
  if (found) return found
  const list = issues.join(', ')
  throw refuseOption('issue', text, {
    en: `one of ${list}`,
    es: `uno de estos: ${list}`,
    ca: `un d’aquests: ${list}`,
  })
}

/** Whether a roll call lies in the window. */
export const isInWindow = (one: RollCall, { sessions, issue, important }: Window): boolean =>
  (sessions === undefined || (one.session >= sessions[0] && one.session <= sessions[1])) &&
  (issue === undefined || one.issues.has(issue)) &&
  (important !== true || one.important)

/**
 * The roll call of each row of the table. Refuses votes in a roll call that the other file does not know.
 *
 * @throws Problem naming the roll call
 */
export function matchRollCalls(
  { rollCalls }: VoteTable,
  known: ReadonlyMap<number, RollCall>,
  votesFile: string,
): readonly RollCall[] {
  return rollCalls.map((rcid) => {
    const one = known.get(rcid)
    if (one) return one
    throw refuseFile(
      { file: votesFile },
      {
        en: `it holds votes in roll call ${rcid}, which is not among the roll calls`,
        es: `contiene votos de la votación ${rcid}, que no figura entre las votaciones`,
        ca: `conté vots de la votació ${rcid}, que no és entre les votacions`,
      },
      {
        en: 'Use the two files of the same edition.',
        es: 'Use los dos archivos de la misma edición.',
        ca: 'Feu servir els dos fitxers de la mateixa edició.',
      },
    )
  })
}

/** Refuses a window in which nobody voted differently from anybody. */
export const refuseEmpty = (file: string) =>
  refuseFile(
    { file },
    {
      en: 'no roll call of this choice divided the states',
      es: 'ninguna votación de esta selección dividió a los Estados',
      ca: 'cap votació d’aquesta selecció no va dividir els Estats',
    },
    {
      en: 'Choose other sessions or another subject.',
      es: 'Elija otros períodos de sesiones u otro tema.',
      ca: 'Trieu altres períodes de sessions o un altre tema.',
    },
  )
