import { Controller } from "@hotwired/stimulus"

// The table of a ticket's articles: the chosen one lies open below, and j and k (in the table also the arrows) go on to the next.
export default class extends Controller {
  static targets = ["box"]

  boxTargetConnected(box) {
    const row = this.current?.closest("tr")
    if (row && row.offsetTop + row.offsetHeight > box.clientHeight) box.scrollTop = row.offsetTop - box.clientHeight / 2
  }

  key(event) {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input, textarea, select, dialog, details[open]")) return
    const inTable = this.hasBoxTarget && this.boxTarget.contains(event.target)
    const step = { j: 1, k: -1, ...(inTable && { ArrowDown: 1, ArrowUp: -1 }) }[event.key]
    const next = step && this.links[this.links.indexOf(this.current) + step]
    if (!next) return
    event.preventDefault()
    next.focus()
    next.click()
  }

  choose(event) {
    const chosen = event.target.closest("a")
    if (!chosen || event.ctrlKey || event.metaKey) return
    for (const link of this.links) {
      if (link === chosen) link.setAttribute("aria-current", "true")
      else link.removeAttribute("aria-current")
      link.closest("tr").classList.toggle("is-open", link === chosen)
    }
  }

  get links() {
    return this.hasBoxTarget ? [...this.boxTarget.querySelectorAll("tbody a")] : []
  }

  get current() {
    return this.links.find(link => link.hasAttribute("aria-current"))
  }
}
