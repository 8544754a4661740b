import { readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { parseSync } from 'oxc-parser'

/** Which modules a module may ask for, by their public face. A graph without circles, small on purpose. */
export const moduleDependencies: Readonly<Record<string, readonly string[]>> = {
  people: [],
  registry: [],
  casework: ['registry', 'people'],
  advocacy: ['registry', 'casework', 'publishing'],
  programmes: ['registry'],
  publishing: ['registry'],
  settings: ['registry'],
  ledger: [],
  approvals: [],
  sharing: [],
  identification: ['registry'],
  observatory: ['registry', 'casework', 'advocacy'],
}

/** Inner rooms with a face of their own: what a command loads without the screens of its module. */
const innerRooms: readonly string[] = [
  'casework/referral/actions',
  'casework/referral/bundle',
  'db/cluster',
  'identification/files',
  'observatory/files',
  'observatory/sources',
  'registry/commands',
  'registry/directory',
  'settings/thesaurus',
]

const layers: Readonly<Record<string, readonly string[]>> = {
  kernels: ['kernels'],
  platform: ['platform'],
  catalogue: ['platform', 'catalogue'],
  web: ['platform', 'catalogue', 'web'],
  modules: ['platform', 'catalogue', 'kernels', 'web', 'modules'],
}

/** The specifiers that a file imports, static, dynamic and re-exported. */
export function importsOf(path: string, text = readFileSync(path, 'utf8')): readonly string[] {
  const { module, program } = parseSync(path, text)
  const found = [
    ...module.staticImports.map((one) => one.moduleRequest.value),
    ...module.staticExports.flatMap((one) =>
      one.entries.flatMap((entry) => entry.moduleRequest?.value ?? []),
    ),
    ...module.dynamicImports.flatMap((one) => {
      const written = text.slice(one.moduleRequest.start, one.moduleRequest.end)
      return /^(['"]).*\1$/.test(written) ? [written.slice(1, -1)] : []
    }),
  ]
  if (program.body.length === 0 && text.trim() !== '' && found.length === 0 && !/^\s*(\/\/|\/\*)/.test(text))
    throw new Error(`${path} could not be read`)
  return found
}

/** What is wrong with the imports of a file of `src`, in words; empty when nothing is. */
export function breaches(root: string, path: string, text?: string): readonly string[] {
  const file = relative(join(root, 'src'), path)
  const [layer = '', room = ''] = file.split('/')
  const allowed = layers[layer]
  const isTest = /\.test\.tsx?$/.test(path)
  const found: string[] = []
  for (const specifier of importsOf(path, text)) {
    const say = (why: string) => found.push(`${file}: ${specifier}: ${why}`)
    const alias = /^#(\w+)\/(.+)$/.exec(specifier)
    if (alias) {
      const [, to = '', target = ''] = alias
      if (allowed && !allowed.includes(to)) say(`${layer} may not look up to ${to}`)
      if (layer === 'kernels' && to === 'kernels' && target !== room) say('a kernel stands alone')
      if (
        layer === 'modules' &&
        to === 'modules' &&
        target !== room &&
        !(moduleDependencies[room] ?? []).includes(target)
      )
        say(`module ${room} may not ask module ${target}`)
      if (
        target.includes('/') &&
        !(
          innerRooms.includes(target) &&
          (to === 'platform' || layer === 'commands' || layer === 'demonstration')
        )
      )
        say('only the public face of a room')
    } else if (specifier.startsWith('.')) {
      const target = relative(join(root, 'src'), resolve(dirname(path), specifier))
      const [toLayer = '', toRoom = ''] = target.split('/')
      if (target.startsWith('..')) {
        if (!isTest || !target.startsWith('../tests/support')) say('outside of src')
      } else if (allowed && (toLayer !== layer || toRoom !== room) && !(isTest && !target.includes('/')))
        // (A test may look at the house as it is put together.)
        say('another room is asked by its public face')
    } else if (layer === 'kernels' && !isTest) say('a kernel imports nothing')
  }
  return found
}
