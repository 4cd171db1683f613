/// An event that takes in further rows of the same content.
///
/// What it holds already is known by sets, so that thousands of rows that say the same cost no more than as many
/// others.
struct MergedEvent {
    private(set) var event: Event
    /// What the event holds; `nil` until a second row comes, as most events have one.
    private var held: Held?

    private struct Held {
        var people: Set<PersonID>
        var impacts: Set<Impact>
        var voices: Set<Voice>
        /// Whether an impact or voice is that of all children of the event, by none of their names.
        var hasSharedWords: Bool

        init(of event: Event) {
            people = Set(event.people)
            impacts = Set(event.impacts)
            voices = Set(event.voices)
            hasSharedWords = event.hasSharedWords
        }
    }

    init(_ event: Event) {
        self.event = event
    }

    /// Takes in another row: its people, impacts, voices and place.
    ///
    /// A row about nobody is about the whole family; joined with a row about a child, the event stays about the whole
    /// family. What one row gives for its children stays theirs, and is not given to the children of the other row. An
    /// impact that is already there is not written twice.
    ///
    /// - Parameters:
    ///   - row: The other row.
    ///   - adults: The people of the family who are no children.
    mutating func join(_ row: Event, adults: Set<PersonID>) {
        var row = row
        var held = held ?? Held(of: event)
        // Else the sets would be copied when they change.
        self.held = nil
        let isAboutAll = event.people.isEmpty || row.people.isEmpty
        let added = isAboutAll ? [] : row.people.filter { !held.people.contains($0) }
        let isNarrowed = isAboutAll ? !event.people.isEmpty : !added.isEmpty
        // The joined people are all of the event's and those added: the row has them all only if none is missing.
        let rowIsNarrowed =
            isAboutAll ? !row.people.isEmpty : Set(row.people).count < held.people.count + Set(added).count
        if isNarrowed, held.hasSharedWords {
            event.giveToItsChildren(except: adults)
            let people = held.people
            held = Held(of: event)
            held.people = people
        }
        if rowIsNarrowed, row.hasSharedWords { row.giveToItsChildren(except: adults) }
        if isAboutAll {
            event.people = []
            held.people = []
        } else {
            event.people += added
            held.people.formUnion(added)
        }
        let impacts = row.impacts.filter { !held.impacts.contains($0) }
        let voices = row.voices.filter { !held.voices.contains($0) }
        event.impacts += impacts
        event.voices += voices
        held.impacts.formUnion(impacts)
        held.voices.formUnion(voices)
        held.hasSharedWords = held.hasSharedWords || row.hasSharedWords
        event.readFrom += row.readFrom
        event.additions += row.additions.filter { !event.additions.contains($0) }
        self.held = held
    }
}

extension Event {
    fileprivate var hasSharedWords: Bool {
        impacts.contains { $0.child == nil } || voices.contains { $0.child == nil }
    }

    /// Gives each child of the event by name what is given for all of them.
    ///
    /// Nothing changes in an event that names no child, as it is about them all.
    fileprivate mutating func giveToItsChildren(except adults: Set<PersonID>) {
        let children = people.filter { !adults.contains($0) }
        guard !children.isEmpty else { return }
        impacts = impacts.flatMap { impact in
            impact.child == nil
                ? children.map { Impact(child: $0, domain: impact.domain, text: impact.text) } : [impact]
        }
        voices = voices.flatMap { voice in
            voice.child == nil ? children.map { Voice(child: $0, words: voice.words) } : [voice]
        }
    }
}
