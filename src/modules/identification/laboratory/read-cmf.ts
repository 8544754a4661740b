import { readXml } from '#platform/tabular'
import { type LaboratoryMaterial, finding } from './material.ts'
import { profileBuilder } from './profile-builder.ts'
import { refusedFile } from './refused-file.ts'

/** Texts of a CMF file are names and numbers. */
const longestText = 1000

const container = new Set(['CODISImportFile', 'SPECIMEN', 'LOCUS', 'ALLELE'])

/**
 * CODIS Common Message Format 3.2 and 3.3 (`urn:CODISImportFile-schema`): CODISImportFile > SPECIMEN > LOCUS > ALLELE > ALLELEVALUE.
 * A homozygote may be written once. Anything else in the file is not read. `text`: the file, in pieces.
 */
export async function readCmf(text: AsyncIterable<string>): Promise<LaboratoryMaterial> {
  const builder = profileBuilder()
  const path: string[] = []
  let words = ''
  let kit: string | null = null
  let person = ''
  let category: string | null = null
  let specimens = 0
  let root = ''
  let version = ''
  let locus = ''
  let alleles: string[] = []
  try {
    for await (const tokens of readXml(text, longestText))
      for (const token of tokens) {
        if (token.kind === 'text') words += token.text
        else if (token.kind === 'open') {
          if (path.length === 0 && root === '') root = token.name
          path.push(token.name)
          words = ''
          if (token.name === 'SPECIMEN') {
            specimens++
            person = ''
            category = null
          } else if (token.name === 'LOCUS') {
            locus = ''
            alleles = []
          }
        } else {
          path.pop()
          take(token.name, words.trim())
          if (!container.has(token.name)) words = ''
        }
      }
  } catch (error) {
    if (!(error instanceof Error) || error.name === 'Problem') throw error
    throw refusedFile(
      `The XML is broken: ${error.message}. Export the file again.`,
      `El XML está dañado: ${error.message}. Exporte de nuevo el archivo.`,
      `L'XML està malmès: ${error.message}. Torneu a exportar el fitxer.`,
    )
  }
  if (root !== 'CODISImportFile')
    throw refusedFile(
      'This is no CODIS import file (CODISImportFile). Export it as CMF 3.2 or 3.3.',
      'No es un archivo de importación de CODIS (CODISImportFile). Expórtelo como CMF 3.2 o 3.3.',
      'No és un fitxer d’importació de CODIS (CODISImportFile). Exporteu-lo com a CMF 3.2 o 3.3.',
    )
  if (path.length > 0)
    throw refusedFile(
      `The file ends inside of ${path[path.length - 1]}: it was cut off. Export it again.`,
      `El archivo termina dentro de ${path[path.length - 1]}: está cortado. Expórtelo de nuevo.`,
      `El fitxer acaba dins de ${path[path.length - 1]}: està tallat. Torneu-lo a exportar.`,
    )
  if (version !== '3.2' && version !== '3.3')
    builder.findings.push(
      finding(
        'flagged',
        'not-read',
        { value: version },
        {
          en: `The file is of version ${version || '?'}; versions 3.2 and 3.3 are known. Compare some profiles with the original.`,
          es: `El archivo es de la versión ${version || '?'}; se conocen las versiones 3.2 y 3.3. Compare algunos perfiles con el original.`,
          ca: `El fitxer és de la versió ${version || '?'}; es coneixen les versions 3.2 i 3.3. Compareu alguns perfils amb l'original.`,
        },
      ),
    )
  return { profiles: builder.profiles(), pedigree: [], frequencies: {}, findings: builder.findings }

  function take(name: string, value: string): void {
    // What lies in an element of the specimen itself, not in one further down of the same name.
    const parent = path[path.length - 1]
    const at = { line: specimens, person: person === '' ? `#${specimens}` : person }
    if (name === 'HEADERVERSION') version = value
    else if (name === 'KIT') kit = value
    else if (name === 'SPECIMENID' && parent === 'SPECIMEN') person = value
    else if (name === 'SPECIMENCATEGORY' && parent === 'SPECIMEN') category = value
    else if (name === 'LOCUSNAME') locus = value
    else if (name === 'ALLELEVALUE') alleles.push(value)
    else if (name === 'LOCUS') builder.alleles(at, locus, alleles)
    else if (name === 'SPECIMEN') builder.sample(at, category, kit)
  }
}
