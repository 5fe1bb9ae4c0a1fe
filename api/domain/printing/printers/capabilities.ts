import { z } from 'zod'

/** Bounded, because what a device says of itself is kept and shown: the print server cleans it, this is the last wall. */
const word = z.string().min(1).max(120)
const words = (most: number) => z.array(word).max(most)
const percent = z.number().min(0).max(100).nullable()
const millimetres = z.number().min(0).max(100_000)

/** What a printer can do and has in stock, as it said when it was last looked at. Unknown is null, never a guess. */
export const capabilitiesBody = z.object({
  formats: words(40),
  media: words(200),
  mediaReady: words(20),
  /** Sheets that it takes, in mm; a list of ranges. */
  sizes: z
    .array(
      z.object({ width: z.tuple([millimetres, millimetres]), height: z.tuple([millimetres, millimetres]) }),
    )
    .max(60),
  /** `media-source` keywords. */
  sources: words(20),
  /** Trays with what is left in them, in per cent. */
  trays: z.array(z.object({ name: word, level: percent })).max(20),
  /** `isWaste`: it is full at 100. `colors`: `#rrggbb`. */
  supplies: z
    .array(
      z.object({
        name: word,
        type: z.string().max(60),
        colors: z.array(z.string().regex(/^#[0-9a-f]{6}$/)).max(6),
        level: percent,
        isLow: z.boolean(),
        isWaste: z.boolean(),
      }),
    )
    .max(20),
  color: z.boolean().nullable(),
  duplex: z.boolean().nullable(),
  resolutions: words(20),
})

/** Cutting of sheets is never more exact than this. */
const TOLERANCE_MM = 1

/** Whether a printer takes a sheet of that size; one that does not tell its sizes is believed to. */
export function takesPaper(capabilities: unknown, paper: { widthMm: number; heightMm: number }): boolean {
  const { data } = capabilitiesBody.safeParse(capabilities)
  if (!data || data.sizes.length === 0) return true
  const holds = ([least, most]: readonly [number, number], mm: number) =>
    mm >= least - TOLERANCE_MM && mm <= most + TOLERANCE_MM
  return data.sizes.some(({ width, height }) => holds(width, paper.widthMm) && holds(height, paper.heightMm))
}
