import { Controller } from "@hotwired/stimulus"
import { visit } from "@hotwired/turbo"
import { areAlertsOn } from "page"

// Shows how much there is to read, and what; the stream says how much, or that one has to look.
export default class extends Controller {
  static targets = ["button", "count", "frame"]
  static values = { none: String, some: String }

  ring({ detail: { text } }) {
    if (text === "" || this.element.open) this.look()
    if (text === "") return
    if (Number(text) > this.unread && document.hidden && areAlertsOn()) this.call()
    this.show(Number(text))
  }

  // To whoever sees another window now.
  async call() {
    const response = await fetch(this.frameTarget.src).catch(() => null)
    if (!response?.ok || response.redirected) return
    const page = new DOMParser().parseFromString(await response.text(), "text/html")
    const latest = page.querySelector(".is-unread a")
    if (!latest) return
    const address = latest.getAttribute("href")
    const title = latest.querySelector("strong").textContent
    const alert = new Notification(title, { body: latest.querySelector(".soft").textContent, tag: address })
    alert.onclick = () => {
      window.focus()
      visit(address)
    }
  }

  open() {
    if (this.element.open) this.look()
  }

  close() {
    this.element.open = false
  }

  look() {
    this.frameTarget.loading = "eager"
    this.frameTarget.reload()
  }

  count() {
    this.show(Number(this.frameTarget.querySelector("[data-unread]")?.dataset.unread ?? 0))
  }

  show(unread) {
    this.unread = unread
    this.countTarget.hidden = unread === 0
    this.countTarget.textContent = unread > 99 ? "99+" : unread
    this.buttonTarget.setAttribute("aria-label", unread === 0 ? this.noneValue : this.someValue.replace("{n}", unread))
  }
}
