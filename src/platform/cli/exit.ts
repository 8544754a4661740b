/**
 * What a finished command tells the shell. Scripts rely on these numbers: they are never given another meaning.
 * `review`: done, but something waits for a person. `unreachable`: the database or another machine does not answer;
 * trying again may help. `refused`: this person may not. `missing`: no such record, file or person.
 */
export const exit = {
  ok: 0,
  failed: 1,
  usage: 2,
  review: 3,
  unreachable: 4,
  refused: 5,
  missing: 6,
  interrupted: 130,
} as const

/** One of the numbers of `exit`. */
export type ExitCode = (typeof exit)[keyof typeof exit]
