import { http } from '../providers/http'
import { resultsIn, type SearchResult } from './searchResult'

/** Records of all types that bear this text in their name: exact ones first. */
export async function find(text: string, signal?: AbortSignal): Promise<SearchResult[]> {
  const { json } = await http(`/api/search?q=${encodeURIComponent(text)}`, { signal })
  return resultsIn(json)
}
