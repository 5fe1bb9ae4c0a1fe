import { useSidebarState, useStore } from 'react-admin'
import { useIsPhone } from './useIsPhone'

/** Whether the menu is open. On a phone it lies over the page, so it opens for one choice and is not remembered open. */
export function useMenuState(): { isPhone: boolean; isOpen: boolean; setOpen: (isOpen: boolean) => void } {
  const isPhone = useIsPhone()
  const [isOpenAtDesk, setOpenAtDesk] = useSidebarState()
  const [isOpenOnPhone, setOpenOnPhone] = useStore('sidebar.phone', false)
  return isPhone
    ? { isPhone, isOpen: isOpenOnPhone, setOpen: setOpenOnPhone }
    : { isPhone, isOpen: isOpenAtDesk, setOpen: setOpenAtDesk }
}
