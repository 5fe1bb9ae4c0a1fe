import { useTheme, useTranslate } from 'react-admin'

/** Light to dark and back. */
export function useThemeSwitch() {
  const translate = useTranslate()
  const [theme, setTheme] = useTheme()
  const isDark = theme === 'dark'
  return {
    isDark,
    label: translate('ra.action.toggle_theme'),
    run: () => setTheme(isDark ? 'light' : 'dark'),
  }
}
