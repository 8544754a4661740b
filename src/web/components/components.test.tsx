import type { ReactElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, test } from 'vitest'
import { Card } from './cards.tsx'
import { Checkboxes, Radios, Select } from './choices.tsx'
import { FactList, Sealed } from './facts.tsx'
import { TextInput } from './fields.tsx'
import { Facets, Pager, SearchBox } from './finding.tsx'
import { Form, FormErrors, Repeat } from './forms.tsx'
import { Progress } from './notices.tsx'
import { Table } from './table.tsx'

const html = (element: ReactElement): string => renderToStaticMarkup(element)

describe('a field', () => {
  test('reads its hint and its error with the control, and keeps what was typed', () => {
    const field = html(
      <TextInput id="born" name="born" label="Born" hint="As known" error="Not a date" value="spring" />,
    )
    expect(field).toContain('<label for="born">')
    expect(field).toContain('aria-describedby="born-hint born-error"')
    expect(field).toContain('aria-invalid="true"')
    expect(field).toContain('value="spring"')
    expect(field).toContain('id="born-error"')
  })

  test('without hint or error refers to nothing', () => {
    expect(html(<TextInput id="a" name="a" label="A" />)).not.toMatch(/aria-/)
  })

  test('escapes what people write', () => {
    expect(html(<TextInput id="a" name="a" label="A" value={'"><script>alert(1)</script>'} />)).not.toContain(
      '<script>',
    )
  })
})

describe('choices', () => {
  const options = [
    { value: 'x', label: 'X' },
    { value: 'y', label: 'Y', hint: 'Why' },
  ]
  test('the error summary’s link leads to the first control of the group', () => {
    const radios = html(<Radios id="v" name="v" label="Who" options={options} value="y" error="Choose" />)
    expect(radios).toMatch(/<input[^>]*id="v"/)
    expect(radios).toMatch(/<input[^>]*id="v-1"[^>]*checked/)
    expect(radios).toContain('<fieldset class="field" aria-describedby="v-error">')
  })

  test('several may be ticked', () => {
    expect(
      html(<Checkboxes id="r" name="r" label="R" options={options} values={['x', 'y']} />).match(/checked/g),
    ).toHaveLength(2)
  })

  test('a list takes one or several values, grouped or not', () => {
    const one = html(
      <Select id="c" name="c" label="C" options={[{ label: 'G', options }]} value="y" empty="Choose" />,
    )
    expect(one).toContain('<optgroup label="G">')
    expect(one.match(/selected/g)).toHaveLength(1)
    const two = html(<Select id="c" name="c" label="C" options={options} value={['x', 'y']} multiple />)
    expect(two.match(/selected/g)).toHaveLength(2)
  })
})

test('an empty summary of errors is nothing at all', () => {
  expect(html(<FormErrors title="Two things" errors={[]} />)).toBe('')
  expect(
    html(<FormErrors title="One thing" errors={[{ fieldId: 'a', message: 'Write a name' }]} />),
  ).toContain('<a href="#a">Write a name</a>')
})

test('a form carries its token first, and posts files only when asked', () => {
  expect(
    html(
      <Form action="/x" csrf="t">
        z
      </Form>,
    ),
  ).toMatch(/<form[^>]*><input type="hidden" name="_csrf" value="t"\/>z/)
  expect(
    html(
      <Form action="/x" csrf="t" files>
        z
      </Form>,
    ),
  ).toContain('multipart/form-data')
})

test('a repeated group can grow and shrink without scripts', () => {
  const group = html(
    <Repeat
      name="alias"
      title="Aliases"
      rows={['a', 'b']}
      blank="__row__"
      labels={{ add: 'Add', remove: 'Remove' }}
    />,
  )
  expect(group).toMatch(/<button[^>]*value="alias"[^>]*name="_add"/)
  expect(group).toMatch(/<button[^>]*value="alias\.1"[^>]*name="_remove"/)
  // Enter presses the first button, which must not be one that removes.
  expect(group.match(/<button[^>]*>/)?.[0]).toBe(
    '<button type="submit" class="hidden" tabindex="-1" aria-hidden="true">',
  )
  expect(group).toContain('<template>')
})

test('a table writes its roles, its captions and its phone labels', () => {
  const table = html(
    <Table
      caption="People"
      columns={[
        { key: 'n', label: 'Name', heading: true },
        { key: 'c', label: 'Cases', numeric: true, sort: { href: '?s', order: 'descending' } },
      ]}
      rows={[{ key: '1', cells: { n: 'Aurelia', c: '3' } }]}
    />,
  )
  expect(table).toContain('<caption>People</caption>')
  expect(table).toContain('aria-sort="descending"')
  expect(table).toContain('<th scope="row" role="rowheader"><bdi>Aurelia</bdi></th>')
  expect(table).toContain('<td role="cell" class="n" data-label="Cases">3</td>')
})

test('a fact shows where it comes from, how sensitive it is, and the words it was read from', () => {
  const facts = html(
    <FactList
      facts={[
        {
          label: 'Place',
          value: 'Unit 4',
          citations: [{ number: 2, href: '#s2', label: 'source 2' }],
          original: { label: 'Original', text: 'a la quatre', lang: 'ca' },
        },
      ]}
    />,
  )
  expect(facts).toContain('<a href="#s2" aria-label="source 2">[2]</a>')
  expect(facts).toContain('lang="ca"')
})

test('a sealed value says so in words', () => expect(html(<Sealed label="Sealed" />)).toContain('Sealed'))

test('a card without a portrait puts no picture in its place', () => {
  expect(html(<Card title="Aurelia" />)).not.toContain('<img')
  expect(
    html(<Card title="A" portrait={{ src: '/p', alt: 'Aurelia, 2024', width: 4, height: 5 }} />),
  ).toContain('alt="Aurelia, 2024"')
})

test('a chosen filter says that it can be removed, and a hidden count stays hidden', () => {
  const facets = html(
    <Facets
      label="Filters"
      labels={{ remove: 'Remove' }}
      groups={[{ label: 'Country', values: [{ label: 'QM', href: '?', chosen: true }] }]}
    />,
  )
  expect(facets).toContain('<span class="hidden">Remove: </span>QM')
  expect(facets).not.toContain('undefined')
})

test('a search is a GET that keeps the filters in force', () => {
  const box = html(
    <SearchBox id="q" action="/p" label="Search" button="Go" value="a b" keep={[['country', 'qm']]} />,
  )
  expect(box).toContain('method="get"')
  expect(box).toContain('<input type="hidden" name="country" value="qm"/>')
})

test('a list of one page has no pager', () => expect(html(<Pager label="Pages" />)).toBe(''))

test('a job of unknown length shows no share done', () => {
  expect(html(<Progress id="p" label="Comparing" />)).toContain('<progress id="p"></progress>')
  expect(html(<Progress id="p" label="Importing" total={10} />)).toContain('value="0" max="10"')
})
