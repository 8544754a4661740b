import fc from 'fast-check'
import { expect, test } from 'vitest'
import { canonicalAddress, domainOf } from './canonical-address.ts'

const word = fc.stringMatching(/^[a-z][a-z0-9]{1,12}$/)
const plainDomain = fc.constantFrom('example.org', 'correo.example.net', 'müller.example')

test('upper case, a tag, and a dot at the end of the domain are one address', () => {
  fc.assert(
    fc.property(word, word, plainDomain, (name, tag, domain) => {
      const one = canonicalAddress(`${name}@${domain}`)
      expect(canonicalAddress(`${name.toUpperCase()}@${domain.toUpperCase()}`)).toBe(one)
      expect(canonicalAddress(` ${name}+${tag}@${domain}. `)).toBe(one)
      // Its own form is not changed again.
      expect(canonicalAddress(one)).toBe(one)
    }),
    { numRuns: 60 },
  )
})

test('dots count where the provider counts them, and not where it does not', () => {
  fc.assert(
    fc.property(word, word, (first, last) => {
      const google = ['gmail.com', 'googlemail.com', 'GMail.com'].flatMap((domain) => [
        `${first}${last}@${domain}`,
        `${first}.${last}@${domain}`,
        `${first}.${last}+news@${domain}`,
      ])
      expect(new Set(google.map(canonicalAddress)).size).toBe(1)
      expect(canonicalAddress(`${first}.${last}@example.org`)).not.toBe(
        canonicalAddress(`${first}${last}@example.org`),
      )
    }),
    { numRuns: 60 },
  )
})

test('different people stay different', () => {
  fc.assert(
    fc.property(word, word, plainDomain, (a, b, domain) => {
      fc.pre(a !== b)
      expect(canonicalAddress(`${a}@${domain}`)).not.toBe(canonicalAddress(`${b}@${domain}`))
    }),
    { numRuns: 60 },
  )
})

test('nothing is taken away to nothing', () => {
  expect(canonicalAddress('+only@example.org')).toBe('+only@example.org')
  expect(canonicalAddress('...@gmail.com')).toBe('...@gmail.com')
  expect(domainOf('x@MÜLLER.example')).toBe('xn--mller-kva.example')
})
