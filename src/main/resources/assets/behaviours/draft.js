import { Controller } from "@hotwired/stimulus"
import { isOfDraft } from "page"

// Keeps on the server what is being typed: a moment after each pause, and at once when the page goes away.
export default class extends Controller {
  static targets = ["said"]
  static values = { url: String, kind: String, saved: String, failed: String, pause: { type: Number, default: 1500 } }

  typed() {
    if (this.over) return
    this.changed = true
    this.timer ??= setTimeout(() => this.keep(), this.pauseValue)
  }

  // The page is left, or the browser closed: a beacon gets out where a request would be cut off.
  leave() {
    if (!this.changed || this.over) return
    this.stop()
    navigator.sendBeacon(this.urlValue, this.content)
  }

  disconnect() {
    this.leave()
  }

  // What is sent or thrown away is no draft any more; the server forgets it with that.
  send({ detail: { formSubmission } }) {
    if (!isOfDraft(formSubmission, this.element)) return
    this.over = true
    this.stop()
    this.request?.abort()
  }

  // A form that was refused stays, and its text is a draft again.
  sent({ detail: { formSubmission, success } }) {
    if (isOfDraft(formSubmission, this.element)) this.over = success
  }

  // One after the other: on a slow line an older text must not arrive last.
  async keep() {
    this.stop()
    if (this.request) return this.typed()
    this.request = new AbortController()
    try {
      const answer = await fetch(this.urlValue, { method: "POST", body: this.content, signal: this.request.signal })
      if (answer.ok) this.say(this.savedValue.replace("{0}", new Date().toTimeString().slice(0, 5)))
      else this.fail()
    } catch (problem) {
      if (problem.name !== "AbortError") this.fail()
    } finally {
      this.request = null
    }
  }

  // Tried again with the next word, or after a while.
  fail() {
    this.say(this.failedValue)
    this.changed = true
    this.timer ??= setTimeout(() => this.keep(), 10 * this.pauseValue)
  }

  say(words) {
    if (this.hasSaidTarget) this.saidTarget.textContent = words
  }

  stop() {
    clearTimeout(this.timer)
    this.timer = null
    this.changed = false
  }

  get content() {
    const content = new FormData(this.element)
    content.delete("files")
    content.set("kind", this.kindValue)
    return content
  }
}
