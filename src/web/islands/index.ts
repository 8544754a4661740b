/**
 * The workspace's one script: small improvements to pages that are complete without it. Each listens on the document
 * and acts on `data-` attributes that the components write. Bundled for the browser; the public site never loads it.
 */
import { confirmLeave } from './confirm-leave.ts'
import { countWords } from './count-words.ts'
import { refreshWhileWaiting } from './refresh.ts'
import { repeatRows } from './repeat-rows.ts'
import { submitOnChange } from './submit-on-change.ts'

confirmLeave(document)
countWords(document)
submitOnChange(document)
repeatRows(document)
refreshWhileWaiting(document)
