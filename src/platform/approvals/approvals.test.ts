import { expect, test } from 'vitest'
import { testGround } from '../../../tests/support/organisation.ts'

test('x', async () => {
  const g = await testGround()
  expect(g).toBeTruthy()
})
