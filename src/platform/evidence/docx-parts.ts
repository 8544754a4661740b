/** What becomes of a part of a DOCX in a clean copy, by its name; null: it is none that we know, and stops the copy. */
export type PartUse = 'types' | 'links' | 'body' | 'plain' | 'settings' | 'picture' | 'font' | 'dropped'

const uses: readonly (readonly [RegExp, PartUse])[] = [
  [/^\[Content_Types\]\.xml$/, 'types'],
  [
    /^_rels\/\.rels$|^word\/_rels\/(document|header\d*|footer\d*|footnotes|endnotes|numbering)\.xml\.rels$/,
    'links',
  ],
  [/^word\/(document|header\d*|footer\d*|footnotes|endnotes)\.xml$/, 'body'],
  [
    /^word\/(styles|numbering|fontTable)\.xml$|^word\/theme\/theme\d*\.xml$|^word\/_rels\/fontTable\.xml\.rels$/,
    'plain',
  ],
  [/^word\/settings\.xml$/, 'settings'],
  [/^word\/media\/[\w.-]+\.(png|jpe?g|gif|tiff?|webp)$/i, 'picture'],
  [/^word\/fonts\/[\w.-]+\.odttf$/i, 'font'],
  // Who wrote it, when, with what, on which machine; a picture of its first page; what a form was filled from.
  [/^docProps\/|^customXml\/|^docMetadata\/|^word\/(printerSettings|glossary)\//, 'dropped'],
  [/^word\/(people|webSettings|stylesWithEffects|comments\w*)\.xml$/, 'dropped'],
  [/^word\/_rels\/(settings|webSettings|comments)\.xml\.rels$/, 'dropped'],
]

/** Which use a part has. */
export const useOf = (name: string): PartUse | null => uses.find(([is]) => is.test(name))?.[1] ?? null

/** Children of the settings that say how pages look; all others (identifiers of editing, templates, data sources) go. */
const settingsKept = [
  'zoom',
  'displayBackgroundShape',
  'mirrorMargins',
  'defaultTabStop',
  'autoHyphenation',
  'hyphenationZone',
  'evenAndOddHeaders',
  'bookFoldPrinting',
  'characterSpacingControl',
  'footnotePr',
  'endnotePr',
  'compat',
  'themeFontLang',
  'clrSchemeMapping',
  'decimalSymbol',
  'listSeparator',
]

const tags = /<(?:"[^"]*"|'[^']*'|[^'">])*>/g

/** The settings with nothing but how pages look. */
export function keptSettings(xml: string): string {
  const found = [...xml.matchAll(tags)]
  const root = found.find(([tag]) => /^<w:settings\b/.test(tag))
  if (!root || root[0].endsWith('/>')) return xml
  let kept = xml.slice(0, root.index + root[0].length)
  let depth = 0
  let from = 0
  let name = ''
  for (const { 0: tag, index } of found) {
    if (index <= root.index || /^<[!?]/.test(tag)) continue
    const closes = tag.startsWith('</')
    if (closes && depth === 0) break
    if (depth === 0) {
      from = index
      name = /^<w:(\w+)/.exec(tag)?.[1] ?? ''
    }
    if (closes) depth -= 1
    else if (!tag.endsWith('/>')) depth += 1
    if (depth === 0 && settingsKept.includes(name)) kept += xml.slice(from, index + tag.length)
  }
  return `${kept}</w:settings>`
}

/** Comments, changes that were kept, and text that is there and not shown: whoever reads the paper does not see them. */
const marked =
  /<w:(ins|del|moveFrom|moveTo|\w+Change|cellIns|cellDel|cellMerge|comment\w*|vanish|specVanish|delText|altChunk|subDoc)\b/

/** Where a file lay on somebody's machine. */
const path = /\b[A-Za-z]:\\|\bfile:\/\/|\\\\\\?\\?[\w.-]+\\|\/(?:Users|home)\/\w/

/** What stands in the way of a part of the body: `marked`, `path`, or null. */
export function faultOfBody(xml: string): 'marked' | 'path' | null {
  if (marked.test(xml)) return 'marked'
  return path.test(withoutTraces(xml)) ? 'path' : null
}

/** A part of XML without the numbers by which Word tells who edited what when, and without the names that pictures had. */
export const withoutTraces = (xml: string): string =>
  xml.replace(/<!--[\s\S]*?-->/g, '').replace(tags, (tag) =>
    /^<w:dataBinding\b/.test(tag)
      ? ''
      : tag
          .replace(/\s(?:w:rsid\w*|w14:(?:paraId|textId)|w16du:\w+)\s*=\s*(?:"[^"]*"|'[^']*')/g, '')
          .replace(
            /^(<(?:wp:docPr|pic:cNvPr|a:cNvPr|wps:cNvPr)\b.*?\sname\s*=\s*)(?:"[^"]*"|'[^']*')/s,
            '$1"Picture"',
          )
          .replace(
            /\s(descr|title|o:title|alt)\s*=\s*(?:"([^"]*)"|'([^']*)')/g,
            (all, _name, a?: string, b?: string) =>
              path.test(a ?? b ?? '') || /\.\w{3,4}$/.test(a ?? b ?? '') ? '' : String(all),
          ),
  )

/** Relationships without those to parts that go; a fault where one leads to somebody's machine or loads something. */
export function keptLinks(xml: string): { readonly xml: string } | { readonly fault: 'path' | 'part' } {
  let fault: 'path' | 'part' | null = null
  const kept = xml.replace(/<Relationship\b(?:"[^"]*"|'[^']*'|[^'">])*>/g, (tag) => {
    const value = (name: string) => new RegExp(`\\s${name}\\s*=\\s*["']([^"']*)["']`).exec(tag)?.[1] ?? ''
    const [type, target] = [value('Type'), value('Target')]
    if (value('TargetMode') === 'External') {
      if (!type.endsWith('/hyperlink')) fault ??= 'part'
      else if (!/^(https?|mailto):/i.test(target)) fault ??= 'path'
      return tag
    }
    const goes =
      /\/(core-properties|extended-properties|custom-properties|thumbnail|customXml|people|webSettings|stylesWithEffects|comments\w*|glossaryDocument|printerSettings|attachedTemplate|metadata\/\w+)$/
    return goes.test(type) || useOf(target.replace(/^\//, '')) === 'dropped' ? '' : tag
  })
  return fault === null ? { xml: kept } : { fault }
}

/** The list of types without those of parts that go. */
export const keptTypes = (xml: string): string =>
  xml.replace(/<Override\b(?:"[^"]*"|'[^']*'|[^'">])*>/g, (tag) => {
    const part = /\sPartName\s*=\s*["']\/([^"']*)["']/.exec(tag)?.[1] ?? ''
    return useOf(part) === 'dropped' ? '' : tag
  })
