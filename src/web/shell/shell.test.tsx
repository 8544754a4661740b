import { expect, test } from 'vitest'
import { renderPage } from './document.tsx'
import { PlainShell } from './plain-shell.tsx'
import { SiteShell } from './site-shell.tsx'
import { WorkspaceShell } from './workspace-shell.tsx'

const labels = {
  skip: 'Skip',
  menu: 'Menu',
  languages: 'Languages',
  breadcrumbs: 'Path',
  audience: 'Who sees this',
}
const assets = { css: ['/a.css', '/b.css'], islands: '/i.js' }

const workspace = (extra: Partial<Parameters<typeof WorkspaceShell>[0]> = {}) =>
  renderPage(
    <WorkspaceShell
      lang="en"
      title="Cases"
      assets={assets}
      languages={[]}
      org={{ name: 'Open Doors', href: '/' }}
      person={{ name: 'Inés' }}
      navigation={[
        { href: '/c', label: 'Cases', current: true, group: 'Register' },
        { href: '/p', label: 'People', group: 'Register' },
      ]}
      labels={labels}
      signOut={{ action: '/out', csrf: 'tok', label: 'Leave' }}
      {...extra}
    >
      body
    </WorkspaceShell>,
  )

test('the workspace asks for its files in order, and search engines to stay away', () => {
  const page = workspace()
  expect(page.indexOf('/a.css')).toBeLessThan(page.indexOf('/b.css'))
  expect(page).toContain('<script type="module" src="/i.js"')
  expect(page).toContain('<meta name="robots" content="noindex"/>')
  expect(page).toContain('<title>Cases · Open Doors</title>')
})

test('a group of the menu is named once, and the current page is marked', () => {
  const page = workspace()
  expect(page.match(/<details open=""><summary>Register<\/summary>/g)).toHaveLength(1)
  expect(page).toContain('<a href="/c" aria-current="page">')
})

test('the screen says who sees it and what the public sees', () => {
  const page = workspace({
    audience: { visibility: 'sealed', visibilityLabel: 'Sealed', seenBy: 'You alone', publicSees: 'Nothing' },
  })
  expect(page).toMatch(/aria-label="Who sees this".*Sealed.*You alone.*Nothing/s)
})

test('leaving is a post with the form token', () => {
  expect(workspace()).toContain(
    '<form action="/out" method="post"><input type="hidden" name="_csrf" value="tok"/>',
  )
})

test('a waiting page refreshes itself by meta only where scripts do not run', () => {
  const page = workspace({ refreshSeconds: 5 })
  expect(page).toContain('<meta name="refresh-seconds" content="5"/>')
  expect(page).toContain('<noscript><meta http-equiv="refresh" content="5"/></noscript>')
  expect(workspace({ refreshSeconds: 5, assets: { css: [] } })).not.toContain('noscript')
})

test('the public site never ships a script, even when handed one', () => {
  const page = renderPage(
    <SiteShell
      lang="ca"
      title="Inici"
      assets={assets}
      languages={[]}
      org={{ name: 'X', href: '/' }}
      menu={[]}
      labels={labels}
    >
      body
    </SiteShell>,
  )
  expect(page).not.toContain('<script')
  expect(page).toContain('<html lang="ca">')
  expect(page).not.toContain('noindex')
})

test('a plain page needs no organisation', () => {
  const page = renderPage(
    <PlainShell lang="es" title="No se encontró" assets={{ css: [] }} labels={labels}>
      body
    </PlainShell>,
  )
  expect(page).toContain('<title>No se encontró</title>')
  expect(page).toContain('<h1>No se encontró</h1>')
})
