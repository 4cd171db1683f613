import CaseDates

extension Event {
    /// What the row says, without the children, the impacts and the voices, in one fixed form.
    ///
    /// Two rows of one agency with equal content are one event: the same row twice, or the same event written once for
    /// each child. White space and the case of A to Z do not count, nor where the row stands, nor how a plain day or a
    /// time is written: a spreadsheet holds 12/03/2019 as a number.
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
}
