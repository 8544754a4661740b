import { cleanFaults } from '#platform/evidence'
import { type Labels, labels } from '#platform/i18n'
import { defineRecordType, field } from '#platform/records'

/** For whom a document is made: the mechanism itself, what comes to the State, what is public, what a partner gets. */
export const audiences = ['mechanism', 'state', 'public', 'partner'] as const
export type Audience = (typeof audiences)[number]

export const audienceLabels = {
  mechanism: labels('The mechanism', 'El mecanismo', 'El mecanisme'),
  state: labels('The State', 'El Estado', "L'Estat"),
  public: labels('The public', 'El público', 'El públic'),
  partner: labels('A partner', 'Una organización aliada', 'Una organització aliada'),
} as const

/** Why a file has no copy without what it tells of itself. */
export const cleaningFaults = [...cleanFaults, 'type'] as const
export type CleaningFault = (typeof cleaningFaults)[number]

export const cleaningFaultLabels: Readonly<Record<CleaningFault, Labels>> = {
  broken: labels('It cannot be read.', 'No se puede leer.', 'No es pot llegir.'),
  encrypted: labels('It wants a password.', 'Pide una contraseña.', 'Demana una contrasenya.'),
  marked: labels(
    'It has comments, tracked changes, hidden text or form fields. Print it to a new PDF.',
    'Tiene comentarios, cambios registrados, texto oculto o campos de formulario. Imprímalo en un PDF nuevo.',
    'Té comentaris, canvis registrats, text ocult o camps de formulari. Imprimiu-lo en un PDF nou.',
  ),
  layered: labels(
    'It has layers. Print it to a new PDF.',
    'Tiene capas. Imprímalo en un PDF nuevo.',
    'Té capes. Imprimiu-lo en un PDF nou.',
  ),
  picture: labels(
    'A picture in it cannot be cleaned.',
    'Una imagen que contiene no se puede limpiar.',
    'Una imatge que conté no es pot netejar.',
  ),
  part: labels(
    'It holds something that cannot be cleaned (a chart, an embedded object, a picture that is elsewhere). Save it as PDF.',
    'Contiene algo que no se puede limpiar (un gráfico, un objeto incrustado, una imagen externa). Guárdelo como PDF.',
    'Conté alguna cosa que no es pot netejar (un gràfic, un objecte incrustat, una imatge externa). Deseu-lo com a PDF.',
  ),
  path: labels(
    'It names a folder of somebody’s machine.',
    'Nombra una carpeta de la computadora de alguien.',
    "Anomena una carpeta de l'ordinador d'algú.",
  ),
  long: labels('It is too large.', 'Es demasiado grande.', 'És massa gran.'),
  type: labels(
    'Files of this type cannot be cleaned.',
    'Los archivos de este tipo no se pueden limpiar.',
    "Els fitxers d'aquest tipus no es poden netejar.",
  ),
}

/** A file of the case that goes along with a submission, in which copies, and who looked at what it tells of itself. */
export const submissionAnnex = defineRecordType({
  name: 'submission_annex',
  label: labels('Annex', 'Anexo', 'Annex'),
  plural: labels('Annexes', 'Anexos', 'Annexos'),
  title: ['position'],
  belongsTo: 'submission',
  beginsAs: 'restricted',
  fields: [
    field('reference', 'submission', labels('Submission', 'Presentación', 'Presentació'), {
      targets: ['submission'],
      required: true,
      inverse: labels('Annexes', 'Anexos', 'Annexos'),
    }),
    field('number', 'position', labels('Number', 'Número', 'Número'), { sortable: true, listed: true }),
    field('text', 'attachment', labels('File', 'Archivo', 'Fitxer'), { managed: true }),
    field('text', 'name', labels('What it is', 'Qué es', 'Què és'), {
      required: true,
      class: 'identity',
      hint: labels(
        'As the list of annexes says it, without the name of whoever gave it.',
        'Como figura en la lista de anexos, sin el nombre de quien lo dio.',
        'Tal com surt a la llista d’annexos, sense el nom de qui el va donar.',
      ),
    }),
    field('choice', 'copies', labels('Goes to', 'Va a', 'Va a'), {
      multiple: true,
      required: true,
      options: audiences.map((code) => ({ code, label: audienceLabels[code] })),
    }),
    field('text', 'looked_at', labels('Looked at (SHA-256)', 'Revisado (SHA-256)', 'Revisat (SHA-256)'), {
      managed: true,
    }),
    field(
      'text',
      'cleaned',
      labels('Can be cleaned (SHA-256)', 'Se puede limpiar (SHA-256)', 'Es pot netejar (SHA-256)'),
      {
        managed: true,
      },
    ),
    field('choice', 'not_cleaned', labels('Why it cannot', 'Por qué no se puede', 'Per què no es pot'), {
      managed: true,
      options: cleaningFaults.map((code) => ({ code, label: cleaningFaultLabels[code] })),
    }),
    field('term', 'looked_at_by', labels('Looked at by', 'Lo revisó', 'El va revisar'), {
      vocabulary: 'colleagues',
      managed: true,
    }),
  ],
})
