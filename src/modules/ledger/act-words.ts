import { type Labels, type Language, label } from '#platform/i18n'
import type { LedgerAct } from '#platform/ledger'

/** Every act that the ledger knows, in words. One that is added without words is a type error here. */
export const actLabels = {
  'backup.restore': { en: 'Restored a backup', es: 'Restauró una copia', ca: 'Va restaurar una còpia' },
  'session.begin': { en: 'Signed in', es: 'Inició sesión', ca: 'Va iniciar la sessió' },
  'session.end': { en: 'Signed out', es: 'Cerró la sesión', ca: 'Va tancar la sessió' },
  'session.refused': { en: 'Sign-in refused', es: 'Ingreso rechazado', ca: 'Entrada refusada' },
  'access.denied': { en: 'Denied', es: 'Acceso denegado', ca: 'Accés denegat' },
  'person.invite': { en: 'Invited a person', es: 'Invitó a una persona', ca: 'Va convidar una persona' },
  'person.change': {
    en: 'Changed what a person may do',
    es: 'Modificó lo que una persona puede hacer',
    ca: 'Va modificar què pot fer una persona',
  },
  'person.renew': {
    en: 'Renewed an invitation',
    es: 'Renovó una invitación',
    ca: 'Va renovar una invitació',
  },
  'credential.change': {
    en: 'Changed how they sign in',
    es: 'Modificó cómo inicia sesión',
    ca: 'Va modificar com inicia la sessió',
  },
  'team.change': { en: 'Changed a team', es: 'Modificó un equipo', ca: 'Va modificar un equip' },
  'grant.give': { en: 'Let somebody in', es: 'Dio acceso', ca: 'Va donar accés' },
  'grant.take': { en: 'Took access away', es: 'Quitó acceso', ca: 'Va treure accés' },
  'record.embargo': { en: 'Set an embargo', es: 'Fijó un embargo', ca: 'Va fixar un embargament' },
  'settings.change': {
    en: 'Changed the settings',
    es: 'Modificó la configuración',
    ca: 'Va modificar la configuració',
  },
  'import.run': { en: 'Imported', es: 'Importó', ca: 'Va importar' },
  'import.undo': { en: 'Took an import back', es: 'Deshizo una importación', ca: 'Va desfer una importació' },
  'export.run': { en: 'Exported', es: 'Exportó', ca: 'Va exportar' },
  'record.read': {
    en: 'Read restricted material',
    es: 'Leyó material restringido',
    ca: 'Va llegir material restringit',
  },
  'record.search': { en: 'Searched', es: 'Buscó', ca: 'Va cercar' },
  'ledger.export': {
    en: 'Took the ledger away',
    es: 'Se llevó el libro de registro',
    ca: 'Es va endur el llibre de registre',
  },
  'record.merge': { en: 'Merged two records', es: 'Unió dos registros', ca: 'Va unir dos registres' },
  'record.unmerge': { en: 'Undid a merge', es: 'Deshizo una unión', ca: 'Va desfer una unió' },
  'record.delete': {
    en: 'Moved a record to the trash',
    es: 'Envió un registro a la papelera',
    ca: 'Va enviar un registre a la paperera',
  },
  'record.purge': {
    en: 'Removed for good',
    es: 'Se eliminó definitivamente',
    ca: 'Es va eliminar definitivament',
  },
  'publication.publish': { en: 'Published', es: 'Publicó', ca: 'Va publicar' },
  'publication.withdraw': {
    en: 'Withdrew from the public site',
    es: 'Retiró del sitio público',
    ca: 'Va retirar del lloc públic',
  },
  'schema.change': {
    en: 'Changed types or vocabularies',
    es: 'Modificó tipos o vocabularios',
    ca: 'Va modificar tipus o vocabularis',
  },
  'file.add': { en: 'Attached a file', es: 'Adjuntó un archivo', ca: 'Va adjuntar un fitxer' },
  'file.read': { en: 'Opened a file', es: 'Abrió un archivo', ca: 'Va obrir un fitxer' },
  'file.detach': { en: 'Took a file off', es: 'Quitó un archivo', ca: 'Va treure un fitxer' },
  'file.erase': { en: 'Erased a file', es: 'Borró un archivo', ca: 'Va esborrar un fitxer' },
} as const satisfies Readonly<Record<LedgerAct, Labels>>

/** An act in words; one that this release does not know, as it is written. */
export const actWords = (act: string, language: Language): string =>
  Object.hasOwn(actLabels, act) ? label(actLabels[act as LedgerAct], language) : act
