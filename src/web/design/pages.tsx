import type { ReactElement } from 'react'
import type { Assets } from '#web/shell'
import { DesignPage } from './components-page.tsx'
import { SampleArticle } from './sample-article.tsx'
import { SampleCase } from './sample-case.tsx'
import { SampleDirectory } from './sample-directory.tsx'
import { SampleForm } from './sample-form.tsx'
import { SampleSignIn } from './sample-plain.tsx'
import { SampleTable } from './sample-table.tsx'

/** Stylesheets of each kind of page: the public ones ask only for the site's. */
export interface DesignAssets {
  readonly site: Assets
  readonly workspace: Assets
}

/**
 * The pages of the design catalogue by the last part of their address (`''` is the list of components itself).
 * `base` is where they are served, such as "/design".
 */
export function designPages(base: string, assets: DesignAssets): ReadonlyMap<string, ReactElement> {
  const samples = [
    { href: `${base}/case`, label: 'A case record' },
    { href: `${base}/form`, label: 'A form with errors' },
    { href: `${base}/table`, label: 'A long list' },
    { href: `${base}/directory`, label: 'The public directory' },
    { href: `${base}/article`, label: 'A public page for reading' },
    { href: `${base}/sign-in`, label: 'Signing in' },
  ]
  return new Map<string, ReactElement>([
    ['', <DesignPage key="" assets={assets.workspace} samples={samples} />],
    ['case', <SampleCase key="case" assets={assets.workspace} />],
    ['form', <SampleForm key="form" assets={assets.workspace} />],
    ['table', <SampleTable key="table" assets={assets.workspace} />],
    ['directory', <SampleDirectory key="directory" assets={assets.site} />],
    ['article', <SampleArticle key="article" assets={assets.site} />],
    ['sign-in', <SampleSignIn key="sign-in" assets={assets.site} />],
  ])
}
