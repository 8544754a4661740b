import type { PublicKind } from '#platform/house'
import { type Visit, redirect, route } from '#platform/http'
import { type Language, label, languages } from '#platform/i18n'
import { Problem } from '#platform/problem'
import type { Tx } from '#platform/records'
import {
  Button,
  Checkboxes,
  Form,
  FormActions,
  LinkButton,
  Notice,
  Radios,
  Section,
  Select,
  Table,
  TextArea,
  TextInput,
} from '#web/components'
import {
  type Arrangement,
  type Block,
  type SiteLink,
  accents,
  blockNames,
  hostShape,
  onionShape,
  readArrangement,
  sitePath,
} from '#web/site'
import { workspacePage } from '#web/workspace'
import { type Words, labelsOf, words } from '../messages.ts'
import { arrangeSite, readHolders, readOwnArrangement, writeHolders } from './arrange.ts'
import { readReaders } from './readers.ts'

/** How the public site stands: front page, menu, colour, addresses; and how often its pages are read. */
const siteScreen = route({
  method: 'get',
  path: '/workspace/site',
  may: 'read',
  handle: (visit) =>
    visit.within(async (tx) => {
      const { language, house } = visit
      const w = words(language)
      const arrangement = await readOwnArrangement(tx)
      const may = visit.session?.actor.role === 'administrator'
      return workspacePage(visit, {
        title: w('site_title'),
        lede: w('site_lede'),
        breadcrumbs: [{ href: '/workspace/publishing', label: w('list_title') }],
        actions: (
          <LinkButton href={sitePath({ slug: tx.actor.orgSlug }, language)}>{w('list_site')}</LinkButton>
        ),
        notices: may ? null : <Notice>{w('site_administrators')}</Notice>,
        children: (
          <>
            <Section title={w('site_front')} id="front">
              <Blocks {...{ visit, w, arrangement, may }} />
            </Section>
            {may ? (
              <Section title={w('site_look')} id="look">
                <Look {...{ visit, w, arrangement }} kinds={house.publicKinds} />
              </Section>
            ) : null}
            {may ? (
              <Section title={w('holders_title')} id="holders">
                <Form action="/workspace/site/holders" csrf={visit.session?.formToken ?? ''}>
                  <TextArea
                    id="holders-text"
                    name="holders"
                    label={w('holders_label')}
                    hint={w('holders_hint')}
                    value={(await readHolders(tx)).join('\n')}
                    rows={4}
                    maxLength={5000}
                  />
                  <FormActions>
                    <Button>{w('site_save')}</Button>
                  </FormActions>
                </Form>
              </Section>
            ) : null}
            <Section title={w('readers_title')} id="readers">
              <Readers {...{ w, tx, language }} rows={await readReaders(tx)} />
            </Section>
          </>
        ),
      })
    }),
})

interface Arranged {
  readonly visit: Visit
  readonly w: Words
  readonly arrangement: Arrangement
}

function Blocks({ visit, w, arrangement, may }: Arranged & { readonly may: boolean }) {
  const { blocks } = arrangement
  const csrf = visit.session?.formToken ?? ''
  const kindsNamed = new Map(
    visit.house.publicKinds.map((kind) => [kind.kind, label(kind.label, visit.language)]),
  )
  const told = (block: Block): string => {
    const name = 'kind' in block ? (kindsNamed.get(block.kind) ?? block.kind) : ''
    const more =
      block.block === 'text'
        ? block.page
        : block.block === 'one'
          ? block.slug
          : block.block === 'featured'
            ? block.slugs.join(', ')
            : block.block === 'links'
              ? block.links.map((link) => label(link.label, visit.language)).join(', ')
              : 'count' in block
                ? String(block.count)
                : ''
    return [w(`block_${block.block}`), name, more].filter(Boolean).join(' · ')
  }
  return (
    <>
      <p>{w(blocks.length === 0 ? 'site_no_blocks' : 'site_blocks')}</p>
      {blocks.length > 0 ? (
        <Form action="/workspace/site/blocks" csrf={csrf} label={w('site_front')}>
          <Table
            caption={w('site_front')}
            captionHidden
            columns={[
              { key: 'block', label: w('site_block'), heading: true },
              { key: 'do', label: w('site_move') },
            ]}
            rows={blocks.map((block, i) => ({
              key: `${i}`,
              cells: {
                block: told(block),
                do: may ? (
                  <span className="row">
                    {(['up', 'down', 'remove'] as const).map((move) => (
                      <Button key={move} kind="plain" small name="move" value={`${move} ${i}`}>
                        {w(`block_${move}`)}
                        <span className="hidden">: {told(block)}</span>
                      </Button>
                    ))}
                  </span>
                ) : null,
              },
            }))}
          />
        </Form>
      ) : null}
      {may ? (
        <Form action="/workspace/site/add" csrf={csrf} label={w('site_add')}>
          <fieldset className="flow">
            <legend>{w('site_add')}</legend>
            <Select
              id="block"
              name="block"
              label={w('site_block')}
              options={blockNames.map((name) => ({ value: name, label: w(`block_${name}`) }))}
            />
            <Select
              id="block-kind"
              name="kind"
              label={w('site_block_kind')}
              hint={w('site_block_kind_hint')}
              empty="–"
              options={visit.house.publicKinds.map((kind) => ({
                value: kind.kind,
                label: label(kind.label, visit.language),
              }))}
            />
            <TextInput
              id="block-count"
              name="count"
              type="number"
              min={1}
              max={12}
              label={w('site_block_count')}
              value="3"
              short
            />
            <TextArea
              id="block-what"
              name="what"
              label={w('site_block_what')}
              hint={w('site_block_what_hint')}
              rows={3}
            />
          </fieldset>
          <FormActions>
            <Button>{w('site_add_do')}</Button>
          </FormActions>
        </Form>
      ) : null}
    </>
  )
}

function Look({ visit, w, arrangement, kinds }: Arranged & { readonly kinds: readonly PublicKind[] }) {
  const { language } = visit
  return (
    <Form action="/workspace/site" csrf={visit.session?.formToken ?? ''}>
      <Radios
        id="accent"
        name="accent"
        label={w('site_accent')}
        hint={w('site_accent_hint')}
        value={arrangement.accent}
        options={accents.map((name) => ({ value: name, label: w(`accent_${name}`) }))}
      />
      <Checkboxes
        id="hidden"
        name="hidden"
        label={w('site_hidden')}
        values={arrangement.hidden}
        options={kinds
          .filter(({ order }) => order !== null)
          .map((kind) => ({ value: kind.path, label: label(kind.label, language) }))}
      />
      <TextArea
        id="menu"
        name="menu"
        label={w('site_menu')}
        hint={w('site_menu_hint')}
        value={arrangement.menu.map(writeLink).join('\n')}
        rows={4}
      />
      <TextInput
        id="domain"
        name="domain"
        label={w('site_domain')}
        hint={w('site_domain_hint')}
        value={arrangement.domain ?? ''}
        maxLength={253}
      />
      <TextInput
        id="onion"
        name="onion"
        label={w('site_onion')}
        hint={w('site_onion_hint')}
        value={arrangement.onion ?? ''}
        maxLength={62}
      />
      <FormActions>
        <Button kind="primary">{w('site_save')}</Button>
      </FormActions>
    </Form>
  )
}

/** `https://… | English | Español | Català`, a line each. */
const writeLink = ({ href, label: text }: SiteLink): string =>
  [href, ...languages.map((code) => text[code] ?? '')].join(' | ')

function readLinks(text: string): readonly SiteLink[] {
  return text.split('\n').flatMap((line) => {
    if (!line.trim()) return []
    const [href = '', ...names] = line.split('|').map((part) => part.trim())
    const said = Object.fromEntries(languages.flatMap((code, i) => (names[i] ? [[code, names[i]]] : [])))
    const [link] = readArrangement({ menu: [{ href, label: said }] }).menu
    if (!link) throw new Problem('invalid', { explanation: labelsOf('refused_link') })
    return [link]
  })
}

function Readers(props: {
  readonly w: Words
  readonly tx: Tx
  readonly language: Language
  readonly rows: Awaited<ReturnType<typeof readReaders>>
}) {
  const { w, tx, language, rows } = props
  if (rows.length === 0) return <p>{w('readers_none')}</p>
  return (
    <>
      <p>{w('readers_lede')}</p>
      <Table
        caption={w('readers_title')}
        captionHidden
        columns={[
          { key: 'page', label: w('public_page'), heading: true },
          { key: 'week', label: w('readers_week'), numeric: true },
          { key: 'month', label: w('readers_month'), numeric: true },
        ]}
        rows={rows.map(({ page, week, month }) => ({
          key: page,
          cells: {
            page: (
              <a href={sitePath({ slug: tx.actor.orgSlug }, language, page === '/' ? '' : page)}>{page}</a>
            ),
            week: week.toLocaleString(language),
            month: month.toLocaleString(language),
          },
        }))}
      />
    </>
  )
}

const lookRoute = route({
  method: 'post',
  path: '/workspace/site',
  may: 'administer',
  handle: (visit) =>
    visit.within(async (tx) => {
      const { form } = visit
      const host = (name: 'domain' | 'onion', shape: RegExp): string | null => {
        const given = form.get(name).trim().toLowerCase()
        if (given && !shape.test(given))
          throw new Problem('invalid', { explanation: labelsOf(`refused_${name}`) })
        return given || null
      }
      await arrangeSite(tx, {
        accent: accents.find((one) => one === form.get('accent')) ?? 'petrol',
        hidden: form.all('hidden'),
        menu: readLinks(form.get('menu')),
        domain: host('domain', hostShape),
        onion: host('onion', onionShape),
      })
      return redirect('/workspace/site#look')
    }),
})

const moveRoute = route({
  method: 'post',
  path: '/workspace/site/blocks',
  may: 'administer',
  handle: (visit) =>
    visit.within(async (tx) => {
      const [move = '', at = ''] = visit.form.get('move').split(' ')
      const { blocks } = await readOwnArrangement(tx)
      const from = Number(at)
      const block = blocks[from]
      if (!Number.isInteger(from) || !block) throw new Problem('malformed')
      const rest = blocks.filter((_, i) => i !== from)
      const to = move === 'up' ? from - 1 : from + 1
      await arrangeSite(tx, {
        blocks: move === 'remove' ? rest : rest.toSpliced(Math.max(0, to), 0, block),
      })
      return redirect('/workspace/site#front')
    }),
})

const addRoute = route({
  method: 'post',
  path: '/workspace/site/add',
  may: 'administer',
  handle: (visit) =>
    visit.within(async (tx) => {
      const { form } = visit
      const lines = form
        .get('what')
        .split('\n')
        .map((line) => line.trim())
        .filter(Boolean)
      // An address of the site, or its last part alone.
      const slugs = lines.map((line) => line.split('/').at(-1) ?? '')
      const block = form.get('block')
      const [read] = readArrangement({
        blocks: [
          {
            block,
            kind: form.get('kind'),
            count: Number(form.get('count')),
            page: slugs[0],
            slug: slugs[0],
            slugs,
            ...(block === 'links' && { links: readLinks(form.get('what')) }),
          },
        ],
      }).blocks
      if (!read) throw new Problem('invalid', { explanation: labelsOf('refused_block') })
      const { blocks } = await readOwnArrangement(tx)
      if (blocks.length >= 20) throw new Problem('invalid', { explanation: labelsOf('refused_blocks') })
      await arrangeSite(tx, { blocks: [...blocks, read] })
      return redirect('/workspace/site#front')
    }),
})

const holdersRoute = route({
  method: 'post',
  path: '/workspace/site/holders',
  may: 'administer',
  handle: (visit) =>
    visit.within(async (tx) => {
      await writeHolders(tx, visit.form.get('holders'))
      return redirect('/workspace/site#holders')
    }),
})

/** The site as its organisation arranges it. */
export const siteRoutes = [siteScreen, lookRoute, moveRoute, addRoute, holdersRoute]
