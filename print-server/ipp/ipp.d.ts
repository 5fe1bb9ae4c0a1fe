/** The part of the npm package `ipp` that is fit for use: its tables and its serializer. */
declare module 'ipp' {
  interface Syntax {
    type: string
    tag?: number
    min?: number
    max?: number
    setof?: boolean
    members?: Record<string, Syntax | Syntax[]>
  }
  type Table = Record<string, Syntax | Syntax[]>

  const ipp: {
    attributes: Record<'Operation' | 'Job Template' | 'Job Description' | 'Printer Description', Table>
    enums: Record<string, Record<string, number>>
    operations: Record<string, number>
    statusCodes: Record<string, number> & { lookup: (string | undefined)[] }
    serialize(message: {
      version: '2.0'
      id: number
      operation?: string
      statusCode?: string
      'operation-attributes-tag'?: object
      'job-attributes-tag'?: object
      'printer-attributes-tag'?: object
    }): Buffer
  }
  export default ipp
}
