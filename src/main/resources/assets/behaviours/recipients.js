import { Controller } from "@hotwired/stimulus"

// Completes the address at the end of a line, or a name that is the whole line. Without an answer it is a plain field.
export default class extends Controller {
  static targets = ["line", "list"]
  static values = { url: { type: String, default: "/recipients" }, alone: Boolean }

  disconnect() {
    clearTimeout(this.timer)
  }

  seek() {
    clearTimeout(this.timer)
    this.timer = setTimeout(() => this.ask(), 150)
  }

  async ask() {
    const sought = this.begun.trim()
    if (sought.length < 2 || sought.includes("<")) return this.close()
    const answer = await fetch(this.urlValue + "?q=" + encodeURIComponent(sought))
      .then(reply => reply.ok ? reply.text() : null)
      .catch(() => null)
    // the line may have left the page meanwhile
    if (answer === null || !this.hasLineTarget || sought !== this.begun.trim()) return
    const page = new DOMParser().parseFromString(answer, "text/html")
    const options = [...page.querySelectorAll("li[role=option]")]
    options.forEach((option, index) => { option.id = `${this.listTarget.id}-${index}` })
    this.listTarget.replaceChildren(...options.map(option => document.importNode(option, true)))
    this.at = -1
    if (options.length === 0) return this.close()
    this.listTarget.hidden = false
    this.lineTarget.setAttribute("aria-expanded", "true")
  }

  key(event) {
    if (this.listTarget.hidden) return
    const options = this.options
    if (event.key === "ArrowDown") this.point((this.at + 1) % options.length)
    else if (event.key === "ArrowUp") this.point((Math.max(this.at, 0) + options.length - 1) % options.length)
    else if (event.key === "Escape") this.close()
    else if ((event.key === "Enter" || event.key === "Tab") && this.at >= 0) this.take(options[this.at])
    else return
    if (event.key !== "Tab") event.preventDefault()
    event.stopPropagation()
  }

  point(index) {
    this.at = index
    this.options.forEach((option, other) => option.setAttribute("aria-selected", other === index))
    const chosen = this.options[index]
    this.lineTarget.setAttribute("aria-activedescendant", chosen.id)
    chosen.scrollIntoView({ block: "nearest" })
  }

  choose(event) {
    event.preventDefault()
    const option = event.target.closest("[role=option]")
    if (option) this.take(option)
  }

  take(option) {
    const before = this.lineTarget.value.slice(0, this.lineTarget.value.length - this.begun.length)
    this.lineTarget.value = before + (before && !before.endsWith(" ") ? " " : "") + option.dataset.line + (this.aloneValue ? "" : ", ")
    this.close()
    this.lineTarget.focus()
    this.lineTarget.dispatchEvent(new Event("change", { bubbles: true }))
  }

  leave({ relatedTarget }) {
    if (!this.element.contains(relatedTarget)) this.close()
  }

  close() {
    this.listTarget.hidden = true
    this.lineTarget.setAttribute("aria-expanded", "false")
    this.lineTarget.removeAttribute("aria-activedescendant")
  }

  get options() {
    return [...this.listTarget.children]
  }

  // What stands behind the last comma, or all where there is but one.
  get begun() {
    return this.aloneValue ? this.lineTarget.value : this.lineTarget.value.match(/[^,;]*$/)[0]
  }
}
