const archives = [
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  'application/vnd.oasis.opendocument.text',
]

/** Which reader takes a media type; `null`: none does. */
export function readerOf(mediaType: string): 'text' | 'markup' | 'archive' | 'pdf' | 'office' | null {
  if (mediaType === 'application/pdf') return 'pdf'
  if (mediaType === 'text/html' || mediaType === 'application/xml' || mediaType === 'application/xhtml+xml')
    return 'markup'
  if (mediaType.startsWith('text/') || mediaType === 'application/json') return 'text'
  if (archives.includes(mediaType)) return 'archive'
  return mediaType === 'application/x-cfb' ? 'office' : null
}
