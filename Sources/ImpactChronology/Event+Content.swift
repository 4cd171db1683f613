import CaseDates

extension Event {
    /// What the row says, without the children, the impacts and the voices, in one fixed form.
    ///
    /// Two rows of one agency with equal content are one event: the same row twice, or the same event written once
    /// for each child. White space and the case of A to Z do not count, nor where the row stands, nor how a plain day or
    /// a time is written: a spreadsheet holds 12/03/2019 as a number.
    public var content: String {
        let parts: [String?] = [
            agency, Self.words(date), date.isPlain ? nil : date.endText, date.value?.description,
            time?.time?.description ?? time?.text, sequence, reference, source,
            directness?.rawValue, category, what, context, response, outcome, decision?.text,
            decision?.date.map(Self.words), significance, bearing?.rawValue, disputeText, recorded.map(Self.words),
        ]
        var content: [UInt8] = []
        content.reserveCapacity(512)
        for part in parts { Self.append(part, to: &content) }
        for cell in additional {
            Self.append(cell.heading, to: &content)
            Self.append(cell.text, to: &content)
        }
        return String(decoding: content, as: UTF8.self)
    }

    /// A date as it is compared: a plain day is the same day however it is written.
    private static func words(_ date: EventDate) -> String {
        guard date.isPlain, let value = date.value else { return date.text }
        return "\(value) \(date.time?.description ?? "")"
    }

    private var disputeText: String? {
        switch dispute {
        case .notStated: nil
        case .undisputed: "no"
        case .disputed(let words): "disputed \(words)"
        }
    }

    private static func append(_ text: String?, to content: inout [UInt8]) {
        var hasSpace = false
        let start = content.count
        for byte in (text ?? "").utf8 {
            switch byte {
            case 0x09...0x0D, 0x20: hasSpace = true
            default:
                if hasSpace, content.count > start { content.append(0x20) }
                hasSpace = false
                content.append((0x41...0x5A).contains(byte) ? byte + 0x20 : byte)
            }
        }
        content.append(0x1E)
    }

    /// What ``content`` leaves out: the people, the impacts and the voices, in one fixed form.
    public var details: String {
        var details: [UInt8] = []
        for person in people { Self.append(person.text, to: &details) }
        for impact in impacts {
            for part in [impact.child?.text, impact.domain.rawValue, impact.text] { Self.append(part, to: &details) }
        }
        for voice in voices { for part in [voice.child?.text, voice.words] { Self.append(part, to: &details) } }
        return String(decoding: details, as: UTF8.self)
    }

    /// Takes in another row of the same content: its people, impacts, voices and place.
    ///
    /// A row about nobody is about the whole family; joined with a row about a child, the event stays about the whole
    /// family. What one row gives for its children stays theirs, and is not given to the children of the other row. An
    /// impact that is already there is not written twice.
    mutating func join(_ other: Event, in family: Family) {
        var other = other
        let isAboutAll = people.isEmpty || other.people.isEmpty
        let joined = isAboutAll ? [] : people + other.people.filter { !people.contains($0) }
        if Set(joined) != Set(people) { giveToItsChildren(in: family) }
        if Set(joined) != Set(other.people) { other.giveToItsChildren(in: family) }
        people = joined
        impacts += other.impacts.filter { !impacts.contains($0) }
        voices += other.voices.filter { !voices.contains($0) }
        readFrom += other.readFrom
    }

    /// Gives each child of the event by name what is given for all of them.
    ///
    /// Nothing changes in an event that names no child, as it is about them all.
    private mutating func giveToItsChildren(in family: Family) {
        let children = people.filter { family.person($0)?.isChild ?? true }
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
