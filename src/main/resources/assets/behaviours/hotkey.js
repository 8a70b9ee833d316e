import { Controller } from "@hotwired/stimulus"

// Brings the focus here when Ctrl (or Cmd) and the key are pressed.
export default class extends Controller {
  static values = { key: String }

  focus(event) {
    if (!(event.ctrlKey || event.metaKey) || event.key !== this.keyValue) return
    event.preventDefault()
    this.element.focus()
    this.element.select()
  }
}
