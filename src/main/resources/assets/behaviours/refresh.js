import { Controller } from "@hotwired/stimulus"

// Brings the page up to date now and then, as long as somebody looks at it and nobody is at work in it.
export default class extends Controller {
  static values = { seconds: Number }

  connect() {
    this.timer = setInterval(() => this.refresh(), this.secondsValue * 1000)
  }

  disconnect() {
    clearInterval(this.timer)
  }

  refresh() {
    if (document.hidden || this.isBusy) return
    window.Turbo.visit(location.href, { action: "replace" })
  }

  get isBusy() {
    const selection = getSelection()
    return document.querySelector("details[open], dialog[open]") !== null
      || document.activeElement?.matches("input, textarea, select")
      || (selection !== null && !selection.isCollapsed)
  }
}
