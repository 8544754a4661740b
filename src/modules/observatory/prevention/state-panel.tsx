import { sql } from 'kysely'
import { formatDate } from '#platform/dates'
import { label, labels } from '#platform/i18n'
import type { Tx } from '#platform/records'
import { FactList } from '#web/components'
import { caveats } from '../files/caveats.ts'
import type { StatePanel } from '../states/state-panel.ts'
import { assessmentAddress, preventionAddress, riskAddress } from './addresses.ts'
import { preventionWords } from './messages.ts'
import { inWords } from './pages/in-words.ts'
import { percentText } from './pages/warning-parts.tsx'
import { latestOfEach, listAssessments } from './queries/read-assessments.ts'
import { ewpImporter } from './warning/ewp-importer.ts'
import { latestRisk } from './warning/read-warning.ts'

interface Point {
  readonly id: string
  readonly title: string
  readonly role: string
}

async function focalPointsOf(tx: Tx, country: string): Promise<readonly Point[]> {
  const { rows } = await sql<Point>`
    select r.id, r.title, r.values->>'role' as role from record_key k
      join record r on r.org_id = k.org_id and r.id = k.record_id and r.deleted_at is null and r.merged_into is null
     where k.org_id = ${tx.actor.orgId}::uuid and k.type = 'focal_point' and k.field = 'state' and k.key = ${country}
     order by r.title, r.id limit 20`.execute(tx.sql)
  return rows
}

/** On the page of a state: the latest assessment that the reader may see, the risk of the latest refit, who to turn to. */
export const preventionStatePanel: StatePanel = {
  id: 'prevention',
  order: 70,
  title: labels('Prevention of atrocities', 'Prevención de atrocidades', "Prevenció d'atrocitats"),
  filledBy: [ewpImporter],
  render: async ({ tx, polity, language, until }) => {
    const w = preventionWords(language)
    const [assessment] =
      polity.country === null ? [] : latestOfEach(await listAssessments(tx, { state: polity.country, until }))
    const points = polity.country === null ? [] : await focalPointsOf(tx, polity.country)
    const found = polity.n === 0 ? null : await latestRisk(tx, polity.code)
    const risk = found && (until === undefined || String(found.year) <= until.slice(0, 4)) ? found : null
    if (!assessment && points.length === 0 && !risk) return null
    return (
      <>
        <FactList
          facts={[
            ...(assessment
              ? [
                  {
                    label: w('assessment'),
                    value: (
                      <a href={assessmentAddress(assessment.id)}>
                        {w('assessed_on', { when: formatDate(assessment.asOf, language) })}
                      </a>
                    ),
                  },
                ]
              : []),
            ...(risk
              ? [
                  {
                    label: w('warning'),
                    value: (
                      <>
                        <a href={riskAddress(risk.run, polity.code)}>{percentText(risk.risk, language)}</a>{' '}
                        {w('risk_words', { rank: risk.rank, count: risk.of, year: risk.year })}
                      </>
                    ),
                  },
                ]
              : []),
            ...(points.length > 0
              ? [
                  {
                    label: w('focal_points'),
                    value: (
                      <ul className="list">
                        {points.map((one) => (
                          <li key={one.id}>
                            <a href={`/workspace/record/${one.id}`} dir="auto">
                              {one.title}
                            </a>{' '}
                            <span className="quiet">
                              ({inWords(tx, 'focal_point', 'role', one.role, language)})
                            </span>
                          </li>
                        ))}
                      </ul>
                    ),
                  },
                ]
              : []),
          ]}
        />
        {risk ? <p className="quiet">{label(caveats.earlyWarning, language)}</p> : null}
        <p>
          <a href={preventionAddress}>{w('title')}</a>
        </p>
      </>
    )
  },
}
