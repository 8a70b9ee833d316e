import { Controller } from "@hotwired/stimulus"

const BEGUN = /(?:^|[^\p{L}\p{N}._%+-])@([\p{L}\p{N}._-]*)$/u

// Completes @log-ins while somebody writes, from the people whom the form offers anyway.
export default class extends Controller {
  static targets = ["list", "person"]

  connect() {
    this.form = this.element.closest("form")
    this.seeing = event => this.seek(event)
    this.pressing = event => this.press(event)
    this.form.addEventListener("input", this.seeing)
    this.form.addEventListener("keydown", this.pressing, true)
  }

  disconnect() {
    this.form.removeEventListener("input", this.seeing)
    this.form.removeEventListener("keydown", this.pressing, true)
  }

  seek({ target }) {
    if (!target.matches("textarea[name=text], [contenteditable]")) return
    this.place = placeIn(target)
    const begun = this.place?.text.match(BEGUN)
    this.word = begun ? begun[1].toLowerCase() : null
    this.show(begun ? this.found : [])
  }

  get found() {
    return this.personTargets.filter(person =>
      person.dataset.login.toLowerCase().startsWith(this.word) || person.dataset.name.toLowerCase().includes(this.word)).slice(0, 6)
  }

  show(people) {
    this.at = 0
    this.listTarget.hidden = people.length === 0
    this.listTarget.replaceChildren(...people.map((person, index) => {
      const option = document.createElement("li")
      option.setAttribute("role", "option")
      option.setAttribute("aria-selected", index === 0)
      option.dataset.login = person.dataset.login
      option.textContent = `${person.dataset.name} @${person.dataset.login}`
      return option
    }))
  }

  press(event) {
    if (this.listTarget.hidden) return
    const options = [...this.listTarget.children]
    if (event.key === "ArrowDown") this.at = (this.at + 1) % options.length
    else if (event.key === "ArrowUp") this.at = (this.at + options.length - 1) % options.length
    else if (event.key === "Escape") this.show([])
    else if (event.key === "Enter" || event.key === "Tab") this.take(options[this.at])
    else return
    event.preventDefault()
    event.stopPropagation()
    options.forEach((option, index) => option.setAttribute("aria-selected", index === this.at))
  }

  choose(event) {
    event.preventDefault()
    const option = event.target.closest("[role=option]")
    if (option) this.take(option)
  }

  take(option) {
    this.place.put(option.dataset.login + " ", this.word.length)
    this.show([])
  }
}

// What stands before the cursor, and how to put something there instead of its last letters.
function placeIn(field) {
  if (field.matches("textarea")) {
    const end = field.selectionStart
    return { text: field.value.slice(0, end), put: (words, length) => field.setRangeText(words, end - length, end, "end") }
  }
  const { focusNode: node, focusOffset: end } = getSelection()
  if (node?.nodeType !== Node.TEXT_NODE) return null
  return {
    text: node.data.slice(0, end),
    put: (words, length) => {
      node.replaceData(end - length, length, words)
      getSelection().collapse(node, end - length + words.length)
    },
  }
}
