import CaseDates

extension Event {
    /// What the row says, without the children, the impacts and the voices, in one fixed form.
    ///
    /// Two rows of one agency with equal content are one event: the same row twice, or the same event written once
    /// for each child. White space and the case of A to Z do not count, nor where the row stands.
    public var content: String {
        let parts: [String?] = [
            agency, date.text, date.endText, date.value?.description, time?.text, sequence, reference, source,
            directness?.rawValue, category, what, context, response, outcome, decision?.text, decision?.date?.text,
            significance, bearing?.rawValue, disputeText, recorded?.text,
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

    private var disputeText: String? {
        switch dispute {
        case .notStated: nil
        case .undisputed: "no"
        case .disputed(let words): words
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
