import type { Language } from '#platform/i18n'
import { type RecordView, type Tx, readRecords } from '#platform/records'
import { Notice, Table } from '#web/components'
import { type Lack, peopleOf, readLacks, whyInWords } from '../consent-gate.ts'
import { sendingWords } from '../messages.ts'
import { type SubmissionRule, ruleOf } from '../rules.ts'
import type { SubmissionFile } from '../queries/read-submissions.ts'

/** Who is in a submission, and what stands against it today if all of them are named. */
export interface Gate {
  readonly rule: SubmissionRule | null
  readonly people: readonly RecordView[]
  /** How many of them the reader may not see. */
  readonly hidden: number
  readonly lacks: readonly Lack[]
}

/** Reads the gate of a submission as of today. */
export async function readGate(tx: Tx, file: Pick<SubmissionFile, 'id' | 'mechanism'>): Promise<Gate> {
  const rule = ruleOf(file.mechanism.id)
  const ids = await peopleOf(tx, file.id)
  const people = await readRecords(tx, ids)
  const lacks = await readLacks(tx, {
    mechanism: file.mechanism.id,
    people: ids,
    told: [],
    named: rule?.audience === 'none' ? [] : ids,
  })
  return { rule, people, hidden: ids.length - people.length, lacks }
}

/** For each person what they agreed to. Who did not agree to be named is a code in the copies. */
export function GateTable({ gate, language }: { readonly gate: Gate; readonly language: Language }) {
  const w = sendingWords(language)
  const { rule, people, lacks, hidden } = gate
  if (!rule) return null
  if (people.length + hidden === 0) return <Notice kind="info">{w('nobody_in_it')}</Notice>
  const scope = rule.audience === 'none' ? null : rule.audience === 'state' ? 'name_to_state' : 'name_public'
  const cell = (personId: string, of: string) => {
    const lack = lacks.find((one) => one.personId === personId && one.scope === of)
    return lack ? <b>{whyInWords(lack, language)}</b> : w('agreed')
  }
  return (
    <>
      <p className="quiet">{w(`level_${rule.level.replaceAll('-', '_') as 'required'}`)}</p>
      <Table
        caption={w('gate')}
        captionHidden
        columns={[
          { key: 'who', label: w('who'), heading: true },
          { key: 'act', label: w('scope_act') },
          ...(scope ? [{ key: 'name', label: w(`scope_${scope}`) }] : []),
        ]}
        rows={people.map((person) => ({
          key: person.id,
          cells: {
            who: (
              <a href={`/workspace/record/${person.id}`} dir="auto">
                {person.title}
              </a>
            ),
            act: cell(person.id, 'act'),
            ...(scope && { name: cell(person.id, scope) }),
          },
        }))}
      />
      {hidden > 0 ? <p className="quiet">{w('hidden_people', { count: hidden })}</p> : null}
      {scope ? <p className="quiet">{w('unnamed_coded')}</p> : null}
    </>
  )
}
