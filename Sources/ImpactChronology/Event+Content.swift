import CaseDates

extension Event {
    /// What the row says, without the children, the impacts and the voices, in one fixed form.
    ///
    /// Two rows of one agency with equal content are one event: the same row twice, or the same event written once
    /// for each child. White space and case do not count, nor where the row stands.
    public var content: String {
        let parts: [String?] = [
            agency, date.text, date.endText, date.value?.description, time?.text, sequence, reference, source,
            directness?.rawValue, category, what, context, response, outcome, decision?.text, decision?.date?.text,
            significance, bearing?.rawValue, disputeText, recorded?.text,
        ]
        let cells = additional.map { $0.heading + "\u{1F}" + $0.text }
        return (parts.map { $0 ?? "" } + cells).map(Self.folded).joined(separator: "\u{1E}")
    }

    private var disputeText: String? {
        switch dispute {
        case .notStated: nil
        case .undisputed: "no"
        case .disputed(let words): words
        }
    }

    private static func folded(_ text: String) -> String {
        text.split { $0.isWhitespace }.joined(separator: " ").lowercased()
    }

    /// Takes in another row of the same content: its people, impacts, voices and place.
    ///
    /// A row about nobody is about the whole family; joined with a row about a child, the event stays about the whole
    /// family. An impact that is already there is not written twice.
    mutating func join(_ other: Event) {
        if people.isEmpty || other.people.isEmpty {
            people = []
        } else {
            people += other.people.filter { !people.contains($0) }
        }
        impacts += other.impacts.filter { !impacts.contains($0) }
        voices += other.voices.filter { !voices.contains($0) }
        readFrom += other.readFrom.filter { !readFrom.contains($0) }
    }
}
