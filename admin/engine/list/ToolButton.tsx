import Box from '@mui/material/Box'
import Button, { type ButtonProps } from '@mui/material/Button'

interface ToolButtonProps extends Omit<ButtonProps, 'sx'> {
  label: string
  /** Given by links. */
  to?: string
  state?: unknown
  component?: React.ElementType
}

/** A tool of a list: its icon with a word, on a phone the icon alone in the size of a thumb. */
export function ToolButton({ label, ...button }: ToolButtonProps) {
  return (
    <Button
      {...button}
      aria-label={label}
      sx={{
        flex: 'none',
        minWidth: { xs: 40, sm: 64 },
        minHeight: { xs: 40, sm: 0 },
        '& .MuiButton-startIcon': { ml: { xs: 0, sm: -0.25 }, mr: { xs: 0, sm: 0.75 } },
      }}
    >
      <Box component="span" sx={{ display: { xs: 'none', sm: 'inline' } }}>
        {label}
      </Box>
    </Button>
  )
}
