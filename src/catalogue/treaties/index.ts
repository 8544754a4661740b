/** Treaties and declarations of human rights: names, dates, bodies, and their numbers and names in files of ratification. */
export {
  treaties,
  treatyByChapter,
  treatyById,
  treatyByStatusFile,
  type Treaty,
  type TreatyKind,
  treatyKinds,
} from './treaty-list.ts'
