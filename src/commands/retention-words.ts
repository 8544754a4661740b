/** What the commands of retention say. */
export const words = {
  orgOption: {
    en: 'the organisation',
    es: 'la organización',
    ca: "l'organització",
  },
  at: {
    en: 'the day, such as 2027-01-01 (today)',
    es: 'el día, por ejemplo 2027-01-01 (hoy)',
    ca: 'el dia, per exemple 2027-01-01 (avui)',
  },
  yes: {
    en: 'take away what the preview shows',
    es: 'eliminar lo que muestra la vista previa',
    ca: 'suprimir el que mostra la vista prèvia',
  },
  badDay: {
    en: 'That is no day. Write it as 2027-01-01.',
    es: 'Eso no es un día. Escríbalo como 2027-01-01.',
    ca: 'Això no és cap dia. Escriviu-lo com 2027-01-01.',
  },
  nothing: {
    en: 'Nothing has reached its end.',
    es: 'Nada ha llegado a su fin.',
    ca: 'Res no ha arribat al final.',
  },
  noOrg: {
    en: 'Say which organisation: --org SLUG.',
    es: 'Indique la organización: --org NOMBRE.',
    ca: "Indiqueu l'organització: --org NOM.",
  },
  notYet: {
    en: 'Nothing was taken away. With --yes these go:',
    es: 'No se eliminó nada. Con --yes se eliminan estos:',
    ca: "No s'ha suprimit res. Amb --yes se suprimeixen aquests:",
  },
  second: {
    en: 'Among these are protected values: two people have to confirm it in the browser, at /workspace/retention. Nothing was taken away.',
    es: 'Hay entre ellos datos protegidos: dos personas tienen que confirmarlo en el navegador, en /workspace/retention. No se eliminó nada.',
    ca: "Entre ells hi ha dades protegides: dues persones ho han de confirmar al navegador, a /workspace/retention. No s'ha suprimit res.",
  },
  held: { en: 'under legal hold', es: 'en retención legal', ca: 'en retenció legal' },
  taking: { en: 'Taking away', es: 'Eliminando', ca: "S'està suprimint" },
  end: {
    review: { en: 'a person looks at it', es: 'una persona lo mira', ca: 'una persona ho mira' },
    trash: { en: 'into the trash', es: 'a la papelera', ca: 'a la paperera' },
    purge: { en: 'removed for good', es: 'se elimina definitivamente', ca: 'se suprimeix definitivament' },
  },
  outcome: {
    trashed: { en: 'into the trash', es: 'a la papelera', ca: 'a la paperera' },
    purged: { en: 'removed for good', es: 'eliminados definitivamente', ca: 'suprimits definitivament' },
    active: {
      en: 'stay: something happened since',
      es: 'quedan: hubo actividad',
      ca: 'es queden: hi ha hagut activitat',
    },
    held: {
      en: 'stay: under legal hold',
      es: 'quedan: en retención legal',
      ca: 'es queden: en retenció legal',
    },
    cited: { en: 'stay: cited by others', es: 'quedan: otros los citan', ca: 'es queden: altres els citen' },
    gone: { en: 'were gone already', es: 'ya no estaban', ca: 'ja no hi eren' },
    restored: { en: 'taken back', es: 'recuperados', ca: 'recuperats' },
  },
  hidden: {
    en: 'Restricted records are not among these: who may open them sees them in the browser.',
    es: 'Los registros restringidos no figuran aquí: quien puede abrirlos los ve en el navegador.',
    ca: 'Els registres restringits no hi són: qui els pot obrir els veu al navegador.',
  },
} as const
