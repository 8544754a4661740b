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
  'operator.act': {
    en: 'Began to act as somebody, on the machine',
    es: 'Comenzó a actuar como otra persona, en la máquina',
    ca: 'Va començar a actuar com una altra persona, a la màquina',
  },
  'import.run': { en: 'Imported', es: 'Importó', ca: 'Va importar' },
  'observatory.import': {
    en: 'Read a file into the observatory',
    es: 'Incorporó un archivo al observatorio',
    ca: 'Va incorporar un fitxer a l’observatori',
  },
  'observatory.profile': {
    en: 'Saved how a table of measures is read',
    es: 'Guardó cómo se lee una tabla de indicadores',
    ca: "Va desar com es llegeix una taula d'indicadors",
  },
  'observatory.remove': {
    en: 'Took a file out of the observatory',
    es: 'Quitó un archivo del observatorio',
    ca: 'Va treure un fitxer de l’observatori',
  },
  'observatory.run': {
    en: 'Computed estimates of the observatory',
    es: 'Calculó estimaciones del observatorio',
    ca: 'Va calcular estimacions de l’observatori',
  },
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
  'press.send': {
    en: 'Sent a text to the press',
    es: 'Envió un texto a la prensa',
    ca: 'Va enviar un text a la premsa',
  },
  'press.end': {
    en: 'Ended a link of the press',
    es: 'Anuló un enlace de prensa',
    ca: 'Va anul·lar un enllaç de premsa',
  },
  'bundle.key': {
    en: 'Made the keys for handing cases over',
    es: 'Creó las claves para entregar casos',
    ca: 'Va crear les claus per lliurar casos',
  },
  'bundle.partner': {
    en: 'Wrote a partner and its keys down',
    es: 'Registró una contraparte y sus claves',
    ca: 'Va registrar una contrapart i les seves claus',
  },
  'submission.send': {
    en: 'Logged that a submission was sent',
    es: 'Registró el envío de una presentación',
    ca: "Va registrar l'enviament d'una presentació",
  },
  'submission.take': {
    en: 'Took a submission to send it',
    es: 'Tomó una presentación para enviarla',
    ca: 'Va prendre una presentació per enviar-la',
  },
  'submission.review': {
    en: 'Reviewed what was sent in an emergency',
    es: 'Revisó lo enviado con urgencia',
    ca: "Va revisar el que s'havia enviat amb urgència",
  },
  'submission.stop': {
    en: 'A withdrawn consent stopped a submission',
    es: 'Un consentimiento retirado detuvo una presentación',
    ca: 'Un consentiment retirat va aturar una presentació',
  },
  'bundle.make': {
    en: 'Handed a case over to another organisation',
    es: 'Entregó un caso a otra organización',
    ca: 'Va lliurar un cas a una altra organització',
  },
  'bundle.receive': {
    en: 'Received a case from another organisation',
    es: 'Recibió un caso de otra organización',
    ca: "Va rebre un cas d'una altra organització",
  },
  'approval.ask': {
    en: 'Asked a second person',
    es: 'Pidió la decisión de una segunda persona',
    ca: "Va demanar la decisió d'una segona persona",
  },
  'approval.approve': { en: 'Approved', es: 'Aprobó', ca: 'Va aprovar' },
  'approval.refuse': { en: 'Refused', es: 'Rechazó', ca: 'Va refusar' },
  'approval.withdraw': {
    en: 'Took a request back',
    es: 'Retiró un pedido',
    ca: 'Va retirar una petició',
  },
  'approval.use': {
    en: 'Used an approval',
    es: 'Usó una aprobación',
    ca: 'Va fer servir una aprovació',
  },
  'share.offer': {
    en: 'Offered a record to another organisation',
    es: 'Ofreció un registro a otra organización',
    ca: 'Va oferir un registre a una altra organització',
  },
  'share.accept': {
    en: 'A shared record was accepted',
    es: 'Se aceptó un registro compartido',
    ca: "S'ha acceptat un registre compartit",
  },
  'share.decline': {
    en: 'A shared record was declined',
    es: 'Se rechazó un registro compartido',
    ca: "S'ha rebutjat un registre compartit",
  },
  'share.end': {
    en: 'Sharing a record ended',
    es: 'Se dejó de compartir un registro',
    ca: "S'ha deixat de compartir un registre",
  },
  'publication.alone': {
    en: 'Published without a second person',
    es: 'Publicó sin una segunda persona',
    ca: 'Va publicar sense una segona persona',
  },
  'hold.place': {
    en: 'Placed under legal hold',
    es: 'Puso en retención legal',
    ca: 'Va posar en retenció legal',
  },
  'hold.lift': {
    en: 'Lifted a legal hold',
    es: 'Levantó una retención legal',
    ca: 'Va aixecar una retenció legal',
  },
  'retention.run': {
    en: 'Confirmed what goes by its clock',
    es: 'Confirmó lo que se elimina al vencer su plazo',
    ca: 'Va confirmar què se suprimeix en vèncer el termini',
  },
  'retention.keep': {
    en: 'Looked at and kept',
    es: 'Revisó y conservó',
    ca: 'Va revisar i conservar',
  },
  'retention.undo': {
    en: 'Took back what went by its clock',
    es: 'Recuperó lo eliminado al vencer su plazo',
    ca: 'Va recuperar el que s’havia suprimit en vèncer el termini',
  },
  'site.arrange': { en: 'Arranged the site', es: 'Ordenó el sitio', ca: 'Va ordenar el lloc' },
  'publication.publish': { en: 'Published', es: 'Publicó', ca: 'Va publicar' },
  'publication.withdraw': {
    en: 'Withdrew from the public site',
    es: 'Retiró del sitio público',
    ca: 'Va retirar del lloc públic',
  },
  'calendar.renew': {
    en: 'gave their calendar a new secret address',
    es: 'dio a su calendario una nueva dirección secreta',
    ca: 'va donar al seu calendari una nova adreça secreta',
  },
  'calendar.end': {
    en: 'ended the address of their calendar',
    es: 'dio de baja la dirección de su calendario',
    ca: 'va donar de baixa l’adreça del seu calendari',
  },
  'petition.link': {
    en: 'Made the link of a letter',
    es: 'Creó el enlace de una carta',
    ca: "Va crear l'enllaç d'una carta",
  },
  'petition.deliver': {
    en: 'Made a delivery of a petition',
    es: 'Preparó la entrega de una petición',
    ca: "Va preparar el lliurament d'una petició",
  },
  'petition.news': {
    en: 'Told those who had asked about a petition',
    es: 'Avisó a quienes habían pedido novedades de una petición',
    ca: "Va avisar els qui havien demanat notícies d'una petició",
  },
  'signatures.invalidate': {
    en: 'Invalidated signatures',
    es: 'Invalidó adhesiones',
    ca: 'Va invalidar adhesions',
  },
  'signatures.restore': {
    en: 'Undid an invalidation of signatures',
    es: 'Deshizo una invalidación de adhesiones',
    ca: "Va desfer una invalidació d'adhesions",
  },
  'signatures.forget': {
    en: 'Names or addresses of signatures had their time',
    es: 'Venció el plazo de nombres o direcciones de adhesiones',
    ca: "Va vèncer el termini de noms o adreces d'adhesions",
  },
  'consent.withdraw': {
    en: 'Withdrew a consent',
    es: 'Retiró un consentimiento',
    ca: 'Va retirar un consentiment',
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
  'key.create': { en: 'Set up their key', es: 'Creó su clave', ca: 'Va crear la seva clau' },
  'key.change': {
    en: 'Changed their sealing passphrase',
    es: 'Modificó su frase de sellado',
    ca: 'Va modificar la seva frase de segellat',
  },
  'key.replace': {
    en: 'Replaced their lost key',
    es: 'Reemplazó su clave perdida',
    ca: 'Va substituir la seva clau perduda',
  },
  'recovery.create': {
    en: 'Made the recovery key',
    es: 'Creó la clave de recuperación',
    ca: 'Va crear la clau de recuperació',
  },
  'recovery.custodians': {
    en: 'Named custodians',
    es: 'Nombró custodios',
    ca: 'Va nomenar custodis',
  },
  'recovery.ask': {
    en: 'Asked for a recovery',
    es: 'Pidió una recuperación',
    ca: 'Va demanar una recuperació',
  },
  'recovery.give': {
    en: 'Gave a share for a recovery',
    es: 'Entregó una parte para una recuperación',
    ca: 'Va lliurar una part per a una recuperació',
  },
  'recovery.finish': {
    en: 'Recovered what is sealed',
    es: 'Recuperó lo sellado',
    ca: 'Va recuperar el que és segellat',
  },
  'sealed.open': {
    en: 'Opened sealed values',
    es: 'Abrió valores sellados',
    ca: 'Va obrir valors segellats',
  },
  'sealed.refused': {
    en: 'Opening sealed values refused',
    es: 'Apertura de valores sellados rechazada',
    ca: 'Obertura de valors segellats refusada',
  },
  'sealed.share': {
    en: 'Gave the keys of sealed values to who may read them',
    es: 'Dio las claves de valores sellados a quien puede leerlos',
    ca: 'Va donar les claus de valors segellats a qui els pot llegir',
  },
  'sealed.withdraw': {
    en: 'Took the keys of sealed values from who may no longer read them',
    es: 'Quitó las claves de valores sellados a quien ya no puede leerlos',
    ca: 'Va treure les claus de valors segellats a qui ja no els pot llegir',
  },
  'sealed.erase': {
    en: 'Erased a sealed value for good',
    es: 'Borró para siempre un valor sellado',
    ca: 'Va esborrar per sempre un valor segellat',
  },
} as const satisfies Readonly<Record<LedgerAct, Labels>>

/** An act in words; one that this release does not know, as it is written. */
export const actWords = (act: string, language: Language): string =>
  Object.hasOwn(actLabels, act) ? label(actLabels[act as LedgerAct], language) : act
