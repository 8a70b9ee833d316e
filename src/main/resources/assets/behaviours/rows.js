import { Controller } from "@hotwired/stimulus"
import { areKeysOn, isTyping } from "page"

// A list by keys: j and k go from row to row, Enter follows the row's link by itself, x chooses the row.
export default class extends Controller {
  key(event) {
    if (!areKeysOn() || event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return
    if (isTyping(event.target) || document.querySelector("dialog[open]") || !this.isMeant) return
    const step = { j: 1, k: -1 }[event.key]
    if (step) this.go(event, this.rows[this.place + step])
    else if (event.key === "x") this.choose(event)
  }

  go(event, row) {
    if (!row) return
    event.preventDefault()
    row.querySelector("a").focus()
    row.scrollIntoView({ block: "nearest" })
  }

  choose(event) {
    const box = this.rows[this.place]?.querySelector("input[type=checkbox]")
    if (!box) return
    event.preventDefault()
    box.click()
  }

  // Where there are several lists, the one that has the focus, or else the first.
  get isMeant() {
    const focused = document.activeElement?.closest("[data-controller~=rows]")
    return (focused ?? document.querySelector("[data-controller~=rows]")) === this.element
  }

  get rows() {
    return [...this.element.querySelectorAll("tbody tr")].filter(row => row.querySelector("a"))
  }

  get place() {
    return this.rows.indexOf(document.activeElement?.closest("tr"))
  }
}
