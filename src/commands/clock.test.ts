import { describe, expect, it } from 'vitest'
import { mechanisms } from '#catalogue/mechanisms'
import { exit } from '#platform/cli'
import type { Language } from '#platform/i18n'
import { runCommand } from '../../tests/support/command-line.ts'

const run = (language: Language, ...argv: readonly string[]) => runCommand(['clock', ...argv], { language })
const petition = ['--mechanism', 'ia-petition', '--event', 'remedies.notificationDate=2026-08-31']

describe('amparo clock', () => {
  it('prints exactly the clock, without configuration or database', async () => {
    const { code, out, err } = await run('en', ...petition, '--json')
    expect([code, err]).toEqual([exit.ok, ''])
    expect(JSON.parse(out)).toEqual([
      {
        id: 'ia-6m',
        role: 'filing-window',
        earliest: '2027-02-28',
        latest: '2027-02-28',
        zone: 'America/New_York',
        hard: true,
        kind: 'deadline',
        source: ['achr-46', 'iachr-58-15'],
        confidence: 'high',
      },
    ])
  })

  it('prints null where the figure is not known, and says so', async () => {
    const { code, out, err } = await run(
      'en',
      '--mechanism=ar-conare-asylum',
      '--event=decision.notificationDate=2026-11-21',
      '--json',
    )
    expect(code).toBe(exit.ok)
    expect(JSON.parse(out)).toMatchObject([
      { id: 'conare-appeal', earliest: null, latest: null, hard: false },
    ])
    expect(err).toMatch(/^conare-appeal: not known: no figure is known/)
  })

  it('prints the planning date of the review as an estimate, beside the official day that is not known', async () => {
    const { out } = await run(
      'en',
      '--mechanism',
      'un-upr-stakeholder',
      '--event',
      'upr.sessionStart=2027-01-25',
      '--json',
    )
    const clocks = JSON.parse(out) as readonly {
      id: string
      earliest: string | null
      kind: string
      hard: boolean
    }[]
    expect(clocks.find(({ earliest }) => earliest === '2026-06-25')).toMatchObject({
      kind: 'estimate',
      hard: false,
    })
    expect(clocks.find(({ id }) => id === 'upr-submission-deadline')?.earliest).toBeNull()
  })

  it('takes several events, and gives the clocks in the order of the rules', async () => {
    const { out } = await run(
      'en',
      '--mechanism',
      'un-wgad-regular',
      '--event',
      'opinion.sentToSource=2026-08-31',
      '--event',
      'communication.transmittedDate=2026-11-21',
      '--json',
    )
    expect(
      (JSON.parse(out) as { id: string; earliest: string }[]).map(({ id, earliest }) => [id, earliest]),
    ).toEqual([
      ['wgad-state-reply', '2027-01-20'],
      ['wgad-state-extension', '2027-02-19'],
      ['wgad-followup', '2027-02-28'],
    ])
  })

  it('tells a person the date, what it is, the words of the rule and its source', async () => {
    for (const [language, date, hard] of [
      ['en', '28 February 2027', 'HARD'],
      ['es', '28 de febrero de 2027', 'FIRME'],
      ['ca', '28 de febrer de 2027', 'FERM'],
    ] as const) {
      const { code, out } = await run(language, ...petition)
      expect(code).toBe(exit.ok)
      for (const words of [
        date,
        hard,
        'Six months from notification',
        'achr-46',
        '2027-02-28T23:59:59-05:00',
      ])
        expect(out).toContain(words)
    }
    const { out } = await run('es', '--mechanism', 'ia-petition', '--event', 'admissibility.date=2026-08')
    expect(out).toContain('sin verificar en un documento')
    expect(out).not.toContain('FIRME')
  })

  it('names what is known when the mechanism, the event or the date is not', async () => {
    const unknown = await run('en', '--mechanism', 'ia-petitoin', '--event', 'x=2026')
    expect(unknown.code).toBe(exit.missing)
    for (const { id } of mechanisms) expect(unknown.err).toContain(id)

    const none = await run('ca', '--mechanism', 'ia-petition')
    expect(none.code).toBe(exit.failed)
    expect(none.err).toMatch(/Indiqueu què ha passat[^]*remedies\.notificationDate {2}\(Notificació/)

    const anchor = await run('es', '--mechanism', 'ia-petition', '--event', 'arrest=2026-08-31')
    expect(anchor.err).toMatch(
      /Ninguna regla de ia-petition se cuenta desde «arrest»[^]*remedies\.notificationDate/,
    )

    for (const date of ['2026-02-30', 'soon', '', '2026-08-31T25:00Z']) {
      const wrong = await run(
        'en',
        '--mechanism',
        'ia-petition',
        '--event',
        `remedies.notificationDate=${date}`,
      )
      expect([wrong.code, wrong.out]).toEqual([exit.failed, ''])
      expect(wrong.err).toContain('remedies.notificationDate')
    }
    const twice = await run('en', ...petition, '--event', 'remedies.notificationDate=2026-09-01')
    expect(twice.err).toContain('given twice')
    const dateless = await run('en', '--mechanism', 'ia-petition', '--event', 'remedies.notificationDate')
    expect(dateless.err).toContain('has no date')
    const json = await run('en', '--mechanism', 'nothing', '--json')
    expect(JSON.parse(json.err)).toMatchObject({ error: { code: 'not_found' } })
    expect((await run('en', '--mechanism', 'gaamac', '--event', 'x=2026')).err).toContain('no time rules')
  })
})
