import { Controller } from "@hotwired/stimulus"

// Moves the items of a list up and down without asking the house; what is sent is the order in which they stand.
export default class extends Controller {
  static targets = ["item"]

  earlier(event) {
    const item = this.itemOf(event)
    if (item.previousElementSibling) item.previousElementSibling.before(item)
    event.currentTarget.focus()
  }

  later(event) {
    const item = this.itemOf(event)
    if (item.nextElementSibling) item.nextElementSibling.after(item)
    event.currentTarget.focus()
  }

  itemOf(event) {
    event.preventDefault()
    return event.currentTarget.closest("[data-sequence-target=item]")
  }
}
