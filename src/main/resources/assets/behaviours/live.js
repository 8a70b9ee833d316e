import { Controller } from "@hotwired/stimulus"

// Keeps the page up to date while somebody looks at it: at once when there is news (if it has an address), else now and then for the ages.
// Only the visible page listens, because a browser has few connections to spare. Who is at work is never disturbed.
export default class extends Controller {
  static values = { url: String, seconds: { type: Number, default: 60 } }

  connect() {
    this.rendered()
    this.timer = setInterval(() => this.refresh(), this.secondsValue * 1000)
    this.visible()
  }

  disconnect() {
    clearInterval(this.timer)
    clearTimeout(this.later)
    this.deaf()
  }

  // A notice stands long enough to be read.
  rendered() {
    this.since = Date.now()
  }

  visible() {
    if (document.hidden) return this.deaf()
    if (this.hasUrlValue && !this.source) {
      this.source = new EventSource(this.urlValue)
      this.source.onmessage = () => this.refresh()
    }
    if (this.wasHidden) this.refresh()
    this.wasHidden = false
  }

  deaf() {
    this.source?.close()
    this.source = null
    this.wasHidden = true
  }

  refresh() {
    clearTimeout(this.later)
    if (document.hidden) return
    if (this.isBusy) this.later = setTimeout(() => this.refresh(), 2000)
    else window.Turbo.visit(location.href, { action: "replace" })
  }

  get isBusy() {
    const fields = [...document.querySelectorAll("textarea, input:not([type=hidden])")]
    return document.querySelector("details[open], dialog[open], [aria-busy=true]") !== null
      || (document.querySelector(".notice") !== null && Date.now() - this.since < 8000)
      || document.activeElement?.matches("input, textarea, select")
      || fields.some(field => field.value !== field.defaultValue)
      || getSelection()?.isCollapsed === false
  }
}
