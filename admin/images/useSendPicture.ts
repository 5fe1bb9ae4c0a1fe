import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useNotify } from 'react-admin'
import { useT } from '../i18n/useT'
import { http } from '../providers/http'
import { problemOf } from '../providers/problem'
import { MOST_BYTES } from './imageOf'

interface Faults {
  name?: string
  picture?: string
}

/** Sends the bytes of a picture; answers whether they were taken. What is wrong stays until the next try. */
export function useSendPicture() {
  const t = useT()
  const notify = useNotify()
  const client = useQueryClient()
  const [isPending, setPending] = useState(false)
  const [faults, setFaults] = useState<Faults>({})

  const send = async (method: 'POST' | 'PUT', url: string, file: File): Promise<boolean> => {
    if (file.size > MOST_BYTES) {
      setFaults({ picture: t('image.tooLarge') })
      return false
    }
    setPending(true)
    try {
      await http(url, { method, body: file, headers: { 'Content-Type': 'application/octet-stream' } })
      setFaults({})
      notify(t(method === 'PUT' ? 'image.replaced' : 'image.kept'), { type: 'success' })
      await client.invalidateQueries({ queryKey: ['images'] })
      return true
    } catch (error) {
      const { message, errors } = problemOf(error)
      const [name, picture] = [errors.name, errors.picture]
      setFaults({
        ...(typeof name === 'string' && { name }),
        ...(typeof picture === 'string' ? { picture } : typeof name !== 'string' && { picture: message }),
      })
      return false
    } finally {
      setPending(false)
    }
  }
  return { send, isPending, faults }
}
