import { lazy } from 'react'
import { Admin, CustomRoutes } from 'react-admin'
import { Route } from 'react-router-dom'
import { Layout } from './layout/Layout'
import { Notices } from './layout/Notices'
import { authProvider } from './providers/authProvider'
import { dataProvider } from './providers/dataProvider'
import { i18nProvider } from './providers/i18nProvider'
import { queryClient } from './providers/queryClient'
import { store } from './providers/store'
import { resourcesOf } from './resources'
import { SignInPage } from './signIn/SignInPage'
import { themeOf } from './theme/theme'

const Dashboard = lazy(() => import('./dashboard/Dashboard'))
const SetupPage = lazy(() => import('./setup/SetupPage'))

const lightTheme = themeOf('light')
const darkTheme = themeOf('dark')

export function App() {
  return (
    <Admin
      title="Slipway"
      disableTelemetry
      requireAuth
      authProvider={authProvider}
      dataProvider={dataProvider}
      i18nProvider={i18nProvider}
      queryClient={queryClient}
      store={store}
      layout={Layout}
      notification={Notices}
      loginPage={SignInPage}
      dashboard={Dashboard}
      lightTheme={lightTheme}
      darkTheme={darkTheme}
    >
      {resourcesOf}
      <CustomRoutes>
        <Route path="/setup" element={<SetupPage />} />
      </CustomRoutes>
    </Admin>
  )
}
