import { Controller } from "@hotwired/stimulus"
import { isChanged } from "page"

// Keeps the page up to date while somebody looks at it: at once when there is news, else now and then for the ages. Who is
// at work is never disturbed.
export default class extends Controller {
  static values = { seconds: { type: Number, default: 60 } }

  connect() {
    this.rendered()
    this.timer = setInterval(() => this.refresh(), this.secondsValue * 1000)
  }

  disconnect() {
    clearInterval(this.timer)
    clearTimeout(this.later)
  }

  // A notice stands long enough to be read.
  rendered() {
    this.since = Date.now()
  }

  // Under a hand that is about to press, nothing moves away.
  touched() {
    this.hand = Date.now()
  }

  refresh() {
    clearTimeout(this.later)
    if (document.hidden) return
    if (this.isBusy) this.later = setTimeout(() => this.refresh(), 2000)
    else window.Turbo.visit(location.href, { action: "replace" })
  }

  get isBusy() {
    const fields = [...document.querySelectorAll("textarea, input:not([type=hidden], dialog:not([open]) *)")]
    return document.querySelector("details[open]:not([data-controller=steady]), dialog[open], [aria-busy=true], .is-dragged") !== null
      || (document.querySelector(".notice") !== null && Date.now() - this.since < 8000)
      || Date.now() - this.hand < 1000
      || document.activeElement?.matches("input, textarea, select")
      || fields.some(isChanged)
      || getSelection()?.isCollapsed === false
  }
}
