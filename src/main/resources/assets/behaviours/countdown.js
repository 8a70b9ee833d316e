import { Controller } from "@hotwired/stimulus"

// Counts the seconds down in its sentence, and goes when they are over.
export default class extends Controller {
  static targets = ["said"]
  static values = { seconds: Number, words: String }

  connect() {
    this.end = performance.now() + this.secondsValue * 1000
    this.timer = setInterval(() => this.tick(), 500)
    this.tick()
  }

  disconnect() {
    clearInterval(this.timer)
  }

  tick() {
    const left = Math.ceil((this.end - performance.now()) / 1000)
    if (left > 0) {
      this.saidTarget.textContent = this.wordsValue.replace("{0}", left)
    } else {
      clearInterval(this.timer)
      this.element.hidden = true
    }
  }
}
