import type { Language } from '#platform/i18n'

/** What the kit tells. `identity` is null when it was shown before. */
export interface Kit {
  readonly identity: string | null
  readonly recipient: string
  /** Other public keys of the instance, by what they are for. */
  readonly publicKeys: Readonly<Record<string, string>>
  readonly home: string
}

/** The kit as lines for a terminal or a printer without a page. */
export function kitText(kit: Kit, language: Language): string {
  const say = phrases[language]
  const rule = '─'.repeat(72)
  return [
    rule,
    say.title,
    rule,
    '',
    say.identity,
    '',
    `    ${kit.identity ?? say.shownBefore}`,
    '',
    say.recipient,
    `    ${kit.recipient}`,
    ...Object.entries(kit.publicKeys).flatMap(([name, key]) => ['', name, `    ${key}`]),
    '',
    say.steps,
    '',
    ...stepsOf(kit, language).flatMap((step, n) => [
      `${n + 1}. ${step.text}`,
      ...step.code.map((line) => `       ${line}`),
    ]),
    '',
    say.keep,
    rule,
  ].join('\n')
}

/** The kit as a page that stands alone, made for printing. */
export function kitPage(kit: Kit, language: Language): string {
  const say = phrases[language]
  const steps = stepsOf(kit, language)
    .map(
      (step) =>
        `<li>${escape(step.text)}${step.code.map((line) => `<pre>${escape(line)}</pre>`).join('')}</li>`,
    )
    .join('\n')
  const keys = Object.entries(kit.publicKeys)
    .map(([name, key]) => `<h2>${escape(name)}</h2><pre>${escape(key)}</pre>`)
    .join('\n')
  return `<!doctype html>
<html lang="${language}">
<meta charset="utf-8">
<title>${escape(say.title)}</title>
<style>
body { font: 12pt/1.45 Georgia, serif; max-width: 17cm; margin: 1.5cm auto; color: #000; background: #fff; }
h1 { font-size: 20pt; margin: 0 0 .6cm; } h2 { font-size: 12pt; margin: .6cm 0 .2cm; }
pre { font: 11pt/1.5 monospace; white-space: pre-wrap; overflow-wrap: anywhere; margin: .15cm 0; }
.key { border: 1.5pt solid #000; padding: .4cm; font-size: 13pt; letter-spacing: .03em; } li { margin-bottom: .25cm; }
</style>
<h1>${escape(say.title)}</h1>
<h2>${escape(say.identity)}</h2>
<pre class="key">${escape(kit.identity ?? say.shownBefore)}</pre>
<h2>${escape(say.recipient)}</h2>
<pre>${escape(kit.recipient)}</pre>
${keys}
<h2>${escape(say.steps)}</h2>
<ol>
${steps}
</ol>
<p>${escape(say.keep)}</p>
</html>
`
}

const escape = (text: string): string =>
  text.replace(/[&<>"]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign] ?? sign)

const stepsOf = (kit: Kit, language: Language) => {
  const say = phrases[language]
  return [
    { text: say.install, code: [] },
    { text: say.type, code: ['recovery.txt'] },
    {
      text: say.restore,
      code: [
        `AMPARO_HOME=${kit.home} ./amparo restore BACKUP.age --identity recovery.txt --tombstones tombstones.log`,
      ],
    },
    { text: say.serve, code: ['./amparo serve', './amparo sign-in-link'] },
    { text: say.remove, code: ['shred -u recovery.txt'] },
    { text: say.drill, code: ['./amparo backup drill --identity recovery.txt'] },
    { text: say.without, code: ['age -d -i recovery.txt BACKUP.age | tar -x'] },
  ]
}

const phrases = {
  en: {
    title: 'Amparo: recovery kit',
    identity:
      'Secret key that opens every backup. Whoever has it and a backup can read what Amparo itself can read.',
    shownBefore: '(shown when the kit was made; it is on the paper of that day and nowhere else)',
    recipient: 'Its public half, for which backups are encrypted',
    steps: 'If the machine is lost',
    install: 'Install this release of Amparo, or a newer one, on a machine that you trust (README.md).',
    type: 'Type the line that begins with AGE-SECRET-KEY-1 into a file, exactly; spaces and small letters do not matter:',
    restore:
      'Restore the newest backup; give the tombstones.log kept beside it, so that nothing deleted comes back:',
    serve: 'Start it, sign in by a link from the command line, and go over the list of people:',
    remove: 'Destroy the file with the key:',
    drill:
      'Twice a year, and after changing machines, prove that this paper works (steps 2 and 5 around it):',
    without: 'Even without Amparo: the standard programs age and tar open a backup.',
    keep: 'Print two copies; keep them in two places away from the machine and from the backups. Keep backups on another machine. What is sealed stays sealed: for it the persons’ own passphrases or their custodians are needed.',
  },
  es: {
    title: 'Amparo: kit de recuperación',
    identity:
      'Clave secreta que abre todas las copias. Quien la tenga junto con una copia puede leer lo que Amparo mismo puede leer.',
    shownBefore: '(se mostró al crear el kit; está en el papel de aquel día y en ningún otro lugar)',
    recipient: 'Su mitad pública, para la que se cifran las copias',
    steps: 'Si se pierde la máquina',
    install: 'Instale esta versión de Amparo, o una posterior, en una máquina de confianza (README.md).',
    type: 'Escriba en un archivo, exactamente, la línea que empieza con AGE-SECRET-KEY-1; los espacios y las minúsculas no importan:',
    restore:
      'Restaure la copia más reciente; indique el tombstones.log guardado junto a ella, para que no vuelva nada de lo eliminado:',
    serve: 'Inicie el programa, entre con un enlace de la línea de comandos y revise la lista de personas:',
    remove: 'Destruya el archivo con la clave:',
    drill: 'Dos veces al año, y al cambiar de máquina, pruebe que este papel sirve (con los pasos 2 y 5):',
    without: 'Incluso sin Amparo: los programas corrientes age y tar abren una copia.',
    keep: 'Imprima dos ejemplares; guárdelos en dos lugares, lejos de la máquina y de las copias. Guarde las copias en otra máquina. Lo sellado sigue sellado: para abrirlo hacen falta las frases de paso de las personas o sus custodios.',
  },
  ca: {
    title: 'Amparo: kit de recuperació',
    identity:
      'Clau secreta que obre totes les còpies. Qui la tingui juntament amb una còpia pot llegir el que Amparo mateix pot llegir.',
    shownBefore: '(es va mostrar en crear el kit; és al paper d’aquell dia i enlloc més)',
    recipient: 'La seva meitat pública, per a la qual es xifren les còpies',
    steps: 'Si es perd la màquina',
    install:
      'Instal·leu aquesta versió d’Amparo, o una de posterior, en una màquina de confiança (README.md).',
    type: 'Escriviu en un fitxer, exactament, la línia que comença amb AGE-SECRET-KEY-1; els espais i les minúscules no importen:',
    restore:
      'Restaureu la còpia més recent; indiqueu el tombstones.log desat al costat, perquè no torni res del que s’ha eliminat:',
    serve: 'Engegueu el programa, entreu amb un enllaç de la línia d’ordres i reviseu la llista de persones:',
    remove: 'Destruïu el fitxer amb la clau:',
    drill: 'Dos cops l’any, i en canviar de màquina, proveu que aquest paper serveix (amb els passos 2 i 5):',
    without: 'Fins i tot sense Amparo: els programes corrents age i tar obren una còpia.',
    keep: 'Imprimiu-ne dos exemplars; deseu-los en dos llocs, lluny de la màquina i de les còpies. Deseu les còpies en una altra màquina. El que és segellat continua segellat: per obrir-ho calen les frases de pas de les persones o els seus custodis.',
  },
} as const satisfies Record<Language, Readonly<Record<string, string>>>
