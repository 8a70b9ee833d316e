import { Controller } from "@hotwired/stimulus"
import { isChanged } from "page"

const SWITCH = "editor"
const UNWANTED = "script, style, link, meta, title, base, iframe, frame, object, embed, form, input, button, select, textarea, svg, math, template, noscript, audio, video"
const ATTRIBUTES = ["align", "alt", "bgcolor", "border", "cellpadding", "cellspacing", "colspan", "dir", "height", "href", "lang", "rowspan", "src", "start", "title", "valign", "width"]
const FORMATS = { bold: "Bold", italic: "Italic", underline: "Underline" }

// Formatted text in place of the plain field, which stays for who prefers it and where no script runs.
export default class extends Controller {
  static targets = ["tools", "page", "text", "html", "rich", "verdict"]
  static values = { largest: Number, tooLarge: String, address: String }

  connect() {
    if (localStorage.getItem(SWITCH) === "plain") this.richTarget.hidden = false
    else this.open()
  }

  disconnect() {
    this.squire?.destroy()
    this.squire = null
  }

  // Until it has come, the plain field can be written in.
  async open() {
    const { default: Squire } = await import("squire")
    if (!this.element.isConnected || this.squire) return
    const written = this.written
    this.show(true)
    this.squire = new Squire(this.pageTarget, { sanitizeToDOMFragment: fragment })
    this.squire.setHTML(this.htmlTarget.value || marked(this.textTarget.value))
    this.kept = this.squire.getHTML()
    this.begin()
    this.squire.addEventListener("input", () => this.keep())
    this.squire.addEventListener("pathChange", () => this.mark())
    this.squire.addEventListener("pasteImage", event => this.take(event.detail.clipboardData.files))
    if (this.textTarget.autofocus) this.squire.focus()
    if (written !== null) this.goOn(written)
    this.dispatch("ready")
  }

  // Plain words count: what was formatted before is no longer what the form says.
  typed() {
    this.htmlTarget.value = ""
  }

  // What stands before the cursor of the plain field, where somebody has begun to write in it.
  get written() {
    const text = this.textTarget
    if (document.activeElement !== text || !isChanged(text)) return null
    return text.value.slice(0, text.selectionEnd).trimStart()
  }

  goOn(written) {
    const lines = written.split("\n")
    const line = this.pageTarget.children[lines.length - 1] ?? this.pageTarget.lastElementChild
    const words = document.createTreeWalker(line, NodeFilter.SHOW_TEXT).nextNode()
    const place = document.createRange()
    place.setStart(words ?? line, words ? Math.min(lines.at(-1).length, words.length) : 0)
    this.squire.setSelection(place)
    this.squire.focus()
  }

  // Writing begins in the first empty line: below a salutation or a template, above a signature and what is quoted.
  begin() {
    const empty = [...this.pageTarget.children].find(block => !block.textContent.trim() && !block.querySelector("img"))
    if (!empty) return this.squire.moveCursorToStart()
    const place = document.createRange()
    place.setStart(empty, 0)
    this.squire.setSelection(place)
  }

  // What the form will send, and what tells that something was typed. Whatever else works on this page, such as an
  // extension of the browser, may mark the field without changing a word of it.
  keep() {
    const html = this.squire.getHTML()
    if (html === this.kept) return
    this.htmlTarget.value = this.kept = html
    this.textTarget.value = this.pageTarget.innerText
    this.htmlTarget.dispatchEvent(new Event("input", { bubbles: true }))
  }

  format({ params: { format } }) {
    const squire = this.squire
    const inside = tag => squire.hasFormat(tag)
    if (format in FORMATS) inside(FORMATS[format][0]) ? squire["remove" + FORMATS[format]]() : squire[format]()
    if (format === "list") inside("UL") ? squire.removeList() : squire.makeUnorderedList()
    if (format === "numbers") inside("OL") ? squire.removeList() : squire.makeOrderedList()
    if (format === "quote") inside("BLOCKQUOTE") ? squire.decreaseQuoteLevel() : squire.increaseQuoteLevel()
    if (format === "link") inside("A") ? squire.removeLink() : this.link()
    if (format === "clear") squire.removeAllFormatting()
    squire.focus()
    this.mark()
  }

  link() {
    const address = prompt(this.addressValue, "https://")
    if (/^(https?:\/\/|mailto:|tel:)./i.test(address ?? "")) this.squire.makeLink(address)
  }

  mark() {
    for (const button of this.toolsTarget.querySelectorAll("[data-editor-tag]")) {
      button.setAttribute("aria-pressed", this.squire.hasFormat(button.dataset.editorTag))
    }
  }

  drop(event) {
    const pictures = [...event.dataTransfer.files].filter(file => file.type.startsWith("image/"))
    if (pictures.length === 0) return
    event.preventDefault()
    event.stopImmediatePropagation()
    this.take(pictures)
  }

  take(files) {
    this.verdictTarget.textContent = ""
    for (const file of files) {
      if (!/^image\/(png|jpeg|gif)$/.test(file.type)) continue
      if (file.size > this.largestValue) {
        this.verdictTarget.textContent = this.tooLargeValue
        continue
      }
      const reader = new FileReader()
      reader.addEventListener("load", () => this.squire?.insertImage(reader.result, { alt: "" }))
      reader.readAsDataURL(file)
    }
  }

  // A text of the house in place of the last letters before the cursor, and of what is marked.
  insert({ detail: { words, behind } }) {
    this.squire.focus()
    const place = this.squire.getSelection()
    if (behind) place.setStart(place.startContainer, place.startOffset - behind)
    this.squire.setSelection(place)
    this.squire.insertPlainText(words, false)
  }

  plain() {
    localStorage.setItem(SWITCH, "plain")
    this.textTarget.value = this.pageTarget.innerText.trim()
    this.squire.destroy()
    this.squire = null
    this.show(false)
    this.textTarget.focus()
  }

  rich() {
    localStorage.removeItem(SWITCH)
    this.typed()
    this.open()
  }

  show(rich) {
    this.toolsTarget.hidden = this.pageTarget.hidden = !rich
    this.textTarget.hidden = this.richTarget.hidden = rich
    this.textTarget.required = !rich
    this.htmlTarget.disabled = !rich
  }
}

function marked(text) {
  const line = document.createElement("div")
  return text.trim().split("\n").map(words => {
    line.textContent = words
    return `<div>${line.innerHTML || "<br>"}</div>`
  }).join("")
}

// Foreign HTML as nodes that can do nothing. Style goes through the object model: a style attribute in markup is refused by our policy.
function fragment(html) {
  const foreign = new DOMParser().parseFromString(html, "text/html").body
  foreign.querySelectorAll(UNWANTED).forEach(node => node.remove())
  const styles = [...foreign.querySelectorAll("*")].map(node => {
    const style = node.getAttribute("style")
    for (const { name, value } of [...node.attributes]) if (!isAllowed(name, value)) node.removeAttribute(name)
    return style
  })
  const ours = document.createDocumentFragment()
  ours.append(...document.importNode(foreign, true).childNodes)
  ours.querySelectorAll("*").forEach((node, index) => { if (styles[index]) node.style.cssText = styles[index] })
  return ours
}

function isAllowed(name, value) {
  if (!ATTRIBUTES.includes(name)) return false
  if (name === "href") return /^(https?:|mailto:|tel:)/i.test(value)
  return name !== "src" || /^data:image\//i.test(value)
}
