import { Controller } from "@hotwired/stimulus"
import { isOfDraft } from "page"

// Saves chosen files with the draft at once, so that they outlive the page: from the field they move into the list of
// those that the server has. What is not there yet when the form is sent goes along with it.
export default class extends Controller {
  static targets = ["input", "list", "said"]
  static values = { url: String, pause: { type: Number, default: 15000 } }

  choose() {
    clearTimeout(this.timer)
    const files = [...this.inputTarget.files]
    if (files.length > 0 && !this.request && !this.over && this.inputTarget.validity.valid) this.save(files)
  }

  disconnect() {
    clearTimeout(this.timer)
  }

  // What is going up is waited for: with the form it would go up twice.
  hold(event) {
    if (!this.request) return
    event.preventDefault()
    this.held = { by: event.submitter }
    this.say("waiting")
  }

  // Sent or thrown away, the draft wants no more files.
  send({ detail: { formSubmission } }) {
    if (!isOfDraft(formSubmission, this.element)) return
    this.over = true
    this.request?.abort()
  }

  // A form that did not get through still has its files.
  sent({ detail: { formSubmission, success } }) {
    if (!isOfDraft(formSubmission, this.element)) return
    this.over = success
    this.choose()
  }

  async save(files) {
    this.request = new AbortController()
    this.say("saving")
    try {
      const answer = await fetch(this.urlValue, { method: "POST", body: this.content, signal: this.request.signal })
      const list = await answer.text()
      if (answer.redirected || (!answer.ok && answer.status !== 422)) throw new Error(answer.status)
      this.show(list)
      this.request = null
      this.say("")
      if (answer.ok) this.leave(files)
      else this.held = null
      this.goOn()
    } catch (problem) {
      this.request = null
      if (problem.name === "AbortError") return
      this.say("failed")
      this.goOn()
      if (this.element.isConnected) this.timer = setTimeout(() => this.choose(), this.pauseValue)
    }
  }

  // The form that was held is sent now; files that are not saved go along with it.
  goOn() {
    if (!this.held || this.request) return
    const { by } = this.held
    this.held = null
    if (this.element.isConnected) this.element.requestSubmit(by)
  }

  // What was unticked meanwhile stays so.
  show(list) {
    const unticked = this.boxes.filter(box => !box.checked).map(box => box.value)
    this.listTarget.innerHTML = list
    for (const box of this.boxes) if (unticked.includes(box.value)) box.checked = false
  }

  // Those that were chosen since are the next.
  leave(files) {
    const others = new DataTransfer()
    for (const file of this.inputTarget.files) if (!files.includes(file)) others.items.add(file)
    this.inputTarget.files = others.files
    this.inputTarget.dispatchEvent(new Event("change", { bubbles: true }))
  }

  say(what) {
    this.saidTarget.textContent = this.saidTarget.dataset[what] ?? ""
  }

  get boxes() {
    return [...this.listTarget.querySelectorAll("[type=checkbox]")]
  }

  get content() {
    const content = new FormData(this.element)
    content.set("kind", this.element.dataset.draftKindValue)
    return content
  }
}
