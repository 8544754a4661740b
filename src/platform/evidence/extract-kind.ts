/** The name of the job that reads the text of an attached file. Payload: `{ attachment }`. */
export const extractKind = 'evidence.extract'
