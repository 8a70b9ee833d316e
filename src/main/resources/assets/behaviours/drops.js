import { Controller } from "@hotwired/stimulus"

// Closes what was opened under a button: with Escape, or by a click elsewhere.
export default class extends Controller {
  elsewhere(event) {
    this.opened.filter(drop => !drop.contains(event.target)).forEach(drop => { drop.open = false })
  }

  escape() {
    this.opened.forEach(drop => {
      drop.open = false
      drop.querySelector("summary").focus()
    })
  }

  get opened() {
    return [...this.element.querySelectorAll("details.drop[open]")]
  }
}
