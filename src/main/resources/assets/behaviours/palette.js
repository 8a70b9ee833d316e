import { Controller } from "@hotwired/stimulus"
import { visit } from "@hotwired/turbo"
import { commands, perform } from "page"

// The box on top suggests while one types; called with Ctrl K, it also does what can be done on the page.
export default class extends Controller {
  static targets = ["input", "list", "status"]
  static values = { url: String }

  call(event) {
    if (!(event.ctrlKey || event.metaKey) || event.shiftKey || event.altKey || event.key.toLowerCase() !== "k") return
    event.preventDefault()
    if (document.querySelector("dialog[open]")) return
    this.inputTarget.focus()
    this.inputTarget.select()
    this.called = true
    this.show(this.found)
  }

  // What the page can do is there at once, so that fast fingers never choose from an old list.
  type() {
    clearTimeout(this.later)
    this.later = setTimeout(() => this.ask(), 120)
    this.show(this.found)
  }

  async ask() {
    const typed = this.inputTarget.value.trim()
    const found = typed ? await this.suggestions(typed) : ""
    if (found !== null) this.show(found, this.marked)
  }

  show(found = "", marked = -1) {
    const typed = this.inputTarget.value.trim()
    const able = typed || this.called ? this.able(typed) : []
    this.found = typed ? found : ""
    this.listTarget.innerHTML = this.found
    this.doers = new Map(able.map(command => [option(command), command.element]))
    this.listTarget.prepend(...this.doers.keys())
    this.options.forEach((option, place) => { option.id = `palette-${place}` })
    this.listTarget.hidden = this.options.length === 0
    this.inputTarget.setAttribute("aria-expanded", String(!this.listTarget.hidden))
    this.statusTarget.textContent = this.statusTarget.dataset.words.replace("{0}", this.options.length)
    this.mark(Math.min(marked, this.options.length - 1))
  }

  able(typed) {
    return commands().filter(({ element, label }) => element !== this.inputTarget && fits(label, typed))
  }

  // Null when a later letter has overtaken this one.
  async suggestions(typed) {
    this.asked?.abort()
    this.asked = new AbortController()
    try {
      const answer = await fetch(`${this.urlValue}?q=${encodeURIComponent(typed)}`, { signal: this.asked.signal })
      return answer.ok && !answer.redirected ? await answer.text() : ""
    } catch (trouble) {
      return trouble.name === "AbortError" ? null : ""
    }
  }

  move(event) {
    const steps = { ArrowDown: 1, ArrowUp: -1 }
    if (event.key === "Escape") return this.close()
    if (this.listTarget.hidden) return
    if (event.key in steps) {
      event.preventDefault()
      const { length } = this.options
      this.mark((this.marked + steps[event.key] + length + (this.marked < 0 && steps[event.key] < 0 ? 1 : 0)) % length)
    } else if (event.key === "Enter" && this.marked >= 0) {
      event.preventDefault()
      this.go(this.options[this.marked])
    }
  }

  // The pointer goes down before the box loses the focus.
  pick(event) {
    event.preventDefault()
    const option = event.target.closest("[role=option]")
    if (option && event.button === 0) this.go(option)
  }

  go(option) {
    const doer = this.doers.get(option)
    this.inputTarget.value = ""
    this.close()
    this.inputTarget.blur()
    if (doer) perform(doer)
    else visit(option.dataset.address)
  }

  close() {
    clearTimeout(this.later)
    this.asked?.abort()
    this.called = false
    this.found = ""
    this.listTarget.hidden = true
    this.inputTarget.setAttribute("aria-expanded", "false")
    this.inputTarget.removeAttribute("aria-activedescendant")
  }

  mark(place) {
    this.marked = place
    this.options.forEach((option, at) => option.setAttribute("aria-selected", String(at === place)))
    const option = this.options[place]
    if (option) this.inputTarget.setAttribute("aria-activedescendant", option.id)
    else this.inputTarget.removeAttribute("aria-activedescendant")
    option?.scrollIntoView({ block: "nearest" })
  }

  get options() {
    return [...this.listTarget.querySelectorAll("[role=option]")]
  }
}

function fits(label, typed) {
  const plain = text => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase()
  return plain(typed).split(/\s+/).every(word => plain(label).includes(word))
}

function option({ label, key }) {
  const line = document.createElement("li")
  line.setAttribute("role", "option")
  line.append(Object.assign(document.createElement("span"), { className: "what", textContent: label }))
  if (key) line.append(Object.assign(document.createElement("kbd"), { textContent: key }))
  return line
}
