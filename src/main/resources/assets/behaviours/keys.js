import { Controller } from "@hotwired/stimulus"
import { areKeysOn, commands, isTyping, perform } from "page"

// Shortcuts: the keys stand on the links and buttons themselves, so that the help lists just what can be done here.
export default class extends Controller {
  static targets = ["help", "list", "switch"]

  connect() {
    const single = commands().filter(({ key }) => key?.length === 1)
    single.forEach(({ element, key }) => element.setAttribute("aria-keyshortcuts", key))
  }

  press(event) {
    if (!areKeysOn() || !this.hasHelpTarget || event.ctrlKey || event.metaKey || event.altKey || event.repeat) return
    if (event.defaultPrevented || isTyping(event.target) || document.querySelector("dialog[open]")) return
    if (event.key === "?") this.help(event)
    else if (event.key.length === 1) this.type(event)
  }

  // Two keys one after the other, as in "g d", belong together if they come within a moment.
  type(event) {
    const now = Date.now()
    this.typed = this.typed && now - this.since < 1500 ? `${this.typed} ${event.key}` : event.key
    this.since = now
    const able = commands()
    const wanted = able.find(({ key }) => key === this.typed)
    if (wanted || !able.some(({ key }) => key?.startsWith(`${this.typed} `))) this.typed = ""
    if (!wanted) return
    event.preventDefault()
    perform(wanted.element)
  }

  help(event) {
    event.preventDefault()
    document.querySelectorAll("details.drop[open]").forEach(drop => { drop.open = false })
    this.listTarget.replaceChildren(...[...commands().filter(({ key }) => key), ...helps()].map(row))
    this.switchTarget.checked = areKeysOn()
    this.helpTarget.showModal()
  }

  toggle() {
    if (this.switchTarget.checked) localStorage.removeItem("keys")
    else localStorage.setItem("keys", "off")
  }
}

// What keys do that stand on no link or button: lists say it beside themselves.
function helps() {
  return [...document.querySelectorAll("[data-help]")].map(({ dataset }) => ({ key: dataset.help, label: dataset.helpLabel }))
}

function row({ key, label }) {
  const line = document.createElement("tr")
  const what = Object.assign(document.createElement("th"), { scope: "row", textContent: label })
  const keys = document.createElement("td")
  keys.append(...key.split(" ").map(text => Object.assign(document.createElement("kbd"), { textContent: text })))
  line.append(what, keys)
  return line
}
