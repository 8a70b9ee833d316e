import { Controller } from "@hotwired/stimulus"

// Searches as one types, as soon as the fingers rest.
export default class extends Controller {
  disconnect() {
    clearTimeout(this.timer)
  }

  soon() {
    clearTimeout(this.timer)
    this.timer = setTimeout(() => this.element.requestSubmit(), 200)
  }
}
