import { Controller } from "@hotwired/stimulus"
import { visit } from "@hotwired/turbo"

// Brings a page up to date every few seconds while somebody looks at it.
export default class extends Controller {
  static values = { seconds: Number }

  connect() {
    this.timer = setInterval(() => this.refresh(), this.secondsValue * 1000)
  }

  disconnect() {
    clearInterval(this.timer)
  }

  refresh() {
    if (!document.hidden) visit(location.href, { action: "replace" })
  }
}
