import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { find } from './find'

const DEBOUNCE_MS = 180

/** What is found for a text that is being typed; `isSettled` once the results are those of the text. */
export function useResults(typed: string) {
  const text = typed.trim()
  const [asked, setAsked] = useState(text)
  useEffect(() => {
    const timer = setTimeout(() => setAsked(text), DEBOUNCE_MS)
    return () => clearTimeout(timer)
  }, [text])
  const { data, isFetching, error } = useQuery({
    queryKey: ['search', asked],
    queryFn: ({ signal }) => find(asked, signal),
    enabled: asked !== '',
    placeholderData: keepPreviousData,
    staleTime: 5_000,
  })
  return {
    results: text === '' ? [] : (data ?? []),
    isSettled: asked === text && !isFetching,
    error,
  }
}
