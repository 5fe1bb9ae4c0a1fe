import type { RecordOf } from '../../engine/resource.js'
import type { importDeclaration } from './importDeclaration.js'

export type Import = RecordOf<ReturnType<typeof importDeclaration>>
