import { expect, test } from 'vitest'
import { registryTypes } from './index.ts'

test('what can kill is never an open value', () => {
  const person = registryTypes.find((type) => type.name === 'person')
  const classOf = (name: string) => person?.fields.find((field) => field.name === name)?.class
  for (const name of ['real_name', 'birth_date', 'identity_documents', 'phone_and_mail', 'relatives'])
    expect(classOf(name), name).toBe('identity')
  for (const name of ['status', 'present_country', 'whereabouts', 'address', 'original_words'])
    expect(classOf(name), name).toBe('location')
  for (const name of ['health', 'care_needed', 'disability']) expect(classOf(name), name).toBe('health')
  for (const name of ['legal_situation', 'counsel']) expect(classOf(name), name).toBe('legal')
  for (const name of [
    'safe_channel',
    'safe_hours',
    'phone_shared_with',
    'duress_phrase',
    'never_write',
    'contact_if_silent',
  ])
    expect(classOf(name), name).toBe('sealed')
})
