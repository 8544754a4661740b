import {
  Button,
  ClassBadge,
  Details,
  Difference,
  EmptyState,
  FilterForm,
  Flow,
  Line,
  LinkButton,
  Notice,
  Progress,
  Sealed,
  Section,
  Select,
  Stamp,
  Table,
  Tag,
  TextInput,
  Timestamp,
  VisibilityBadge,
} from '#web/components'
import { Bars, RelationGraph, Timeline, WorldMap } from '#web/charts'
import type { Assets } from '#web/shell'
import { WorkspaceShell } from '#web/shell'
import { mapCountries } from './sample-article.tsx'
import { sampleGraph, sampleTimeline } from './sample-case.tsx'
import { SampleIndices } from './sample-indices.tsx'
import { workFrame } from './sample-work.tsx'

/**
 * Every component in every state on one page; the pages it links to show them at work. Development only. `base` is the
 * address of the page itself, to which the sample pages' names are added.
 */
export function DesignPage({
  assets,
  samples,
}: {
  readonly assets: Assets
  readonly samples: readonly { readonly href: string; readonly label: string }[]
}) {
  return (
    <WorkspaceShell
      {...workFrame(assets, 'day')}
      lang="en"
      title="The parts of a page"
      lede="Every component in every state. The sample pages show them at work."
      navigation={samples}
    >
      <Section title="Who may see it">
        <Line>
          <VisibilityBadge visibility="public" label="Public" />
          <VisibilityBadge visibility="internal" label="Internal" />
          <VisibilityBadge visibility="restricted" label="Restricted" />
          <VisibilityBadge visibility="sealed" label="Sealed" />
        </Line>
        <Line>
          <ClassBadge valueClass="identity" label="identity" />
          <ClassBadge valueClass="health" label="health" />
          <ClassBadge valueClass="location" label="location" />
          <ClassBadge valueClass="legal" label="legal" />
          <ClassBadge valueClass="sealed" label="sealed" />
        </Line>
        <Sealed label="Sealed" action={<a href="#open">Open, giving a reason</a>} />
        <Line>
          <Tag>confirmed</Tag>
          <Tag>claimed</Tag>
          <Tag lang="es">en curso</Tag>
          <Stamp>Draft</Stamp>
          <Stamp>Fictitious</Stamp>
        </Line>
      </Section>
      <Section title="Buttons">
        <Line>
          <Button kind="primary">Save this person</Button>
          <Button>Keep as a draft</Button>
          <Button kind="warning">Withdraw this profile</Button>
          <Button disabled>Send to the Committee</Button>
          <Button kind="plain">Leave without saving</Button>
          <LinkButton href="#" small>
            Print the sheet
          </LinkButton>
        </Line>
      </Section>
      <Section title="Fields">
        <TextInput id="f1" name="f1" label="Name" hint="As the person writes it, in any script." />
        <TextInput id="f2" name="f2" label="Reference" value="114/2026" readOnly short />
        <TextInput
          id="f3"
          name="f3"
          label="Post code"
          error="Write four figures, such as 1043"
          value="10-43"
          short
        />
        <TextInput id="f4" name="f4" label="Closed" value="Set by the court" disabled />
        <FilterForm action="#" label="Filters" button="Show">
          <Select
            id="f5"
            name="f5"
            label="Order"
            value="b"
            options={[
              { value: 'a', label: 'By name' },
              { value: 'b', label: 'By last change' },
            ]}
          />
        </FilterForm>
      </Section>
      <Section title="Notices">
        <Notice title="How we count">One person is counted once, whatever the number of arrests.</Notice>
        <Notice kind="success">The profile is on the public site in three languages.</Notice>
        <Notice kind="warning" title="Due in two days">
          The rule behind this date has not been checked by anyone.
        </Notice>
        <Notice kind="danger" title="The family asked for silence">
          Nothing public may name this person. This draft cannot be sent.
        </Notice>
        <EmptyState
          title="No steps taken yet"
          action={
            <LinkButton href="#" kind="primary">
              Log the first step
            </LinkButton>
          }
        >
          A call, a meeting, a note: one line is enough.
        </EmptyState>
        <Details summary="What the public sees">
          <p>Name, country and rights. Nothing else leaves.</p>
        </Details>
      </Section>
      <Section title="Work under way">
        <Progress
          id="p1"
          label="Importing 12,400 people"
          done={8112}
          total={12400}
          detail="8,112 read, 31 to look at. You may leave this page."
          action={<Button small>Stop the import</Button>}
        />
        <Progress id="p2" label="Comparing profiles" />
      </Section>
      <Section title="What changed">
        <Table
          caption="Changes of 18 November 2026"
          columns={[
            { key: 'field', label: 'Field', heading: true },
            { key: 'change', label: 'Change' },
            { key: 'who', label: 'Who' },
            { key: 'when', label: 'When', nowrap: true },
          ]}
          rows={[
            {
              key: '1',
              cells: {
                field: 'Place of detention',
                change: (
                  <Difference
                    before="Unit 2"
                    after="Unit 4, Puerto Alba"
                    labels={{ before: 'Before', after: 'After' }}
                  />
                ),
                who: 'Inés Paz',
                when: <Timestamp dateTime="2026-11-18T10:04Z">18 Nov, 10:04</Timestamp>,
              },
            },
            {
              key: '2',
              cells: {
                field: 'Lawyer',
                change: <Difference after="Bruno Rey" labels={{ before: 'Before', after: 'After' }} />,
                who: 'Inés Paz',
                when: <Timestamp dateTime="2026-11-18T10:05Z">18 Nov, 10:05</Timestamp>,
              },
            },
          ]}
        />
      </Section>
      <Section title="Charts">
        <Flow>
          <WorldMap
            title="Where the people invited came from"
            tableCaption="People invited, by country"
            labels={{ place: 'Country', count: 'People' }}
            countries={mapCountries}
            points={[
              { code: 'x', lat: 41.39, lon: 2.17, label: 'Barcelona', count: 4, named: true },
              { code: 'y', lat: -34.6, lon: -58.38, label: 'Buenos Aires', count: 9, named: true },
            ]}
            contested={[
              { key: '238', label: 'Islas Malvinas / Falkland Islands' },
              { key: '732', label: 'Western Sahara' },
            ]}
            source="Source: invented, to show the map."
            method="Borders as drawn by Natural Earth; contested places carry the label this organisation gives them."
          />
          <Bars
            caption="Recommendations accepted, by reviewing group"
            labels={{ item: 'Group', value: 'Accepted', bar: 'Compared' }}
            items={[
              { key: 'a', label: 'Africa', value: 41, text: '41 %', tone: 'warn' },
              { key: 'b', label: 'Latin America and the Caribbean', value: 78, text: '78 %', href: '#' },
              { key: 'c', label: 'None answered', value: 0, text: '0 %' },
            ]}
            max={100}
          />
          <Timeline
            caption="One of each way a date can be known"
            lang="en"
            labels={{ when: 'When', what: 'What', drawing: 'In time' }}
            items={sampleTimeline}
          />
          <RelationGraph
            title="Relations of the case"
            tableCaption="The same relations, in words"
            labels={{ from: 'Who', relation: 'How', to: 'Whom', unsure: 'unconfirmed' }}
            {...sampleGraph}
          />
          <SampleIndices />
        </Flow>
      </Section>
    </WorkspaceShell>
  )
}
