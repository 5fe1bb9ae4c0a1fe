import type { Browser, Page } from 'puppeteer'

/** Somebody at a desk: a browser window of their own, signed in, with what the page complained about. */
export class Person {
  private constructor(
    readonly page: Page,
    readonly complaints: string[],
  ) {}

  /** Opens the console as a person would, in Chinese, and signs in. */
  static async signIn(browser: Browser, origin: string, username: string, password: string): Promise<Person> {
    const context = await browser.createBrowserContext()
    const page = await context.newPage()
    await page.setViewport({ width: 1440, height: 900 })
    const complaints: string[] = []
    page.on('pageerror', (error) => complaints.push(String(error)))
    page.on('console', (message) => {
      if (['error', 'warn'].includes(message.type())) complaints.push(message.text())
    })
    await page.goto(origin)
    const person = new Person(page, complaints)
    await person.type('用户名', username)
    await person.type('密码', password)
    await page.keyboard.press('Enter')
    await person.sees('工作台')
    // The first look at the session, before anybody signed in, is answered 401: the browser notes it.
    complaints.length = 0
    return person
  }

  /** Goes there by way of a page that has nothing to press, so that no button of the former page is taken for one of the next. */
  async go(path: string): Promise<void> {
    await this.turnTo('nowhere')
    await this.page.waitForSelector('.RaNotFound-icon', { timeout: 30_000 })
    await this.turnTo(path)
    await this.page.waitForSelector('.RaNotFound-icon', { hidden: true, timeout: 30_000 })
  }

  private turnTo = (path: string) =>
    this.page.evaluate(`void (location.hash = ${JSON.stringify(`#/${path}`)})`)

  /** Waits until this text stands on the page. */
  async sees(text: string): Promise<void> {
    await this.page
      .waitForFunction(`document.body.innerText.includes(${JSON.stringify(text)})`, { timeout: 30_000 })
      .catch(async () => {
        throw new Error(
          `"${text}" does not stand on the page:\n${await this.text()}\n${this.complaints.join('\n')}`,
        )
      })
  }

  text = async (): Promise<string> => String(await this.page.evaluate('document.body.innerText'))

  /** Presses the button of that name on the page. */
  press = (name: string): Promise<void> => this.pressWithin('body', name)

  /** Presses the button of that name in the dialog that opens. */
  pressInDialog = (name: string): Promise<void> => this.pressWithin('[role="dialog"]', name)

  /** Goes where the link of that name leads. */
  follow = (name: string): Promise<void> =>
    this.page.locator(`::-p-aria([name="${name}"][role="link"])`).setTimeout(30_000).click()

  private async pressWithin(place: string, name: string): Promise<void> {
    // Found and pressed in one step: a page that draws itself anew would leave a button in hand that is no longer there.
    const press = `(() => {
      const buttons = [...document.querySelectorAll('${place}')].flatMap((one) => [...one.querySelectorAll('button')])
      const found = buttons.find((button) => !button.disabled && button.innerText.trim() === ${JSON.stringify(name)})
      found?.click()
      return Boolean(found)
    })()`
    await this.page.waitForFunction(press, { timeout: 30_000 }).catch(async () => {
      throw new Error(`There is no button "${name}" to press:\n${await this.text()}`)
    })
  }

  /** Types into the field of that label, in place of what stands there; `row` counts the lines of a grid from 0. */
  type = (label: string, text: string, row = 0): Promise<void> => this.typeInto('textbox', label, text, row)

  /** Types a few letters and takes the record that is offered. */
  async choose(label: string, letters: string, offered: string, row = 0): Promise<void> {
    await this.typeInto('combobox', label, letters, row)
    await this.page.locator(`[role="option"] ::-p-text(${offered})`).setTimeout(30_000).click()
  }

  /** Takes these values of a list of choices, and leaves the list. */
  async pick(label: string, ...values: string[]): Promise<void> {
    const list = await this.page.waitForSelector(
      `xpath///label[starts-with(., "${label}")]/..//*[@role="combobox"]`,
      {
        timeout: 30_000,
      },
    )
    await list?.click()
    for (const value of values)
      await this.page
        .locator(`xpath///*[@role="option"][normalize-space(.)="${value}"]`)
        .setTimeout(30_000)
        .click()
    if (await this.page.$('[role="listbox"]')) await this.page.keyboard.press('Escape')
    await this.page.waitForSelector('[role="listbox"]', { hidden: true })
  }

  /** Ticks the box of that label. */
  tick = (label: string): Promise<void> =>
    this.page.locator(`::-p-aria([name="${label}"][role="checkbox"])`).setTimeout(30_000).click()

  /** Gives the page a file, in its only place for one. */
  async upload(file: string): Promise<void> {
    const input = await this.page.waitForSelector('input[type="file"]', { timeout: 30_000 })
    if (!input) throw new Error('The page takes no file.')
    await input.uploadFile(file)
  }

  private async typeInto(role: string, label: string, text: string, row: number): Promise<void> {
    const selector = `::-p-aria([name="${label}"][role="${role}"])`
    await this.page.waitForSelector(selector, { timeout: 30_000 })
    const field = (await this.page.$$(selector))[row]
    if (!field) throw new Error(`There is no field "${label}" in line ${row + 1}.`)
    await field.click({ count: 3 })
    await field.type(text, { delay: 10 })
  }

  close = () => this.page.browserContext().close()
}
