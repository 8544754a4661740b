import type { Labels } from '#platform/i18n'

/** Why the program cannot begin. The codes are for scripts and tests; they are never reused. */
export type StartProblemCode =
  | 'config'
  | 'binaries'
  | 'home'
  | 'cluster'
  | 'run-as'
  | 'socket'
  | 'locked'
  | 'unreachable'
  | 'server-version'
  | 'logins'

/**
 * Something stands in the way of starting, and the person at the terminal can mend it: what is wrong,
 * and what to do, in the three languages. It is not a `Problem`: nobody is signed in yet and no page is shown.
 */
export class StartProblem extends Error {
  readonly code: StartProblemCode
  readonly words: Labels
  readonly remedy: Labels

  constructor(code: StartProblemCode, words: Labels, remedy: Labels, cause?: unknown) {
    super(`${words.en} ${remedy.en}`, cause === undefined ? {} : { cause })
    this.name = 'StartProblem'
    this.code = code
    this.words = words
    this.remedy = remedy
  }
}
