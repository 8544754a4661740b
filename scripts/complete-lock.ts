// Completes package-lock.json after `npm install` where the registry does not carry the packages of other kinds of
// machine: npm then leaves them out of the lock file, and `npm ci` refuses such a lock file. Each one that an optional
// dependency names and that is missing is added with its version and the system it is for, so that npm passes it by
// here and installs it there.
//   node scripts/complete-lock.ts
import { readFileSync, writeFileSync } from 'node:fs'

interface Entry {
  version?: string
  dev?: boolean
  optional?: boolean
  optionalDependencies?: Record<string, string>
  os?: string[]
  cpu?: string[]
  libc?: string[]
}

interface Lock {
  packages: Record<string, Entry>
}

const systems = [
  'aix',
  'android',
  'darwin',
  'freebsd',
  'linux',
  'netbsd',
  'openbsd',
  'openharmony',
  'sunos',
  'win32',
]
const processors = [
  'arm',
  'arm64',
  'ia32',
  'loong64',
  'mips64el',
  'ppc64',
  'riscv64',
  's390x',
  'wasm32',
  'x64',
]

/** The entry of a package that nobody here can see, by its name: `@oxlint/binding-linux-x64-musl`. */
function entryFor(name: string, version: string, dev: boolean): Entry {
  const words = name.split(/[-/]/).map((word) => (word === 'windows' || word === 'win' ? 'win32' : word))
  const [os, cpu] = [
    words.find((word) => systems.includes(word)),
    words.find((word) => processors.includes(word)),
  ]
  if (!os && !cpu) throw new Error(`${name} ${version} is not in the lock file, and its name tells no system`)
  const libc =
    os !== 'linux'
      ? undefined
      : words.some((w) => w.startsWith('musl'))
        ? 'musl'
        : words.some((w) => w.startsWith('gnu'))
          ? 'glibc'
          : undefined
  return {
    version,
    ...(cpu && { cpu: [cpu] }),
    ...(dev && { dev }),
    ...(libc && { libc: [libc] }),
    optional: true,
    ...(os && { os: [os] }),
  }
}

const file = new URL('../package-lock.json', import.meta.url)
const lock = JSON.parse(readFileSync(file, 'utf8')) as Lock
const added: string[] = []
for (const entry of Object.values({ ...lock.packages })) {
  for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
    const path = `node_modules/${name}`
    if (lock.packages[path]) continue
    lock.packages[path] = entryFor(name, version, entry.dev === true)
    added.push(path)
  }
}
const sorted = Object.entries(lock.packages).sort(([a], [b]) => a.localeCompare(b, 'en'))
lock.packages = Object.fromEntries(sorted)
writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`)
console.log(`${added.length} added to package-lock.json`)
