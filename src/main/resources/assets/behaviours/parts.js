import { Controller } from "@hotwired/stimulus"
import { morphElements } from "@hotwired/turbo"
import { isChanged } from "page"

// Keeps the parts of a page up to date, each by itself: at what somebody is, that is left alone until they are done (so is
// a conversation of which the beginning was fetched); the rest goes on, also under an open dialog.
export default class extends Controller {
  static targets = ["part"]
  static values = { seconds: { type: Number, default: 60 } }

  initialize() {
    this.turn = 0
  }

  connect() {
    this.timer = setInterval(() => this.look(), this.secondsValue * 1000)
  }

  disconnect() {
    clearInterval(this.timer)
    this.forget()
  }

  // What was fetched before the page was rendered anew may be out of date.
  rendered() {
    const wasLooking = this.looking
    this.forget()
    if (wasLooking) this.look()
  }

  // A look, and no visit: the notice in the cookie is for the page that comes next.
  async look() {
    if (document.hidden) return
    this.forget()
    this.looking = true
    const turn = this.turn
    const response = await fetch(this.address, { headers: { "X-Sec-Purpose": "look" } }).catch(() => null)
    const page = response?.ok && !response.redirected ? await response.text() : null
    if (turn !== this.turn) return
    if (page) this.show(new DOMParser().parseFromString(page, "text/html"))
    else this.forget()
  }

  show(page) {
    const waiting = this.partTargets.filter(part => !bring(part, page.getElementById(part.id)))
    if (waiting.length > 0) this.later = setTimeout(() => this.show(page), 1000)
    else this.forget()
  }

  forget() {
    clearTimeout(this.later)
    this.looking = false
    this.turn += 1
  }

  // What lies open stays open, whatever was written since.
  get address() {
    const address = new URL(location.href)
    const open = this.element.querySelector("[data-open-article]")?.dataset.openArticle
    if (open && !address.searchParams.has("article")) address.searchParams.set("article", open)
    address.hash = ""
    return address.href
  }
}

function bring(part, fresh) {
  if (isBusy(part)) return false
  if (fresh) morphElements(part, fresh.cloneNode(true))
  return true
}

function isBusy(part) {
  const fields = [...part.querySelectorAll("textarea, input:not([type=hidden])")]
  const selection = getSelection()
  return part.querySelector("details[open], .conversation turbo-frame[src]") !== null
    || (part.contains(document.activeElement) && document.activeElement.matches("input, textarea, select"))
    || fields.some(isChanged)
    || (selection?.isCollapsed === false && selection.containsNode(part, true))
}
