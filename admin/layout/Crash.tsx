import Alert from '@mui/material/Alert'
import Button from '@mui/material/Button'
import { Component, type ReactNode } from 'react'
import { useTranslate } from 'react-admin'

/** Keeps a page that fails from taking the menu with it. Leaving the page starts it anew. */
export class Crash extends Component<{ children: ReactNode }, { error?: Error }> {
  override state: { error?: Error } = {}

  static getDerivedStateFromError(error: Error) {
    return { error }
  }

  override render() {
    return this.state.error ? <CrashNotice error={this.state.error} /> : this.props.children
  }
}

function CrashNotice({ error }: { error: Error }) {
  const translate = useTranslate()
  return (
    <Alert
      severity="error"
      action={
        <Button color="inherit" onClick={() => window.location.reload()}>
          {translate('ra.action.refresh')}
        </Button>
      }
    >
      {translate('ra.message.error')} {error.message}
    </Alert>
  )
}
