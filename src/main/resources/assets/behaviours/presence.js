import { Controller } from "@hotwired/stimulus"

const BEAT = 15_000
const PAUSE = 60_000

// Says that somebody is on this page, and shows who else is. Who leaves says so; of whom nothing is heard any more, the
// house forgets.
export default class extends Controller {
  static targets = ["others"]

  connect() {
    this.timer = setInterval(() => this.say(), BEAT)
    this.say()
  }

  // An element that only moves to the next rendering of its page has not left.
  disconnect() {
    clearInterval(this.timer)
    setTimeout(() => { if (!this.element.isConnected) this.leave() })
  }

  // Who types is writing, and for a while longer; the search is no part of the ticket.
  write({ target }) {
    if (!target.closest("main")) return
    const began = !this.isWriting
    this.wrote = Date.now()
    if (began) this.say()
  }

  rest() {
    if (!this.isWriting) return
    this.wrote = 0
    this.say()
  }

  say() {
    if (!document.hidden) this.ask({ method: "post", body: this.words(this.isWriting ? "writing" : "looking") })
  }

  look() {
    this.ask({})
  }

  leave() {
    navigator.sendBeacon(this.element.action, this.words("none"))
  }

  async ask(request) {
    const response = await fetch(this.element.action, request).catch(() => null)
    if (!response?.ok || !response.url.endsWith("/presence")) return
    const others = await response.text()
    if (others === this.shown) return
    this.shown = others
    this.othersTarget.innerHTML = others
  }

  words(presence) {
    const words = new URLSearchParams(new FormData(this.element))
    words.set("presence", presence)
    return words
  }

  get isWriting() {
    return Date.now() - (this.wrote ?? 0) < PAUSE
  }
}
