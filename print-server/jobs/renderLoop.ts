import type { Logger } from 'pino'
import { ApiRefused } from '../apiErrors.js'
import type { ApiClient } from '../apiClient.js'
import { faultOf } from '../log.js'
import type { RenderRequest } from '../protocol.js'
import { RenderError } from '../render/renderError.js'
import type { Renderer } from '../render/renderer.js'
import { linkSignals, sleepUnlessAborted } from '../run.js'
import type { Timing } from '../timing.js'

interface RenderDesk {
  api: ApiClient
  renderer: Pick<Renderer, 'render'>
  timing: Timing
  log: Logger
  drain: AbortSignal
}

const SHORTEST_CLAIM_MS = 500

/** Draws what is only looked at, one at a time, beside the printing and until `drain`. A request that is broken off is another's soon. */
export async function renderLoop({ api, renderer, timing, log, drain }: RenderDesk): Promise<void> {
  let pauseMs = timing.api.retryFirstMs
  while (!drain.aborted) {
    const asked = performance.now()
    try {
      const request = await api.claimRender(timing.claim.waitSeconds, drain)
      pauseMs = timing.api.retryFirstMs
      if (request) await draw(request)
      else await sleepUnlessAborted(SHORTEST_CLAIM_MS - (performance.now() - asked), [drain])
    } catch {
      // The claim loop tells of an API that is away; this one waits for it too.
      await sleepUnlessAborted(pauseMs, [drain])
      pauseMs = Math.min(pauseMs * 2, timing.api.retryMs)
    }
  }

  async function draw(request: RenderRequest): Promise<void> {
    const dropped = new AbortController()
    const stop = linkSignals([dropped.signal, drain])
    const keeping = keep(request, dropped, stop.signal)
    try {
      const { pdf } = await renderer.render(request.content, stop.signal)
      await api.putRender(request, pdf, stop.signal)
    } catch (error) {
      if (!stop.signal.aborted) await tell(request, error, stop.signal)
    } finally {
      dropped.abort()
      stop.unlink()
      await keeping
    }
  }

  /** Renews the claim until the work ends; ends the work when the claim no longer stands. */
  async function keep(request: RenderRequest, dropped: AbortController, stop: AbortSignal): Promise<void> {
    for (;;) {
      await sleepUnlessAborted((request.seconds * 1000) / 3, [stop])
      if (stop.aborted) return
      try {
        await api.renewRender(request, stop)
      } catch (error) {
        if (error instanceof ApiRefused) dropped.abort()
      }
    }
  }

  async function tell(request: RenderRequest, error: unknown, stop: AbortSignal): Promise<void> {
    // What is no fault of the template is left to another print server when the claim runs out.
    if (error instanceof RenderError && error.code !== 'unavailable') {
      const { zh, place } = error.about
      const fault = { code: error.code, detail: error.detail, ...(zh !== undefined && { zh }), ...place }
      await api.failRender(request, fault, stop).catch(() => undefined)
    } else if (!(error instanceof ApiRefused)) {
      log.warn({ fault: faultOf(error) }, 'a preview was not drawn')
      await sleepUnlessAborted(SHORTEST_CLAIM_MS, [stop])
    }
  }
}
