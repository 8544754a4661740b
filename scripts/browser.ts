import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { pathToFileURL } from 'node:url'

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']

/**
 * The browser that the tests drive: `CHROMIUM`, else one on the path, else (as root, where there is apt) Debian's,
 * installed now. Throws, naming the remedy, when there is none: tests in a browser are never skipped.
 */
export function chromiumPath(): string {
  const given = process.env['CHROMIUM']
  if (given) {
    if (existsSync(given)) return given
    throw new Error(
      `CHROMIUM is ${given}, which does not exist. Set it to the path of a Chromium, or unset it.`,
    )
  }
  const found = onPath()
  if (found) return found
  if (process.getuid?.() !== 0 || spawnSync('apt-get', ['--version']).status !== 0) throw none()
  console.error('Installing Chromium for the tests (apt-get install chromium) …')
  apt('update')
  apt('install', '--yes', '--no-install-recommends', 'chromium')
  const installed = onPath()
  if (!installed) throw none()
  return installed
}

function onPath(): string | null {
  for (const name of names) {
    const found = spawnSync('sh', ['-c', 'command -v "$1"', 'sh', name], { encoding: 'utf8' })
    if (found.status === 0) return found.stdout.trim()
  }
  return null
}

function apt(...args: readonly string[]): void {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const done = spawnSync(
    'apt-get',
    ['-o', 'Acquire::Retries=3', '-o', 'DPkg::Lock::Timeout=120', '-qq', ...args],
    {
      env,
      encoding: 'utf8',
    },
  )
  if (done.status !== 0) {
    throw new Error(
      `apt-get ${args[0]} failed: ${done.stderr.trim()}\nInstall Chromium by hand, or set CHROMIUM to its path.`,
    )
  }
}

const none = () =>
  new Error(
    'No Chromium was found. Install it ("sudo apt-get install chromium", or Chrome on macOS) or set CHROMIUM to its path.',
  )

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) console.log(chromiumPath())
