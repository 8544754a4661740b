import type { ReactNode } from 'react'
import { type Visit, clearSessionCookie, html, redirect, route, sessionCookie } from '#platform/http'
import { beginSession, endSession, openSession, sessionHours } from '#platform/identity'
import { writeLedger } from '#platform/ledger'
import { withRequest } from '#platform/records'
import { sessionToken } from '#platform/http'
import { Button, Notice } from '#web/components'
import { PlainShell, renderPage } from '#web/shell'
import { siteAssets } from '#web/workspace'
import { words } from '../messages.ts'

const page = (visit: Visit, status: number, children: ReactNode): Response =>
  html(
    renderPage(
      <PlainShell
        lang={visit.language}
        title={words(visit.language)('sign_in')}
        assets={siteAssets(visit.house)}
        labels={{ languages: '' }}
      >
        {children}
      </PlainShell>,
    ),
    status,
  )

const isSecure = (visit: Visit) =>
  visit.url.protocol === 'https:' ||
  visit.house.origins.some(
    (origin) => origin === visit.request.headers.get('origin') && origin.startsWith('https:'),
  )

/** Opening the link changes nothing: mail scanners open links too. The button signs in. */
export const signInRoutes = [
  route({
    method: 'get',
    path: '/sign-in',
    may: 'anyone',
    handle: async (visit) => page(visit, 200, <Notice>{words(visit.language)('sign_in_needed')}</Notice>),
  }),
  route({
    method: 'get',
    path: '/sign-in/:token',
    may: 'anyone',
    handle: async (visit) => {
      const w = words(visit.language)
      return page(
        visit,
        200,
        <form method="post" action={visit.url.pathname}>
          <p>{w('sign_in_text')}</p>
          <Button kind="primary">{w('sign_in')}</Button>
        </form>,
      )
    },
  }),
  route({
    method: 'post',
    path: '/sign-in/:token',
    may: 'guest',
    handle: async (visit) => {
      const { house } = visit
      const token = await beginSession(house.db, visit.params['token'] ?? '')
      if (!token)
        return page(visit, 401, <Notice kind="warning">{words(visit.language)('sign_in_used')}</Notice>)
      const session = await openSession(house.db, token)
      if (session) await withRequest(house, session.actor, (tx) => writeLedger(tx, 'session.begin'))
      return redirect('/workspace', { 'set-cookie': sessionCookie(token, isSecure(visit), sessionHours) })
    },
  }),
  route({
    method: 'post',
    path: '/sign-out',
    may: 'member',
    handle: async (visit) => {
      await visit.within((tx) => writeLedger(tx, 'session.end'))
      const token = sessionToken(visit.request)
      if (token) await endSession(visit.house.db, token)
      return redirect('/sign-in', { 'set-cookie': clearSessionCookie(isSecure(visit)) })
    },
  }),
]
