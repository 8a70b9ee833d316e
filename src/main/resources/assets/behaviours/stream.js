import { Controller } from "@hotwired/stimulus"
import { areAlertsOn } from "page"

const SILENCE = 20_000
const POLL = 20_000
const PATIENCE = 3

// Hears what happens elsewhere and tells the page in events: stream:page, stream:presence, stream:bell. Only the visible
// page listens, for a browser has few connections to spare, unless its agent wants to be called. Where the stream is cut
// again and again, or a proxy keeps it to itself, the page is told to look now and then, until the stream is heard again.
export default class extends Controller {
  static values = { url: String, asked: Number }

  connect() {
    this.failures = 0
    this.fresh = true
    this.wake()
  }

  disconnect() {
    this.sleep()
  }

  urlValueChanged(_, before) {
    if (before) this.listen()
  }

  // Whoever was away catches up first.
  wake() {
    if (this.away && !document.hidden) this.tellAll()
    this.away = document.hidden
    if (document.hidden && !areAlertsOn()) this.sleep()
    else if (!this.source) this.listen()
  }

  sleep() {
    this.close()
    clearInterval(this.polling)
    this.polling = null
    this.failures = 0
  }

  online() {
    if (document.hidden && !areAlertsOn()) return
    this.tellAll()
    this.listen()
  }

  listen() {
    this.close()
    this.source = new EventSource(this.address)
    this.source.onmessage = ({ data }) => this.hear(data)
    this.source.onerror = () => this.fail()
    this.expect()
  }

  // What happened while the page was on its way is told first.
  get address() {
    const address = new URL(this.urlValue, location)
    if (this.fresh) address.searchParams.set("asked", this.askedValue)
    return address
  }

  // The house says at least every few seconds that it is still here.
  hear(data) {
    clearInterval(this.polling)
    this.polling = null
    this.failures = 0
    this.expect()
    this.fresh = false
    const [word, ...rest] = data.split(" ")
    if (this.missed) this.tellAll()
    this.missed = false
    if (word !== "here") this.tell(word, rest.join(" "))
  }

  expect() {
    clearTimeout(this.silence)
    this.silence = setTimeout(() => this.fail(), SILENCE)
  }

  // A browser tries again by itself, and the house then says what was missed; unless it was refused, or hears nothing.
  fail() {
    this.failures += 1
    if (this.failures >= PATIENCE) return this.poll()
    if (this.source?.readyState === EventSource.CONNECTING) return this.expect()
    this.close()
    this.missed = true
    this.later = setTimeout(() => this.listen(), 1000 * this.failures)
  }

  poll() {
    this.close()
    this.missed = true
    this.polls = 0
    this.polling ??= setInterval(() => {
      if (++this.polls % 3 === 0) this.listen()
      this.tellAll()
    }, POLL)
  }

  close() {
    clearTimeout(this.silence)
    clearTimeout(this.later)
    this.source?.close()
    this.source = null
  }

  tellAll() {
    for (const word of ["page", "presence", "bell"]) this.tell(word, "")
  }

  tell(word, text) {
    this.dispatch(word, { target: document, detail: { text } })
  }
}
