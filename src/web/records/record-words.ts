import type { Labels } from '#platform/i18n'
import type { ValueClass, Visibility } from '#platform/records'

const l = (en: string, es: string, ca: string): Labels => ({ en, es, ca })

/** The word for who may see a record. */
export const visibilityLabel: Readonly<Record<Visibility, Labels>> = {
  public: l('Public', 'Público', 'Públic'),
  internal: l('Internal', 'Interno', 'Intern'),
  restricted: l('Restricted', 'Restringido', 'Restringit'),
}

/** The word for a class of value. */
export const classLabel: Readonly<Record<ValueClass, Labels>> = {
  open: l('Open', 'Abierto', 'Obert'),
  identity: l('Identity', 'Identidad', 'Identitat'),
  health: l('Health', 'Salud', 'Salut'),
  location: l('Location', 'Ubicación', 'Ubicació'),
  legal: l('Legal', 'Legal', 'Legal'),
  sealed: l('Sealed', 'Sellado', 'Segellat'),
}

/** The words of forms. */
export const formWords = {
  optional: l('optional', 'opcional', 'opcional'),
  add: l('Add another', 'Agregar otro', 'Afegeix-ne un altre'),
  remove: l('Remove', 'Quitar', 'Treu'),
  choose: l('Choose', 'Elija', 'Trieu'),
  moment_day: l('Day', 'Día', 'Dia'),
  moment_time: l('Time, 24 hours', 'Hora, de 0 a 24', 'Hora, de 0 a 24'),
  moment_zone: l('By the clocks of', 'Según la hora de', "Segons l'hora de"),
  read_first: l('Read first', 'Lea primero', 'Llegiu primer'),
  day_hint: l('A whole day: 2026-11-21', 'Un día completo: 2026-11-21', 'Un dia complet: 2026-11-21'),
  date_hint: l(
    'As well as it is known: 1976, 1976-11, 12/03/1977, before 1978, 1976?',
    'Con la precisión que se tenga: 1976, 1976-11, 12/03/1977, antes de 1978, 1976?',
    'Amb la precisió que es tingui: 1976, 1976-11, 12/03/1977, abans de 1978, 1976?',
  ),
  reference_hint: l(
    'Write a name as it is in the records. If there are several, you will be asked which; if there is none, you can create it.',
    'Escriba un nombre tal como está en los registros. Si hay varios, se le preguntará cuál; si no hay ninguno, podrá crearlo.',
    "Escriviu un nom tal com és als registres. Si n'hi ha diversos, us preguntarem quin; si no n'hi ha cap, el podreu crear.",
  ),
  given: l('Given name', 'Nombre', 'Nom'),
  family: l('Family name', 'Apellido', 'Cognom'),
  full: l('Whole name, as it is said', 'Nombre completo, tal como se usa', 'Nom complet, tal com s’usa'),
  place_text: l('In words', 'En palabras', 'En paraules'),
  country: l('Country', 'País', 'País'),
  lat: l('Latitude', 'Latitud', 'Latitud'),
  lon: l('Longitude', 'Longitud', 'Longitud'),
  precision: l('Precision', 'Precisión', 'Precisió'),
  which: l('Which one is meant?', '¿A cuál se refiere?', 'A quin us referiu?'),
  create: l('Create', 'Crear', 'Crea'),
  sealed: l('Sealed', 'Sellado', 'Segellat'),
  open_sealed: l('Open, giving a reason', 'Abrir con motivo', 'Obre amb motiu'),
  sealed_stays: l(
    'Sealed. It stays as it is unless you write here; what you write takes its place.',
    'Sellado. Queda como está si no escribe aquí; lo que escriba ocupa su lugar.',
    'Segellat. Queda com és si no hi escriviu; el que hi escriviu ocupa el seu lloc.',
  ),
  sealed_away: l('Take it away', 'Quitarlo', 'Treu-lo'),
  cleared: l('None of these', 'Ninguno de estos', "Cap d'aquests"),
  errors: l('Please mend this first', 'Antes de seguir, corrija esto', 'Abans de continuar, corregiu això'),
} as const
