import { html, route } from '#platform/http'
import { Problem } from '#platform/problem'
import { worldMapSvg } from '#web/charts'
import { renderPage } from '#web/shell'
import { siteAssets, workspaceAssets } from '#web/workspace'
import { designPages } from './pages.tsx'

/** The design catalogue, for who builds: `amparo serve --development`. */
export const designRoutes = ['/design', '/design/:page'].map((path) =>
  route({
    method: 'get',
    path,
    may: 'anyone',
    handle: async ({ params, house }) => {
      const name = params['page'] ?? ''
      const scheme = /^map-(light|dark)\.svg$/.exec(name)?.[1]
      if (scheme === 'light' || scheme === 'dark')
        return new Response(worldMapSvg({ title: 'Sample', scheme }), {
          headers: { 'content-type': 'image/svg+xml' },
        })
      const page = designPages('/design', { site: siteAssets(house), workspace: workspaceAssets(house) }).get(
        name,
      )
      if (!page) throw new Problem('not_found')
      return html(renderPage(page))
    },
  }),
)
