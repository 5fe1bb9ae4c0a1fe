import type { RecordToolProps } from '../engine/show/recordTools'
import { fieldOf } from '../schema/fieldOf'
import { useResourceSchema } from '../schema/schemaStore'
import { Papers } from './Papers'

/** The papers about a record, on the page of every record that papers can be about. */
export function RecordPapers({ resource, record }: RecordToolProps) {
  const documents = useResourceSchema('documents')
  const subjects = fieldOf(documents?.fields ?? [], 'subject')?.choices ?? []
  return subjects.some(({ value }) => value === resource.name) ? (
    <Papers filter={{ subject: resource.name, subjectId: record.id }} />
  ) : null
}
