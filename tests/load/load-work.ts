import type { Client } from 'pg'

/** What the desk has that `loadWork` writes. */
export const work = {
  cases: 10_000,
  tasks: 50_000,
  steps: 20_000,
  /** Signs of life that came, and those that are missing now. */
  heard: 20_000,
  missing: 20,
  /** Communications that came in; one of five is still to be answered. */
  received: 20_000,
  teams: 10,
  people: 40,
} as const

const id = (kind: number, n: string) =>
  `('0190000${kind}-0000-7000-8000-' || lpad(to_hex(${n}), 12, '0'))::uuid`

/** The id of the nth person and team. */
export const workPerson = (n: number): string => `01900001-0000-7000-8000-${n.toString(16).padStart(12, '0')}`
export const workTeam = (n: number): string => `01900002-0000-7000-8000-${n.toString(16).padStart(12, '0')}`

/**
 * A large organisation at work, by SQL in the shapes that the engine gives: 10,000 restricted cases of ten teams, each
 * with five tasks (three open), two steps (one of four awaited) and signs of life; communications received of each team.
 * Takes the owner's connection. What
 * triggers would copy row by row is written beside it; the rows of work are the trigger's own.
 */
export async function loadWork(client: Client, orgId: string): Promise<void> {
  const org = `${client.escapeLiteral(orgId)}::uuid`
  const { cases, tasks, steps, heard, missing, received, teams, people } = work
  const by = id(1, '1 + c % 40')
  const of = (kind: number) => id(kind, 'n')
  await client.query('begin')
  for (const table of ['link', 'record_grant', 'record_team_grant', 'account', 'team'])
    await client.query(`alter table ${table} disable trigger user`)
  const made = (
    name: string,
    kind: number,
    type: string,
    count: number,
    values: string,
    title: string,
    each: string,
  ) => `
    create temporary table ${name} on commit drop as
      select n, ${of(kind)} as id, c, ${id(3, 'c')} as case_id, ${each} as each_no from generate_series(1, ${count}) n,
             lateral (select 1 + n % ${cases} as c) x;
    insert into record (org_id, id, type, title, values, visibility, created_by, updated_by)
      select ${org}, id, '${type}', ${title}, ${values}, 'restricted', ${by}, ${by} from ${name};
    insert into link (org_id, id, from_id, field, to_id, since, belongs)
      select ${org}, gen_random_uuid(), id, 'case', case_id, 1, true from ${name};
    insert into record_team_grant (org_id, record_id, team_id, granted_by)
      select ${org}, id, ${id(2, `1 + c % ${teams}`)}, ${by} from ${name};
    insert into record_grant (org_id, record_id, account_id) select ${org}, id, ${by} from ${name};`
  const day = (days: string) => `to_char(current_date + (${days})::int, 'YYYY-MM-DD')`
  await client.query(`
    insert into account (org_id, id, kind, name, role)
      select ${org}, ${of(1)}, 'person', 'Person ' || n, 'case_officer' from generate_series(1, ${people}) n;
    insert into team (org_id, id, name) select ${org}, ${of(2)}, 'Team ' || n from generate_series(1, ${teams}) n;
    insert into team_member (org_id, team_id, account_id)
      select ${org}, ${id(2, `1 + n % ${teams}`)}, ${of(1)} from generate_series(1, ${people}) n;
    update org set schema_version = schema_version + 1 where id = ${org};
    create temporary table a_case on commit drop as
      select n as c, ${of(3)} as id from generate_series(1, ${cases}) n;
    insert into record (org_id, id, type, title, values, visibility, created_by, updated_by)
      select ${org}, id, 'case', 'AR-2026-' || c || ' · Heron ' || c,
             jsonb_build_object('code_name', 'Heron ' || c, 'stage', (array['intake','triage','verification','closed'])[1 + c % 4],
               'assigned_to', ${id(1, `1 + (c % ${teams} + ${teams} - 1) % ${teams} + ${teams} * ((c / ${teams}) % 4)`)}, 'team', ${id(2, `1 + c % ${teams}`)}),
             'restricted', ${by}, ${by} from a_case;
    insert into record_key (org_id, record_id, type, field, key, visibility)
      select ${org}, r.id, 'case', 'assigned_to', r.values->>'assigned_to', 'restricted' from record r
       where r.org_id = ${org} and r.type = 'case';
    insert into record_team_grant (org_id, record_id, team_id, granted_by)
      select ${org}, id, ${id(2, `1 + c % ${teams}`)}, ${by} from a_case;
    insert into record_grant (org_id, record_id, account_id) select ${org}, id, ${by} from a_case;
    ${made(
      'a_task',
      4,
      'task',
      tasks,
      `jsonb_build_object('what', 'Ring again ' || n, 'state', case when each_no % 5 < 3 then 'open' else 'done' end,
         'owner', ${id(1, `1 + (c % ${teams} + ${teams} - 1) % ${teams} + ${teams} * (each_no % 4)`)}, 'team', ${id(2, `1 + c % ${teams}`)},
         'safe', ${day('n % 180 - 40')}) || case when n % 3 = 0 then jsonb_build_object('legal', ${day('n % 180 - 30')}) else '{}' end`,
      "'Ring again ' || n",
      `n / ${cases}`,
    )}
    ${made(
      'a_step',
      5,
      'step',
      steps,
      `jsonb_build_object('kind', 'call', 'on', ${day('-(n % 300)')}, 'counterpart', (array['embassy','ministry','lawyer'])[1 + n % 3],
         'by', ${id(1, `1 + (c % ${teams} + ${teams} - 1) % ${teams} + ${teams} * (n % 4)`)}) || case when n % 4 = 0 then '{"answer": "awaited"}'::jsonb else '{"answer": "answered"}'::jsonb end`,
      "'Call'",
      '0',
    )}
    insert into record_part (org_id, record_id, class, values)
      select ${org}, id, 'identity', '{"asked": "A visit", "with_words": "The duty consul"}' from a_step;
    ${made(
      'a_sign',
      6,
      'check_in',
      heard + missing,
      `jsonb_build_object('due', to_char(now() - n * interval '10 minutes', 'YYYY-MM-DD"T"HH24:MI') || '[UTC]')
         || case when n > ${missing} then '{"heard": "2026-01-01T10:00[UTC]"}'::jsonb else '{}' end`,
      "'Sign'",
      '0',
    )}
    insert into record_key (org_id, record_id, type, field, key, visibility)
      select ${org}, id, 'check_in', 'due', to_char(now() - n * interval '10 minutes', 'YYYY-MM-DD"T"HH24:MI'), 'restricted' from a_sign;
    insert into record_key (org_id, record_id, type, field, key, visibility)
      select ${org}, id, 'check_in', 'heard', '2026-01-01T10:00', 'restricted' from a_sign where n > ${missing};
    create temporary table a_letter on commit drop as
      select n, c, ${of(7)} as id, ${id(1, `1 + n % ${people}`)} as owner, ${day('-(n % 900)')} as on_day
        from generate_series(1, ${received}) n, lateral (select 1 + n % ${cases} as c) x;
    insert into record (org_id, id, type, title, values, visibility, created_by, updated_by)
      select ${org}, id, 'communication_received', 'UA ' || n,
             jsonb_build_object('kind', 'urgent_action', 'mechanism', 'un-ced-urgent', 'official_number', 'UA ' || n,
               'received_on', on_day, 'dated', on_day, 'owner', owner,
               'state', case when n % 5 = 0 then 'received' else 'closed' end),
             'restricted', ${by}, ${by} from a_letter;
    insert into record_grant (org_id, record_id, account_id)
      select ${org}, id, ${by} from a_letter union select ${org}, id, owner from a_letter;
    insert into record_key (org_id, record_id, type, field, key, visibility)
      select ${org}, id, 'communication_received', 'received_on', on_day, 'restricted' from a_letter
      union all select ${org}, id, 'communication_received', 'owner', owner::text, 'restricted' from a_letter`)
  for (const table of ['link', 'record_grant', 'record_team_grant', 'account', 'team'])
    await client.query(`alter table ${table} enable trigger user`)
  await client.query('commit')
  await client.query('analyze')
}
