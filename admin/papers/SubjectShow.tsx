import { recordPage } from '../engine/show/recordPage'
import { SubjectPage } from './SubjectPage'

export default recordPage(SubjectPage)
