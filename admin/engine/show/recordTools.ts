import { createContext, useContext, type ComponentType } from 'react'
import type { Row } from '../../schema/row'
import type { ResourceSchema } from '../../schema/types'

export interface RecordToolProps {
  resource: ResourceSchema
  record: Row
}

/** What an area outside the engine adds to the page of every record: in its head, and under what it says. */
export const RecordTools = createContext<ComponentType<RecordToolProps>[]>([])
export const RecordPanels = createContext<ComponentType<RecordToolProps>[]>([])

export const useRecordTools = () => useContext(RecordTools)
export const useRecordPanels = () => useContext(RecordPanels)
