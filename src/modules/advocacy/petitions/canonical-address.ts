import { domainToASCII } from 'node:url'

/** Providers that give one mailbox several spellings; from their own help pages, as far as they say so. */
const providers: readonly {
  readonly domains: readonly string[]
  /** Signs of the local part that they pass over. */
  readonly ignores?: RegExp
}[] = [
  { domains: ['gmail.com', 'googlemail.com'], ignores: /\./g },
  { domains: ['proton.me', 'protonmail.com', 'protonmail.ch', 'pm.me'], ignores: /[._-]/g },
  { domains: ['icloud.com', 'me.com', 'mac.com'] },
  { domains: ['yandex.com', 'yandex.ru', 'yandex.by', 'yandex.kz', 'ya.ru'], ignores: /[.-]/g },
]

/**
 * The one form of an address of mail, by which one person signs once: in lower case, without what follows a `+`, without
 * the dots that a provider passes over, under the first of a provider's own names. Never used to send to.
 */
export function canonicalAddress(address: string): string {
  const text = address.normalize('NFKC').trim().toLowerCase()
  const at = text.lastIndexOf('@')
  const domain = domainOf(text)
  const provider = providers.find(({ domains }) => domains.includes(domain))
  const local = text.slice(0, at)
  const bare = local.split('+')[0] || local
  const kept = provider?.ignores ? bare.replace(provider.ignores, '') : bare
  return `${kept || bare}@${provider?.domains[0] ?? domain}`
}

/** The part after the @, in ASCII and lower case. */
export function domainOf(address: string): string {
  const text = address.normalize('NFKC').trim().toLowerCase()
  const domain = text.slice(text.lastIndexOf('@') + 1).replace(/\.+$/, '')
  return domainToASCII(domain) || domain
}
