import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { renderDocx, renderPdf } from '#platform/documents'
import { type Tx, createRecord, readRecord, updateRecord } from '#platform/records'
import { testApp } from '../../../../tests/support/app.ts'
import { giveConsent } from '../../../../tests/support/consent.ts'
import { readPdf } from '../../../../tests/support/read-pdf.ts'
import { approveAsSecond } from '../../../../tests/support/second-person.ts'
import { findWithheldHere } from '../withheld/index.ts'
import { countSection } from './actions/count-section.ts'
import { askForApproval } from './actions/ask-for-approval.ts'
import { paperOf } from './document.ts'
import { type PublicTextData, projectText, textChoices } from './projection.ts'
import { readStandings } from './queries/stages.ts'

const everything = [...textChoices]

/** A person signed in, with a real site beside it. */
async function desk() {
  const app = await testApp()
  const ada = await app.signIn()
  return { app, ada, within: ada.within }
}

const addPerson = (tx: Tx, name: Readonly<Record<string, string>> = { given: 'Neva', family: 'Toralin' }) =>
  createRecord(tx, { type: 'person', values: { name } })

const addCase = (tx: Tx, people: readonly (readonly [string, string])[], publicity?: string) =>
  createRecord(tx, {
    type: 'case',
    acting: true,
    values: {
      code_name: 'Heron',
      kind: 'artist',
      people: people.map(([to, role]) => ({ to, attributes: { role } })),
      ...(publicity && { publicity }),
    },
  })

const addText = (tx: Tx, values: Readonly<Record<string, unknown>> = {}) =>
  createRecord(tx, {
    type: 'public_text',
    values: {
      kind: 'press_release',
      title: { en: 'A singer is held', es: 'Detienen a una cantante' },
      body: { en: 'She was taken from her home.', es: 'La sacaron de su casa.' },
      dated: '2026-11-20',
      ...values,
    },
  })

/** Asked for, and approved by somebody else. */
async function approve(tx: Tx, id: string) {
  const record = await readRecord(tx, id)
  const asked = await askForApproval(tx, record, { version: record.version, choice: everything })
  if ('approval' in asked) await approveAsSecond(tx, asked.approval)
  return (await readStandings(tx, [id]))(id)
}

describe('whoever must not be named', () => {
  test('is not named in a draft: by hand, by reference, in a quotation, by another spelling; others may be', async () => {
    const { within } = await desk()
    const { quiet, open } = await within(async (tx) => {
      const one = await addPerson(tx, {
        full: 'Neva María Tóralin de la Cruz',
        given: 'Neva María',
        family: 'Tóralin de la Cruz',
      })
      await addCase(tx, [[one.id, 'at_risk']], 'quiet')
      const other = await addPerson(tx, { given: 'Ilka', family: 'Sorven' })
      await addCase(tx, [[other.id, 'at_risk']], 'public')
      const undecided = await addPerson(tx, { full: 'Quetzal' })
      await addCase(tx, [[undecided.id, 'at_risk']])
      return { quiet: one.id, open: other.id }
    })
    const refused = { kind: 'invalid', fields: [{ field: 'body' }] }
    for (const words of [
      'They took Neva Toralin.',
      'They took TÓRALIN, NEVA at dawn.',
      'María Toralin sings.',
      'Невa Торалин',
      'The songs of Neva de la Cruz',
      'So says Quetzal.',
    ])
      await expect(
        within((tx) => addText(tx, { body: { es: words } })),
        words,
      ).rejects.toMatchObject(refused)
    // Neither two given names alone, nor the words far from each other, nor half a name.
    await within((tx) =>
      addText(tx, { body: { en: 'Neva María López. And far away, in another town, a Toralin.' } }),
    )
    await within((tx) => addText(tx, { body: { en: 'Ilka Sorven has agreed.' }, people: [{ to: open }] }))
    await expect(within((tx) => addText(tx, { people: [{ to: quiet }] }))).rejects.toMatchObject({
      kind: 'invalid',
      fields: [{ field: 'people' }],
    })
    const { id } = await within((tx) => addText(tx))
    const quote = (values: Readonly<Record<string, unknown>>) =>
      within((tx) =>
        createRecord(tx, {
          type: 'text_quote',
          values: { text: { to: id }, words: { en: 'Never.' }, said_by: 'A relative', ...values },
        }),
      )
    await expect(quote({ words: { en: 'Free Neva Toralin.' } })).rejects.toMatchObject({
      fields: [{ field: 'words' }],
    })
    await expect(quote({ said_by: 'Neva Toralin' })).rejects.toMatchObject({ kind: 'invalid' })
    await expect(quote({ speaker: { to: quiet } })).rejects.toMatchObject({ fields: [{ field: 'speaker' }] })
    await expect(
      within((tx) => updateRecord(tx, { id, version: 1, values: { title: { en: 'Free Neva Toralin' } } })),
    ).rejects.toMatchObject(refused)
    // By SQL, where the engine does not look.
    await expect(
      within((tx) =>
        sql`update record_search set words = word_vector('free neva toralin') where record_id = ${id}::uuid`.execute(
          tx.sql,
        ),
      ),
    ).rejects.toMatchObject({ kind: 'invalid' })
  })

  test('is told of in a draft of before, which nobody can release, and whose paper nobody gets', async () => {
    const { ada, within } = await desk()
    const { id, person, made } = await within(async (tx) => {
      const one = await addPerson(tx)
      await giveConsent(tx, one.id)
      const file = await addCase(tx, [[one.id, 'at_risk']], 'public')
      const text = await addText(tx, { body: { en: 'They took Neva Toralin.' }, people: [{ to: one.id }] })
      return { id: text.id, person: one.id, made: file.id }
    })
    expect(await within((tx) => findWithheldHere(tx, id))).toEqual([])
    await within((tx) =>
      updateRecord(tx, { id: made, version: 1, values: { publicity: 'quiet' }, acting: true }),
    )
    expect(await within((tx) => findWithheldHere(tx, id))).toEqual([
      { recordId: id, name: 'neva toralin', why: 'silence' },
    ])
    await expect(within((tx) => approve(tx, id))).rejects.toMatchObject({ kind: 'conflict' })
    expect((await ada.get(`/workspace/publications/${id}/document?format=pdf`)).status).toBe(409)
    expect(await (await ada.get(`/workspace/publications/${id}`)).text()).toContain('neva toralin')
    expect(person).toBeTruthy()
  })

  test('of the people of its cases, whoever has not agreed is found in the words; who is said to have done it is not', async () => {
    const { within } = await desk()
    const id = await within(async (tx) => {
      const singer = await addPerson(tx)
      const mother = await addPerson(tx, { given: 'Olga', family: 'Toralin' })
      const accused = await addPerson(tx, { given: 'Evaristo', family: 'Lamadril' })
      await giveConsent(tx, singer.id)
      const file = await addCase(
        tx,
        [
          [singer.id, 'at_risk'],
          [mother.id, 'family'],
          [accused.id, 'alleged_perpetrator'],
        ],
        'public',
      )
      const text = await addText(tx, {
        cases: [{ to: file.id }],
        people: [{ to: singer.id }],
        body: {
          en: 'Neva Toralin was taken by guards of Evaristo Lamadril. Her mother, Olga Toralin, saw it.',
        },
      })
      return text.id
    })
    expect(await within((tx) => findWithheldHere(tx, id))).toEqual([
      { recordId: id, name: 'olga toralin', why: 'consent' },
    ])
    await expect(within((tx) => approve(tx, id))).rejects.toMatchObject({ kind: 'conflict' })
    await within((tx) =>
      updateRecord(tx, {
        id,
        version: 1,
        values: { body: { en: 'Neva Toralin was taken. Her mother saw it.' } },
      }),
    )
    expect((await within((tx) => approve(tx, id))).stage).toBe('released')
  })
})

describe('consent', () => {
  test('to the press and to the website is asked of everyone named and quoted, by SQL as well', async () => {
    const { within } = await desk()
    const { id, person } = await within(async (tx) => {
      const one = await addPerson(tx)
      await giveConsent(tx, one.id, { channels: ['website'] })
      return { person: one.id, id: (await addText(tx, { people: [{ to: one.id }] })).id }
    })
    await expect(within((tx) => approve(tx, id))).rejects.toMatchObject({ kind: 'conflict' })
    const write = (named: readonly unknown[]) =>
      within(async (tx) => {
        await sql`update org set settings = '{"four_eyes": "off"}' where id = ${tx.actor.orgId}::uuid`.execute(
          tx.sql,
        )
        await updateRecord(tx, { id, version: 1, values: {}, visibility: 'public' })
        await sql`insert into publication (org_id, id, kind, slug, record_id, data, published_by, sources, named) values (
          ${tx.actor.orgId}::uuid, gen_random_uuid(), 'public_text', gen_random_uuid()::text, ${id}::uuid,
          ${JSON.stringify({ fictitious: false, title: { en: 'A singer is held' } })}::jsonb, ${tx.actor.accountId}::uuid,
          ${JSON.stringify([{ key: 'title', item: 'en', recordId: id, field: 'title', held: { en: 'A singer is held' } }])}::jsonb,
          ${JSON.stringify(named)}::jsonb)`.execute(tx.sql)
      })
    const who = { personId: person, scope: 'name_public', basis: 'consent', purpose: 'publication' }
    await expect(write([{ ...who, channel: 'press' }])).rejects.toThrow(/consent_other_channel/)
    await within((tx) => giveConsent(tx, person, { channels: ['press'] }))
    expect((await within((tx) => approve(tx, id))).stage).toBe('released')
  })

  test('of somebody without a record is said with the quotation', async () => {
    const { within } = await desk()
    const { id, quote } = await within(async (tx) => {
      const text = await addText(tx)
      const made = await createRecord(tx, {
        type: 'text_quote',
        values: { text: { to: text.id }, words: { en: 'She only sang.' }, said_by: 'A neighbour' },
      })
      return { id: text.id, quote: made.id }
    })
    await expect(within((tx) => approve(tx, id))).rejects.toMatchObject({ kind: 'conflict' })
    await within((tx) =>
      updateRecord(tx, { id: quote, version: 1, values: { agreed: 'spoken', agreed_on: '2026-11-19' } }),
    )
    expect((await within((tx) => approve(tx, id))).stage).toBe('released')
  })
})

describe('a released text', () => {
  test('is read in its languages with its corrections; what is rewritten leaves at once; withdrawn, it never was', async () => {
    const { app, ada, within } = await desk()
    const { id, slug } = await within(async (tx) => {
      const { id: text } = await addText(tx)
      const standing = await approve(tx, text)
      return { id: text, slug: standing.slug ?? '' }
    })
    const at = (language: string) => app.fetch(`/site/${ada.actor.orgSlug}/${language}/publications/${slug}`)
    expect(await (await at('es')).text()).toContain('La sacaron de su casa.')
    await within(async (tx) => {
      await createRecord(tx, {
        type: 'text_correction',
        values: { text: { to: id }, on: '2026-11-21', words: { en: 'She was taken at dawn, not at noon.' } },
      })
      await approve(tx, id)
    })
    const corrected = await (await at('en')).text()
    expect(corrected).toContain('She was taken at dawn, not at noon.')
    expect(corrected).toContain('She was taken from her home.')
    const { version } = await within((tx) => readRecord(tx, id))
    await within((tx) => updateRecord(tx, { id, version, values: { body: { en: 'Rewritten.' } } }))
    const rewritten = await (await at('en')).text()
    expect(rewritten).not.toContain('She was taken from her home.')
    expect(rewritten).not.toContain('Rewritten.')
    const never = await (
      await app.fetch(`/site/${ada.actor.orgSlug}/en/publications/never-was-abc234`)
    ).text()
    await within((tx) => updateRecord(tx, { id, version: version + 1, values: {}, visibility: 'internal' }))
    const gone = await at('en')
    expect(gone.status).toBe(404)
    expect(await gone.text()).toBe(never)
  })

  test('under embargo is seen by nobody before its instant, whatever is asked; put off, it waits longer', async () => {
    const { app, ada, within } = await desk()
    const title = { en: 'Kestrel embargo canary' }
    const { id, standing } = await within(async (tx) => {
      await approve(tx, (await addText(tx)).id)
      const text = await addText(tx, { title, embargo: '2090-01-01T10:00[America/Argentina/Buenos_Aires]' })
      return { id: text.id, standing: await approve(tx, text.id) }
    })
    expect(standing.stage).toBe('approved')
    expect(standing.notBefore?.toISOString()).toBe('2090-01-01T13:00:00.000Z')
    // Everything that can be reached from the front page by its links, and what a reader may look for.
    const base = `/site/${ada.actor.orgSlug}`
    const left = [
      ...['en', 'es', 'ca'].map((language) => `${base}/${language}`),
      `${base}/en/publications/${standing.slug}`,
      `${base}/en/publications?q=kestrel`,
      `${base}/en/search?q=kestrel`,
    ]
    const seen = new Set<string>()
    while (left.length > 0 && seen.size < 150) {
      const path = left.pop() ?? ''
      if (seen.has(path)) continue
      seen.add(path)
      const text = await (await app.fetch(path)).text()
      expect(text.toLowerCase(), path).not.toContain('kestrel embargo')
      for (const [, href = ''] of text.matchAll(/href="([^"#]+)/g))
        if (href.startsWith(base)) left.push(href.replaceAll('&amp;', '&'))
    }
    expect(seen.size).toBeGreaterThan(12)
    expect(await (await app.fetch(`${base}/en/publications`)).text()).toContain('A singer is held')
    expect(await (await app.fetch('/sitemap.xml')).text()).not.toContain(String(standing.slug))
    const { rows } = await sql`select 1 from publication where slug = ${standing.slug}`.execute(
      app.house.publicDb,
    )
    expect(rows).toEqual([])
    // Written without its embargo it is refused by the database.
    await expect(
      within((tx) =>
        sql`update publication set not_before = null where record_id = ${id}::uuid`.execute(tx.sql),
      ),
    ).rejects.toThrow(/before its embargo/)
    const { version } = await within((tx) => readRecord(tx, id))
    await within((tx) =>
      updateRecord(tx, {
        id,
        version,
        values: { embargo: '2091-01-01T10:00[America/Argentina/Buenos_Aires]' },
      }),
    )
    expect((await within((tx) => readStandings(tx, [id])))(id).notBefore?.toISOString()).toBe(
      '2091-01-01T13:00:00.000Z',
    )
  })
})

test('a report shows sections with tables of our own figures, on the web, in PDF and in DOCX', async () => {
  const { within } = await desk()
  const data = await within(async (tx) => {
    const { id } = await addText(tx, {
      kind: 'report',
      title: { en: 'A year of doors', es: 'Un año de puertas' },
      body: { en: '' },
    })
    const section = (values: Readonly<Record<string, unknown>>) =>
      createRecord(tx, { type: 'report_section', values: { text: { to: id }, ...values } })
    for (let n = 0; n < 7; n++) {
      const { id: who } = await addPerson(tx, { given: `Ana${n}`, family: `Riu${n}` })
      await createRecord(tx, {
        type: 'case',
        acting: true,
        values: {
          code_name: `C${n}`,
          kind: n < 6 ? 'artist' : 'journalist',
          opened: '2026-03-01',
          people: [{ to: who, attributes: { role: 'at_risk' } }],
        },
      })
    }
    await section({
      place: 2,
      kind: 'words',
      heading: { en: 'Context', es: 'Contexto' },
      words: { en: '- one\n- two' },
    })
    const figures = await section({
      place: 1,
      kind: 'figures',
      heading: { en: 'Our work', es: 'Nuestro trabajo' },
      first_day: '2026-01-01',
      last_day: '2026-12-31',
      figures: ['opened'],
      drawn: 'chart',
    })
    expect((await projectText(tx, await readRecord(tx, id), new Set(everything))).refusals).toHaveLength(1)
    await countSection(tx, figures.id)
    return (await projectText(tx, await readRecord(tx, id), new Set(everything)))
      .data as unknown as PublicTextData
  })
  expect(data.sections?.map(({ heading }) => heading['en'])).toEqual(['Our work', 'Context'])
  const [table] = data.sections?.[0]?.tables ?? []
  expect(table?.as).toBe('chart')
  // Seven cases: six artists and one journalist, of whom neither number is told, since the one follows from the other.
  expect(table?.rows.map(({ cells }) => cells)).toEqual([[null], [null]])
  expect(table?.total?.cells).toEqual([7])
  const paper = paperOf(data, {
    language: 'es',
    others: ['en'],
    organisation: 'Test',
    day: '2026-11-21',
    draft: true,
  })
  const { text } = await readPdf((await renderPdf(paper)).bytes)
  expect(text).toContain('Un año de puertas')
  expect(text).toContain('reservado')
  expect(text).toContain('BORRADOR')
  expect((await renderDocx(paper)).bytes.length).toBeGreaterThan(2_000)
})
