import { Controller } from "@hotwired/stimulus"

// Helps while a ticket is opened: finds people as their name is typed, shows what they have open already, and offers
// only those who can work in the chosen queue. Without it the form does the same in more steps.
export default class extends Controller {
  static targets = ["q", "plain", "title", "organisation", "firstName", "lastName", "email", "phone", "queue", "people"]

  connect() {
    this.plainTargets.forEach(button => button.remove())
    this.contacts = this.element.querySelector("#contacts")
    this.similar = this.element.querySelector("#similar")
    this.introduce = () => this.choose()
    this.contacts.addEventListener("turbo:frame-load", this.introduce)
    this.man()
  }

  disconnect() {
    clearTimeout(this.searching)
    clearTimeout(this.comparing)
    this.contacts.removeEventListener("turbo:frame-load", this.introduce)
  }

  search() {
    clearTimeout(this.searching)
    this.searching = setTimeout(() => this.searchNow(), 200)
  }

  searchNow() {
    clearTimeout(this.searching)
    this.contacts.src = address("/tickets/new/contacts", { q: this.qTarget.value, asker: this.asker })
  }

  // Whoever is new is called as was searched for, unless something else was typed.
  choose() {
    if (this.asker === "new") this.name()
    this.compare()
  }

  name() {
    const typed = this.qTarget.value.trim()
    if (!typed || !this.hasFirstNameTarget || [this.firstNameTarget, this.lastNameTarget, this.emailTarget].some(field => field.value)) return
    if (typed.includes("@")) this.emailTarget.value = typed
    else if (/^[+\d][\d\s/.-]*$/.test(typed)) this.phoneTarget.value = typed
    else [this.firstNameTarget.value, this.lastNameTarget.value] = parted(typed)
  }

  compare() {
    clearTimeout(this.comparing)
    this.comparing = setTimeout(() => {
      const title = this.titleTarget.value
      const organisation = this.asker === "new" ? this.organisationTarget.value : ""
      if (title.trim() && this.asker) {
        this.similar.src = address("/tickets/new/similar", { asker: this.asker, organisation, title })
      }
    }, 300)
  }

  man() {
    if (!this.hasQueueTarget) return
    const group = this.queueTarget.selectedOptions[0]?.dataset.group
    for (const people of this.peopleTargets) {
      for (const option of people.options) {
        const unable = Boolean(group && option.value) && !option.dataset.groups.includes(` ${group} `)
        option.hidden = option.disabled = unable
        if (unable && option.selected) people.value = ""
      }
    }
  }

  get asker() {
    return this.element.querySelector("[name=asker]:checked")?.value ?? ""
  }
}

function address(path, parameters) {
  return `${path}?${new URLSearchParams(parameters)}`
}

function parted(name) {
  const space = name.indexOf(" ")
  return space < 0 ? ["", name] : [name.slice(0, space), name.slice(space + 1).trim()].map(capital)
}

function capital(word) {
  return word.charAt(0).toUpperCase() + word.slice(1)
}
