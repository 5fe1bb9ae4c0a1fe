import { useEffect, useState } from 'react'
import { Notification, useNotificationContext } from 'react-admin'

/** What the console says in passing. An error takes the place of what is shown: it does not wait until that has been read. */
export function Notices() {
  const { notifications } = useNotificationContext()
  const [round, setRound] = useState(0)
  const isErrorWaiting = notifications.some(({ type }) => type === 'error')
  useEffect(() => {
    if (!isErrorWaiting) return undefined
    // Where nothing is shown it has been taken by then.
    const timer = setTimeout(() => setRound((before) => before + 1))
    return () => clearTimeout(timer)
  }, [isErrorWaiting])
  return <Notification key={round} />
}
