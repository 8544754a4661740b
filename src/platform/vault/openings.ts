/** How long what was opened stays open without anything being done with it. */
export const idleMinutes = 15

/** What one session has opened: the keys of values, never the person's own key. */
export interface SessionOpenings {
  /** Whether a record is open, and if so until when, should nothing more be done. Looking does not count as doing. */
  readonly until: (recordId: string) => Date | null
  readonly keyOf: (recordId: string, keyId: string) => Buffer | undefined
  /** Adds a key that was just made to a record that is open; nothing where it is not. */
  readonly add: (recordId: string, keyId: string, dataKey: Buffer) => void
}

/**
 * What is open, by session and record. In the memory of this process alone: gone at sign-out, when the session changes,
 * after a quarter of an hour of idleness, and when the program stops.
 */
export interface Openings {
  /** What a session has open. `personal`: a person did something, and the time begins anew. */
  readonly of: (sessionId: string, personal?: boolean) => SessionOpenings
  readonly open: (
    at: { sessionId: string; accountId: string; recordId: string },
    keys: ReadonlyMap<string, Buffer>,
  ) => void
  /** Closes one record. */
  readonly close: (sessionId: string, recordId: string) => void
  /** Closes all that a session opened, or a person in any session. */
  readonly forget: (whose: { readonly sessionId: string } | { readonly accountId: string }) => void
}

interface Opening {
  readonly accountId: string
  readonly keys: Map<string, Buffer>
  until: number
  timer: NodeJS.Timeout
}

/** @param idle milliseconds after which what nobody uses is closed */
export function makeOpenings(idle = idleMinutes * 60_000): Openings {
  const sessions = new Map<string, Map<string, Opening>>()
  const close = (sessionId: string, recordId: string) => {
    const opened = sessions.get(sessionId)
    const found = opened?.get(recordId)
    if (!opened || !found) return
    clearTimeout(found.timer)
    for (const key of found.keys.values()) key.fill(0)
    opened.delete(recordId)
    if (opened.size === 0) sessions.delete(sessionId)
  }
  const later = (sessionId: string, recordId: string) =>
    setTimeout(() => close(sessionId, recordId), idle).unref()
  const find = (sessionId: string, recordId: string): Opening | undefined => {
    const found = sessions.get(sessionId)?.get(recordId)
    return found && found.until > Date.now() ? found : undefined
  }
  return {
    of: (sessionId, personal = false) => {
      // A person at work keeps what is theirs open, whichever record they look at.
      if (personal)
        for (const [recordId, one] of sessions.get(sessionId) ?? []) {
          if (one.until <= Date.now()) continue
          clearTimeout(one.timer)
          one.until = Date.now() + idle
          one.timer = later(sessionId, recordId)
        }
      return {
        until: (recordId) => {
          const found = find(sessionId, recordId)
          return found ? new Date(found.until) : null
        },
        keyOf: (recordId, keyId) => find(sessionId, recordId)?.keys.get(keyId),
        add: (recordId, keyId, dataKey) => find(sessionId, recordId)?.keys.set(keyId, Buffer.from(dataKey)),
      }
    },
    open: ({ sessionId, accountId, recordId }, keys) => {
      close(sessionId, recordId)
      const opened = sessions.get(sessionId) ?? new Map<string, Opening>()
      sessions.set(sessionId, opened)
      opened.set(recordId, {
        accountId,
        keys: new Map(keys),
        until: Date.now() + idle,
        timer: later(sessionId, recordId),
      })
    },
    close,
    forget: (whose) => {
      for (const [sessionId, opened] of sessions)
        for (const [recordId, one] of opened)
          if ('sessionId' in whose ? whose.sessionId === sessionId : whose.accountId === one.accountId)
            close(sessionId, recordId)
    },
  }
}
