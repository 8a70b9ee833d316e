import { Controller } from "@hotwired/stimulus"

const KEY = "F8"
const BEGUN = /(?:^|[\s(«"“])::([\p{L}\p{N}_-]*)$/u
const TEXT = "textarea[name=text], [contenteditable]"

// Puts short texts of the house where the writing is: those that begin to be named behind two colons, or those of a list
// with a field above it, which a button or a key opens.
export default class extends Controller {
  static targets = ["button", "panel", "words", "list", "said"]
  static values = { url: String, fields: String, found: String, none: String }

  connect() {
    this.form = this.element.closest("form")
    this.buttonTarget.hidden = false
    this.clear(this.form.querySelector("select#template"))
    this.seeing = event => this.see(event)
    this.pressing = event => this.press(event)
    this.pointing = ({ target }) => { if (!this.element.contains(target)) this.close() }
    this.form.addEventListener("input", this.seeing)
    this.form.addEventListener("keydown", this.pressing, true)
    this.form.addEventListener("mousedown", this.pointing)
  }

  disconnect() {
    this.form.removeEventListener("input", this.seeing)
    this.form.removeEventListener("keydown", this.pressing, true)
    this.form.removeEventListener("mousedown", this.pointing)
  }

  // What stands among the templates for those who have no script is here.
  clear(templates) {
    templates?.querySelector("optgroup")?.remove()
    if (templates?.options.length === 1) templates.closest(".field").hidden = true
  }

  see({ target }) {
    if (!target.matches(TEXT)) return
    const begun = before(target).match(BEGUN)
    if (begun) this.seek(target, begun[1], begun[1].length + 2)
    else if (!this.panelTarget.hidden) this.close()
  }

  toggle() {
    if (!this.panelTarget.hidden) return this.close()
    this.wordsTarget.value = ""
    this.wordsTarget.hidden = false
    this.seek([...this.form.querySelectorAll(TEXT)].find(field => !field.hidden), "", 0)
    this.wordsTarget.focus()
  }

  narrow() {
    this.seek(this.field, this.wordsTarget.value, 0)
  }

  async seek(field, words, behind) {
    if (this.panelTarget.hidden) {
      this.known = this.load()
      this.wordsTarget.hidden = behind > 0
      this.panelTarget.hidden = false
      this.buttonTarget.setAttribute("aria-expanded", "true")
    }
    this.field = field
    this.behind = behind
    this.sought = words
    const known = await this.known
    if (this.hasPanelTarget && this.sought === words && !this.panelTarget.hidden) this.show(fitting(known, words))
  }

  async load() {
    const names = this.fieldsValue.split(" ").filter(name => name)
    const query = new URLSearchParams(names.map(name => [name, this.form.elements[name]?.value ?? ""]))
    const answer = await fetch(names.length ? `${this.urlValue}?${query}` : this.urlValue).catch(() => null)
    if (!answer?.ok) return []
    const page = new DOMParser().parseFromString(await answer.text(), "text/html")
    return [...page.querySelectorAll("li[role=option]")]
  }

  show(options) {
    this.listTarget.replaceChildren(...options.map((option, index) => {
      const shown = document.importNode(option, true)
      shown.id = `${this.listTarget.id}-${index}`
      return shown
    }))
    this.listTarget.hidden = options.length === 0
    this.saidTarget.textContent = options.length ? this.foundValue.replace("{0}", options.length) : this.noneValue
    this.wordsTarget.setAttribute("aria-expanded", options.length > 0)
    this.asked.setAttribute("aria-controls", this.listTarget.id)
    this.at = -1
    if (options.length) this.point(0)
    else this.asked.removeAttribute("aria-activedescendant")
    if (this.behind) this.panelTarget.scrollIntoView({ block: "nearest" })
  }

  press(event) {
    if (event.key === KEY && !event.ctrlKey && !event.altKey && !event.metaKey && !event.shiftKey) this.toggle()
    else if (this.panelTarget.hidden || !this.moves(event)) return
    event.preventDefault()
    event.stopPropagation()
  }

  // Whether the key did something in the list.
  moves({ key, target }) {
    const options = [...this.listTarget.children]
    const inField = target === this.wordsTarget
    if (key === "Escape") this.close(true)
    else if (key === "Enter" && inField && !options.length) return true
    else if (!options.length || target !== this.asked) return false
    else if (key === "ArrowDown") this.point((this.at + 1) % options.length)
    else if (key === "ArrowUp") this.point((this.at + options.length - 1) % options.length)
    else if (key === "Enter" || (key === "Tab" && !inField)) this.take(options[this.at])
    else return false
    return true
  }

  point(index) {
    this.at = index
    const options = [...this.listTarget.children]
    options.forEach((option, other) => option.setAttribute("aria-selected", other === index))
    this.asked.setAttribute("aria-activedescendant", options[index].id)
    options[index].scrollIntoView({ block: "nearest" })
  }

  choose(event) {
    event.preventDefault()
    const option = event.target.closest("[role=option]")
    if (option) this.take(option)
  }

  take(option) {
    const words = option.dataset.text
    const { field, behind } = this
    this.close(true)
    if (field.matches("textarea")) write(field, words, behind)
    else field.dispatchEvent(new CustomEvent("snippets:put", { detail: { words, behind } }))
  }

  leave({ relatedTarget }) {
    if (!this.wordsTarget.hidden && relatedTarget && !this.element.contains(relatedTarget)) this.close()
  }

  // Back to the text, if the list took the reader away from it.
  close(back = false) {
    if (this.panelTarget.hidden) return
    for (const field of [this.field, this.wordsTarget]) field.removeAttribute("aria-activedescendant")
    this.field.removeAttribute("aria-controls")
    this.panelTarget.hidden = this.listTarget.hidden = true
    this.saidTarget.textContent = ""
    this.buttonTarget.setAttribute("aria-expanded", "false")
    if (back) this.field.focus()
  }

  // Where the keys are pressed.
  get asked() {
    return this.behind ? this.field : this.wordsTarget
  }
}

// What stands before the cursor in its line.
function before(field) {
  if (field.matches("textarea")) return field.value.slice(0, field.selectionStart)
  const { focusNode: node, focusOffset: end } = getSelection()
  return node?.nodeType === Node.TEXT_NODE ? node.data.slice(0, end) : ""
}

function write(field, words, behind) {
  field.setRangeText(words, field.selectionStart - behind, field.selectionEnd, "end")
  field.dispatchEvent(new Event("input", { bubbles: true }))
}

// Those in whose name all the words stand, first those that begin with them; then those that say them.
function fitting(options, typed) {
  const words = folded(typed).split(/\s+/).filter(word => word)
  const rank = option => {
    const name = folded(option.firstElementChild.textContent)
    if (name.startsWith(words.join(" "))) return 0
    if (words.every(word => name.includes(word))) return 1
    return words.every(word => folded(option.textContent).includes(word)) ? 2 : 3
  }
  return options.map(option => ({ option, rank: rank(option) })).filter(({ rank }) => rank < 3)
    .sort((one, other) => one.rank - other.rank).map(({ option }) => option)
}

function folded(text) {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().trim()
}
