import type { Visit } from '#platform/http'
import type { Problem } from '#platform/problem'
import type { Tx } from '#platform/records'
import * as workspace from '#web/workspace'

/** A form of the settings: what collides with what somebody else has just changed is told beside it as well. */
export const attempt = (
  visit: Visit,
  write: (tx: Tx) => Promise<Response>,
  again: (tx: Tx, problem: Problem) => Response | Promise<Response>,
): Promise<Response> =>
  workspace.attempt(visit, write, (tx, { problem }) => again(tx, problem), ['invalid', 'stale', 'conflict'])
