import Box from '@mui/material/Box'

/** The name of a page whose bar already shows it, for those who hear the page. */
export function HiddenHeading({ text }: { text: string }) {
  return (
    <Box
      component="h1"
      sx={{
        position: 'absolute',
        width: '1px',
        height: '1px',
        m: 0,
        overflow: 'hidden',
        clipPath: 'inset(50%)',
      }}
    >
      {text}
    </Box>
  )
}
