import { useQuery } from '@tanstack/react-query'
import { http } from '../providers/http'
import { isObject } from '../schema/valueAt'

export interface Variable {
  name: string
  value: string | null
  isSet: boolean
  isSecret: boolean
}

export interface PrintServer {
  server: string
  site: string | null
  key: string
  seenAt: string
}

/** `GET /api/system`. */
export interface SystemInfo {
  versions: { slipway: string; node: string; migration: string | null }
  database: { kind: string; version: string; bytes: number }
  lastBackup: { id: number; status: string; at: string } | null
  auditHead: { seq: number; hash: string }
  printServers: PrintServer[]
  environment: Variable[]
}

const RENEW_MS = 60_000

const isSystem = (value: unknown): value is SystemInfo =>
  isObject(value) &&
  isObject(value.versions) &&
  isObject(value.database) &&
  isObject(value.auditHead) &&
  Array.isArray(value.printServers) &&
  Array.isArray(value.environment)

/** How the installation stands; asked for only by those who may know. */
export function useSystem(enabled: boolean) {
  return useQuery({
    queryKey: ['settings', 'system'],
    enabled,
    refetchInterval: RENEW_MS,
    queryFn: async ({ signal }): Promise<SystemInfo> => {
      const { json } = await http('/api/system', { signal })
      if (!isSystem(json)) throw new Error('GET /api/system answered something else.')
      return json
    },
  })
}
