import { Controller } from "@hotwired/stimulus"
import { isChanged } from "page"

// A form over its page: opens when its frame has loaded, and forgets nothing that was typed without asking.
export default class extends Controller {
  static targets = ["left"]
  static values = { leave: String }

  connect() {
    this.frame = this.element.querySelector("turbo-frame")
  }

  // On click of a link to the frame, before Turbo follows it.
  ask(event) {
    const link = event.target.closest("a[data-turbo-frame=dialog]")
    if (!link || !this.isDirty) return
    if (this.frame.src === link.href) {
      event.preventDefault()
      this.element.showModal()
    } else if (!confirm(this.leaveValue)) {
      event.preventDefault()
    }
  }

  open() {
    this.leftTarget.hidden = true
    document.querySelectorAll("details.drop[open]").forEach(drop => { drop.open = false })
    if (this.element.open) return
    this.element.showModal()
    this.frame.querySelector("[autofocus]")?.focus()
  }

  // Whoever is logged in no more is told so; what stands in the dialog, and what was typed, stays.
  answered(event) {
    const { statusCode, redirected, location } = event.detail.fetchResponse
    if (event.defaultPrevented || statusCode !== 401 && !(redirected && location.pathname === "/login")) return
    event.preventDefault()
    this.leftTarget.hidden = false
    if (!this.element.open) this.element.showModal()
  }

  close(event) {
    if (!this.element.open) return
    event.preventDefault()
    event.stopPropagation()
    this.element.close()
  }

  leave() {
    this.element.close()
    this.frame.replaceChildren()
    this.frame.removeAttribute("src")
  }

  get isDirty() {
    const fields = [...this.frame.querySelectorAll("textarea, input:not([type=hidden]):not([type=radio])")]
    return fields.some(isChanged)
  }
}
