import { Controller } from "@hotwired/stimulus"

// Closes what was opened under a button: with Escape, by a click elsewhere, or when something in it was chosen; not when an
// answer comes meanwhile to what was done before.
export default class extends Controller {
  elsewhere(event) {
    this.opened.filter(drop => !drop.contains(event.target)).forEach(drop => { drop.open = false })
  }

  escape() {
    this.opened.forEach(close)
  }

  chosen({ detail: { formSubmission } }) {
    const drop = formSubmission.formElement.closest("details.drop[open]")
    if (drop) close(drop)
  }

  keep(event) {
    if (event.detail.attributeName === "open" && event.target.matches("details.drop")) event.preventDefault()
  }

  get opened() {
    return [...this.element.querySelectorAll("details.drop[open]")]
  }
}

function close(drop) {
  const held = drop.contains(document.activeElement)
  drop.open = false
  if (held) drop.querySelector("summary").focus()
}
