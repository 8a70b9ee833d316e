import { Controller } from "@hotwired/stimulus"

// Asks the device for a passkey and sends the form with its answer. Where the browser cannot, the form goes without one,
// and the house says so.
export default class extends Controller {
  static targets = ["form", "answer", "cancelled", "known"]
  static values = { options: Object, making: Boolean, eager: Boolean }

  connect() {
    if (this.eagerValue && isAble()) this.#proceed().catch(() => {})
  }

  ask(event) {
    if (this.answerTarget.value || !isAble()) return
    event.preventDefault()
    this.cancelledTarget.hidden = this.knownTarget.hidden = true
    this.#proceed().catch(error => {
      const verdict = error.name === "InvalidStateError" ? this.knownTarget : this.cancelledTarget
      verdict.hidden = false
    })
  }

  disconnect() {
    this.waiting?.abort()
  }

  async #proceed() {
    this.waiting?.abort()
    this.waiting = new AbortController()
    const { signal } = this.waiting
    const credential = this.makingValue
      ? await navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(this.optionsValue), signal })
      : await navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(this.optionsValue), signal })
    this.answerTarget.value = JSON.stringify(credential)
    this.formTarget.requestSubmit()
  }
}

function isAble() {
  return Boolean(window.PublicKeyCredential?.parseRequestOptionsFromJSON)
}
