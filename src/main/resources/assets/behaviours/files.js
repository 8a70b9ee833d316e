import { Controller } from "@hotwired/stimulus"

// Takes files that are dropped anywhere on the form, beside those chosen already.
export default class extends Controller {
  static targets = ["input"]

  enter(event) {
    if (!event.dataTransfer.types.includes("Files")) return
    event.preventDefault()
    this.element.classList.add("is-over")
  }

  leave({ relatedTarget }) {
    if (!this.element.contains(relatedTarget)) this.element.classList.remove("is-over")
  }

  drop(event) {
    this.element.classList.remove("is-over")
    if (event.defaultPrevented || event.dataTransfer.files.length === 0) return
    event.preventDefault()
    const all = new DataTransfer()
    for (const file of [...this.inputTarget.files, ...event.dataTransfer.files]) all.items.add(file)
    this.inputTarget.files = all.files
    this.inputTarget.dispatchEvent(new Event("change", { bubbles: true }))
  }
}
