import { Controller } from "@hotwired/stimulus"

// Turns a select into a list with a field above it that narrows the list down; Enter takes what is chosen.
export default class extends Controller {
  static targets = ["filter", "list"]

  connect() {
    this.options = [...this.listTarget.options]
    this.listTarget.size = Math.min(Math.max(this.options.length, 2), 10)
    this.filterTarget.hidden = false
    this.filterTarget.focus()
  }

  narrow() {
    const words = folded(this.filterTarget.value).split(/\s+/)
    const fitting = this.options.filter(option => words.every(word => folded(option.text).includes(word)))
    this.listTarget.replaceChildren(...fitting)
    this.listTarget.selectedIndex = fitting.length ? 0 : -1
  }

  enter() {
    this.listTarget.focus()
    if (this.listTarget.selectedIndex < 0) this.listTarget.selectedIndex = 0
  }

  choose() {
    this.element.requestSubmit()
  }
}

function folded(text) {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase()
}
