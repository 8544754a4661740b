import { buildSync } from 'esbuild'
import { describe, expect, test } from 'vitest'
import { renderPage } from '#web/shell'
import { type Tag, tagsOf } from './markup.ts'
import { designPages } from './pages.tsx'

const assets = {
  site: { css: ['/site.css'] },
  workspace: { css: ['/site.css', '/workspace.css'], islands: '/islands.js' },
}
const pages = [...designPages('/design', assets)].map(([slug, page]) => {
  const markup = renderPage(page)
  return { slug: slug || 'components', markup, tags: tagsOf(markup) }
})
const named = (tags: readonly Tag[], ...names: string[]) => tags.filter((tag) => names.includes(tag.name))
const get = (tag: Tag, attribute: string) => tag.attributes.get(attribute)

test('the reader of tags sees attributes with and without values', () => {
  expect(tagsOf('<a href="x" STYLE="y"><input required/>')).toEqual([
    {
      name: 'a',
      attributes: new Map([
        ['href', 'x'],
        ['style', 'y'],
      ]),
    },
    { name: 'input', attributes: new Map([['required', '']]) },
  ])
})

test('every sample page is there', () => {
  expect(pages.map((page) => page.slug)).toEqual([
    'components',
    'case',
    'form',
    'table',
    'directory',
    'article',
    'sign-in',
  ])
})

describe.each(pages)('the page $slug', ({ slug, markup, tags }) => {
  const ids = tags.flatMap((tag) => get(tag, 'id') ?? [])

  test('carries nothing that the strict policy forbids', () => {
    expect(tags.length).toBeGreaterThan(20)
    for (const tag of tags) {
      for (const attribute of tag.attributes.keys()) {
        expect(attribute, `${tag.name} ${attribute}`).not.toMatch(/^(style|on.+)$/)
      }
      expect(get(tag, 'href') ?? '').not.toMatch(/^\s*javascript:/i)
    }
    expect(named(tags, 'style')).toEqual([])
    expect(named(tags, 'script').filter((script) => !get(script, 'src'))).toEqual([])
    expect(markup).not.toMatch(/<script[^>]*>[^<]/)
  })

  test('says its language, has one title, one first heading and a main part', () => {
    expect(markup.startsWith('<!doctype html><html lang="')).toBe(true)
    // The maps and graphs carry titles of their own inside svg.
    expect(markup.match(/<head>.*<title>[^<]+<\/title>.*<\/head>/s)).not.toBeNull()
    expect(named(tags, 'h1')).toHaveLength(1)
    expect(named(tags, 'main')).toHaveLength(1)
  })

  test('skips no level of heading', () => {
    const levels = tags.flatMap((tag) => (/^h[1-6]$/.test(tag.name) ? [Number(tag.name[1])] : []))
    levels.forEach((level, index) => {
      expect(level - (levels[index - 1] ?? level)).toBeLessThanOrEqual(1)
    })
  })

  test('uses each id once, and refers only to ids that exist', () => {
    expect(ids).toEqual([...new Set(ids)])
    for (const tag of tags) {
      for (const attribute of ['for', 'aria-describedby', 'aria-labelledby', 'popovertarget']) {
        for (const id of get(tag, attribute)?.split(' ') ?? [])
          expect(ids, `${attribute}=${id}`).toContain(id)
      }
    }
  })

  test('labels every control', () => {
    const labelled = new Set(named(tags, 'label').map((label) => get(label, 'for')))
    const controls = named(tags, 'input', 'select', 'textarea', 'progress').filter(
      (control) => get(control, 'type') !== 'hidden',
    )
    for (const control of controls) expect(labelled, get(control, 'name')).toContain(get(control, 'id'))
  })

  test('names every navigation and every table', () => {
    for (const nav of named(tags, 'nav')) expect(get(nav, 'aria-label')).toBeTruthy()
    expect(named(tags, 'caption')).toHaveLength(named(tags, 'table').length)
    for (const image of named(tags, 'img')) expect(get(image, 'alt')).toBeTruthy()
  })

  test('protects every post with the form token', () => {
    const posts = markup.match(/<form[^>]*method="post".*?<\/form>/gs) ?? []
    for (const form of posts) expect(form).toContain('name="_csrf"')
    expect(posts.length).toBe(named(tags, 'form').filter((form) => get(form, 'method') === 'post').length)
  })

  if (['directory', 'article', 'sign-in'].includes(slug)) {
    test('ships no script and weighs at most 30 KB with its stylesheet', () => {
      expect(named(tags, 'script')).toEqual([])
      const css = buildSync({
        entryPoints: ['src/web/styles/site.css'],
        bundle: true,
        minify: true,
        write: false,
        external: ['*.woff2'],
      }).outputFiles[0]?.contents.length
      expect((css ?? Number.POSITIVE_INFINITY) + Buffer.byteLength(markup)).toBeLessThanOrEqual(30 * 1024)
    })
  }
})
