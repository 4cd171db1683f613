import DataFormats

/// Replaces the names in one text by their labels.
struct TextReplacement {
    private(set) var edits: [TextEdit] = []
    private(set) var counts: [FoundKind: Int] = [:]
    /// Places that a person should look at, by their offsets in the text as it was.
    private(set) var reviews: [(offset: Int, reason: ReviewReason, text: String)] = []

    /// Replaces names in a text of a layout.
    init(_ bytes: [UInt8], layout: TextLayout, _ glossary: inout Glossary) {
        var edits: [TextEdit] = []
        // The readings of one text, of which the one that finds the longer name wins.
        var readings: [TextFlow] = []
        let embedded = layout.read(bytes) { flow in
            if !flow.isAgain { edits += replace(&readings, bytes, &glossary) }
            readings.append(flow)
        }
        edits += replace(&readings, bytes, &glossary)
        edits = TextEdit.inOrder(edits)
        self.edits = TextEdit.inOrder(edits + EmbeddedDigests.edits(embedded, edits, in: bytes))
        reviews.sort { $0.offset < $1.offset }
    }

    private mutating func replace(
        _ readings: inout [TextFlow],
        _ bytes: [UInt8],
        _ glossary: inout Glossary
    ) -> [TextEdit] {
        defer { readings.removeAll(keepingCapacity: true) }
        var findings = readings.map { FlowFindings(in: $0, isFileName: false, glossary) }
        if readings.count > 1 { FlowFindings.keepLongest(&findings, readings) }
        var edits: [TextEdit] = []
        for (flow, found) in zip(readings, findings) {
            edits += Self.replacements(in: flow, found, isFileName: false, &glossary, &counts, &reviews) { flow, list in
                flow.edits(for: list, in: bytes)
            }
        }
        return edits
    }

    /// Returns the name of a file with its names replaced.
    static func fileName(_ name: String, _ glossary: inout Glossary) -> String {
        let parts = name.split(separator: "/", omittingEmptySubsequences: false).map { part in
            let bytes = Array(part.utf8)
            let edits = edits(in: nameFlow(String(part)), of: bytes, isFileName: true, &glossary)
            return String(decoding: TextEdit.apply(edits, to: bytes), as: UTF8.self)
        }
        return parts.joined(separator: "/")
    }

    /// Returns the edits of one flow alone.
    static func edits(
        in flow: TextFlow,
        of bytes: [UInt8],
        isFileName: Bool = false,
        _ glossary: inout Glossary
    ) -> [TextEdit] {
        var counts: [FoundKind: Int] = [:]
        var reviews: [(offset: Int, reason: ReviewReason, text: String)] = []
        return TextEdit.inOrder(
            replacements(
                in: flow,
                FlowFindings(in: flow, isFileName: isFileName, glossary),
                isFileName: isFileName,
                &glossary,
                &counts,
                &reviews
            ) { flow, list in flow.edits(for: list, in: bytes) }
        )
    }

    /// The name of a file as a flow of text.
    static func nameFlow(_ name: String) -> TextFlow {
        var offset = 0
        let characters = name.unicodeScalars.map { scalar in
            defer { offset += UTF8.width(scalar) }
            return LocatedCharacter(scalar.value, offset..<offset + UTF8.width(scalar))
        }
        return TextFlow(characters, in: .plain)
    }

    private static func replacements(
        in flow: TextFlow,
        _ found: FlowFindings,
        isFileName: Bool,
        _ glossary: inout Glossary,
        _ counts: inout [FoundKind: Int],
        _ reviews: inout [(offset: Int, reason: ReviewReason, text: String)],
        _ edits: (TextFlow, [(range: Range<Int>, text: String)]) -> [TextEdit]
    ) -> [TextEdit] {
        guard !found.names.isEmpty || !found.identifiers.isEmpty else { return [] }
        var list: [(range: Range<Int>, text: String)] = []
        for identifier in found.identifiers {
            let place = glossary.entry(of: identifier)
            let entry = glossary.entries[place]
            counts[.identifier, default: 0] += 1
            if identifier.isDoubtful, let first = flow.characters[identifier.range].first {
                reviews.append((first.start, .checkLetter, identifier.text))
            }
            list.append((identifier.range, written(entry.label, identifier.range, flow, isFileName: isFileName)))
        }
        for name in found.names {
            if let entry = name.entry.map({ glossary.entries[$0] }), !entry.isKept {
                counts[name.kind, default: 0] += 1
                list.append((name.range, written(entry.label, name.range, flow, isFileName: isFileName)))
            } else if name.entry != nil {
                continue
            }
            if let reason = name.review, let first = flow.characters[name.range].first {
                reviews.append((first.start, reason, flow.text(name.range)))
            }
        }
        list.sort { $0.range.lowerBound < $1.range.lowerBound }
        return list.isEmpty ? [] : edits(flow, list)
    }

    /// A label with the mark of its place.
    private static func written(_ label: String, _ range: Range<Int>, _ flow: TextFlow, isFileName: Bool) -> String {
        if isFileName { return LabelMark.fileName(label) }
        if flow.use == .identifier { return LabelMark.identifier(label) }
        let marked = LabelMark.marked(label)
        guard flow.use == .formula, range.upperBound < flow.characters.count,
            flow.characters[range.upperBound].value == 0x21,
            flow.characters[..<range.lowerBound].count(where: { $0.value == 0x27 }) % 2 == 0
        else { return marked }
        // The name of a sheet with braces or blanks in it stands in apostrophes.
        return "'\(marked)'"
    }
}
