import { type CommandEntry, groundCommands } from '#platform/cli'

/** Every command of the program. None is loaded until it runs: import no module here except for its list. */
export const commands: readonly CommandEntry[] = [
  {
    name: 'serve',
    summary: { en: 'start Amparo', es: 'iniciar Amparo', ca: 'engegar Amparo' },
    load: () => import('./commands/serve.ts'),
  },
  {
    name: 'sign-in-link',
    summary: {
      en: 'make a link that signs a person in once',
      es: 'crear un enlace que inicia la sesión de una persona una vez',
      ca: "crear un enllaç que inicia la sessió d'una persona un cop",
    },
    load: () => import('./commands/sign-in-link.ts'),
  },
  {
    name: 'migrate',
    summary: {
      en: 'bring the database to this release',
      es: 'llevar la base de datos a esta versión',
      ca: 'portar la base de dades a aquesta versió',
    },
    load: () => import('./commands/migrate.ts'),
  },
  {
    name: 'import',
    summary: {
      en: 'bring in a list of records (CSV, XLSX, JSON, ZIP)',
      es: 'incorporar una lista de registros (CSV, XLSX, JSON, ZIP)',
      ca: 'incorporar una llista de registres (CSV, XLSX, JSON, ZIP)',
    },
    load: () => import('./commands/import-records.ts'),
  },
  {
    name: 'import undo',
    summary: {
      en: 'take a whole import back',
      es: 'deshacer una importación entera',
      ca: 'desfer una importació sencera',
    },
    load: () => import('./commands/import-undo.ts'),
  },
  {
    name: 'export',
    summary: {
      en: 'write the records of a type to a file',
      es: 'escribir los registros de un tipo en un archivo',
      ca: "escriure els registres d'un tipus en un fitxer",
    },
    load: () => import('./commands/export-records.ts'),
  },
  {
    name: 'import directory',
    summary: {
      en: 'make records of the people in a directory page',
      es: 'crear registros de las personas de una página de directorio',
      ca: 'crear registres de les persones d’una pàgina de directori',
    },
    load: () => import('./commands/import-directory.ts'),
  },
  {
    name: 'import thesaurus',
    summary: {
      en: 'bring in a vocabulary with all its levels',
      es: 'incorporar un vocabulario con todos sus niveles',
      ca: 'incorporar un vocabulari amb tots els nivells',
    },
    load: () => import('./commands/import-thesaurus.ts'),
  },
  {
    name: 'clock',
    summary: {
      en: 'count the terms of a mechanism from the events of a case',
      es: 'contar los plazos de un mecanismo desde los hechos de un caso',
      ca: "comptar els terminis d'un mecanisme des dels fets d'un cas",
    },
    load: () => import('./commands/clock.ts'),
  },
  {
    name: 'mechanisms',
    summary: {
      en: 'tell where a case can be taken, and why',
      es: 'decir adónde puede llevarse un caso, y por qué',
      ca: 'dir on es pot portar un cas, i per què',
    },
    load: () => import('./commands/mechanisms.ts'),
  },
  {
    name: 'draft',
    summary: {
      en: 'draft, from a case, the document that a mechanism asks for',
      es: 'redactar, a partir de un caso, el documento que pide un mecanismo',
      ca: "redactar, a partir d'un cas, el document que demana un mecanisme",
    },
    load: () => import('./commands/draft.ts'),
  },
  {
    name: 'ledger verify',
    summary: {
      en: 'prove that no entry of the ledger was changed, removed or moved',
      es: 'comprobar que ninguna entrada del libro de registro fue modificada, quitada ni movida',
      ca: "comprovar que cap entrada del llibre de registre no s'ha modificat, tret ni mogut",
    },
    load: () => import('./commands/ledger-verify.ts'),
  },
  {
    name: 'ledger checkpoint',
    summary: {
      en: 'sign where each ledger ends, to be kept elsewhere',
      es: 'firmar dónde termina cada libro de registro, para guardarlo aparte',
      ca: 'signar on acaba cada llibre de registre, per desar-ho a part',
    },
    load: () => import('./commands/ledger-checkpoint.ts'),
  },
  {
    name: 'ledger auditor-key',
    summary: {
      en: 'make a key that opens the words of searches, for the auditor',
      es: 'crear una clave que abre las palabras buscadas, para la auditoría',
      ca: "crear una clau que obre les paraules cercades, per a l'auditoria",
    },
    load: () => import('./commands/ledger-auditor-key.ts'),
  },
  {
    name: 'recovery-kit',
    summary: {
      en: 'show, once, the key that opens every backup',
      es: 'mostrar, una sola vez, la clave que abre todas las copias',
      ca: 'mostrar, un sol cop, la clau que obre totes les còpies',
    },
    load: () => import('./commands/recovery-kit.ts'),
  },
  {
    name: 'backup',
    summary: {
      en: 'write database, files and keys into one encrypted file',
      es: 'escribir base de datos, archivos y claves en un archivo cifrado',
      ca: 'escriure base de dades, fitxers i claus en un fitxer xifrat',
    },
    load: () => import('./commands/backup.ts'),
  },
  {
    name: 'backup drill',
    summary: {
      en: 'prove that a backup can be recovered',
      es: 'probar que una copia se puede recuperar',
      ca: 'provar que una còpia es pot recuperar',
    },
    load: () => import('./commands/backup-drill.ts'),
  },
  {
    name: 'restore',
    summary: {
      en: 'restore a backup onto an empty machine',
      es: 'restaurar una copia en una máquina vacía',
      ca: 'restaurar una còpia en una màquina buida',
    },
    load: () => import('./commands/restore.ts'),
  },
  {
    name: 'bundle open',
    summary: {
      en: 'check a bundle and write what it holds to a folder',
      es: 'comprobar un expediente y escribir su contenido en una carpeta',
      ca: "comprovar un expedient i escriure'n el contingut en una carpeta",
    },
    load: () => import('./commands/bundle-open.ts'),
  },
  {
    name: 'bundle import',
    summary: {
      en: 'make a case of a bundle that came in',
      es: 'crear un caso con un expediente recibido',
      ca: "fer un cas d'un expedient rebut",
    },
    load: () => import('./commands/bundle-import.ts'),
  },
  {
    name: 'mail status',
    summary: {
      en: 'show what mail was sent, failed or waits',
      es: 'mostrar qué correo salió, falló o espera',
      ca: 'mostrar quin correu ha sortit, ha fallat o espera',
    },
    load: () => import('./commands/mail-status.ts'),
  },
  {
    name: 'mail bounce',
    summary: {
      en: 'take in delivery reports that came back',
      es: 'incorporar los avisos de entrega devueltos',
      ca: 'incorporar els avisos de lliurament retornats',
    },
    load: () => import('./commands/mail-bounce.ts'),
  },
  {
    name: 'identify score',
    summary: {
      en: 'compute the likelihood ratios of comparisons in a file',
      es: 'calcular las razones de verosimilitud de las comparaciones de un archivo',
      ca: 'calcular les raons de versemblança de les comparacions d’un fitxer',
    },
    load: () => import('./commands/identify-score.ts'),
  },
  {
    name: 'identify search',
    summary: {
      en: 'compare families with candidates of a file',
      es: 'comparar familias con candidatos de un archivo',
      ca: 'comparar famílies amb candidats d’un fitxer',
    },
    load: () => import('./commands/identify-search.ts'),
  },
  {
    name: 'identify tables',
    summary: {
      en: 'compute what every profile would mean to each family of a file',
      es: 'calcular qué significaría cada perfil para cada familia de un archivo',
      ca: 'calcular què significaria cada perfil per a cada família d’un fitxer',
    },
    load: () => import('./commands/identify-tables.ts'),
  },
  {
    name: 'identify profile',
    summary: {
      en: 'compare new profiles with all families of a file of tables',
      es: 'comparar perfiles nuevos con todas las familias de un archivo de tablas',
      ca: 'comparar perfils nous amb totes les famílies d’un fitxer de taules',
    },
    load: () => import('./commands/identify-profile.ts'),
  },
  {
    name: 'observatory import',
    summary: {
      en: 'read a file about states into the observatory',
      es: 'incorporar al observatorio un archivo sobre Estados',
      ca: "incorporar a l'observatori un fitxer sobre Estats",
    },
    load: () => import('./commands/observatory-import.ts'),
  },
  {
    name: 'observatory import-all',
    summary: {
      en: 'read all files of a folder that are recognised into the observatory',
      es: 'incorporar al observatorio todos los archivos de una carpeta que se reconozcan',
      ca: "incorporar a l'observatori tots els fitxers d'una carpeta que es reconeguin",
    },
    load: () => import('./commands/observatory-import-all.ts'),
  },
  {
    name: 'observatory agreement',
    summary: {
      en: 'compute how often each two states voted alike',
      es: 'calcular cuánto coinciden los votos de cada dos Estados',
      ca: 'calcular fins a quin punt coincideixen els vots de cada dos Estats',
    },
    load: () => import('./commands/observatory-agreement.ts'),
  },
  {
    name: 'observatory cohesion',
    summary: {
      en: 'compute how far groups of states vote as one',
      es: 'calcular en qué medida los grupos de Estados votan unidos',
      ca: 'calcular en quina mesura els grups d’Estats voten units',
    },
    load: () => import('./commands/observatory-cohesion.ts'),
  },
  {
    name: 'observatory ideal-points',
    summary: {
      en: 'estimate where states stood from how they voted',
      es: 'estimar dónde se situó cada Estado según sus votos',
      ca: 'estimar on se situava cada Estat segons els seus vots',
    },
    load: () => import('./commands/observatory-ideal-points.ts'),
  },
  {
    name: 'observatory early-warning',
    summary: {
      en: 'rank countries by risk of mass killing',
      es: 'ordenar los países por riesgo de matanzas masivas',
      ca: 'ordenar els països per risc de matances massives',
    },
    load: () => import('./commands/observatory-early-warning.ts'),
  },
  {
    name: 'retention preview',
    summary: {
      en: 'list what goes by its clock',
      es: 'enumerar lo que cumple su plazo',
      ca: 'enumerar el que compleix el termini',
    },
    load: () => import('./commands/retention-preview.ts'),
  },
  {
    name: 'retention run',
    summary: {
      en: 'take away what goes by its clock',
      es: 'eliminar lo que cumple su plazo',
      ca: 'suprimir el que compleix el termini',
    },
    load: () => import('./commands/retention-run.ts'),
  },
  {
    name: 'key lock',
    summary: {
      en: 'lock the instance key with a passphrase',
      es: 'bloquear la clave de la instancia con una frase',
      ca: 'bloquejar la clau de la instància amb una frase',
    },
    load: () => import('./commands/key-lock.ts'),
  },
  {
    name: 'key unlock',
    summary: {
      en: 'take the lock off the instance key',
      es: 'quitar el bloqueo de la clave de la instancia',
      ca: 'treure el bloqueig de la clau de la instància',
    },
    load: () => import('./commands/key-unlock.ts'),
  },
  {
    name: 'key status',
    summary: {
      en: 'say how the instance key lies on the disk',
      es: 'decir cómo está la clave de la instancia en el disco',
      ca: 'dir com és la clau de la instància al disc',
    },
    load: () => import('./commands/key-status.ts'),
  },
  {
    name: 'site export',
    summary: {
      en: 'copy the public site into files that need no server',
      es: 'copiar el sitio público en archivos que no necesitan servidor',
      ca: 'copiar el lloc públic en fitxers que no necessiten servidor',
    },
    load: () => import('./commands/site-export.ts'),
  },
  ...groundCommands,
]
