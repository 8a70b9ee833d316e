import { Controller } from "@hotwired/stimulus"

// Choosing many rows of a list: all of the page at once, or with Shift all from the last choice to this one.
export default class extends Controller {
  static targets = ["all", "one", "whole", "count"]
  static values = { words: String }

  connect() {
    this.count()
  }

  all() {
    this.oneTargets.forEach(box => { box.checked = this.allTarget.checked })
    this.count()
  }

  one(event) {
    if (event.shiftKey && this.last) {
      const [from, to] = [this.last, event.target].map(box => this.oneTargets.indexOf(box)).sort((a, b) => a - b)
      this.oneTargets.slice(from, to + 1).forEach(box => { box.checked = event.target.checked })
    }
    this.last = event.target
    this.count()
  }

  count() {
    const chosen = this.oneTargets.filter(box => box.checked).length
    this.allTarget.checked = chosen === this.oneTargets.length
    this.allTarget.indeterminate = chosen > 0 && chosen < this.oneTargets.length
    this.countTarget.textContent = chosen > 0 ? this.wordsValue.replace("{n}", chosen) : ""
  }
}
