import DataFormats
public import Diagnostics  // The findings are its result.

/// Reads finished papers again and looks for names and numbers that are left.
///
/// It looks twice: with the patterns by which names were found, and for every single word of a name by itself, in the
/// text of the paper and in its name.
public struct LeakCheck {
    private let glossary: Glossary
    private let labels: Set<String>

    /// Makes a check for the names of a glossary.
    public init(_ glossary: Glossary) {
        self.glossary = glossary
        labels = Set(
            glossary.entries.flatMap { [$0.label, LabelMark.fileName($0.label).dropFirst().dropLast().description] }
        )
    }

    /// Returns a finding for each place of a paper in which something is left; at most ten.
    public func findings(in bytes: [UInt8], named name: String) -> [Diagnostic] {
        var findings: [Diagnostic] = []
        for part in name.split(separator: "/")
        where isLeft(in: TextReplacement.nameFlow(String(part)), isFileName: true) != nil {
            findings.append(finding("the name of a file", place: Place(path: "(a file's name)")))
        }
        switch PaperFormat(of: bytes, name: name) {
        case .text(let text, let layout): check(text.utf8, layout, name, part: nil, &findings)
        case .office(let archive):
            for part in archive.names {
                if isLeft(in: TextReplacement.nameFlow(part), isFileName: true) != nil {
                    findings.append(finding("the name of a part", place: Place(path: name)))
                }
                guard let content = try? archive.bytes(of: part) else { continue }
                if case .office = PaperFormat(of: content, name: part) {
                    findings += self.findings(in: content, named: "\(name)/\(part)")
                    continue
                }
                guard PaperFormat.isMarkup(content, name: part) else { continue }
                check(RecodedText(content).utf8, .officePart, name, part: part, &findings)
            }
        case .notRead(let kind): findings.append(finding("a file that is now \(kind)", place: Place(path: name)))
        }
        return Array(findings.prefix(10))
    }

    private func finding(_ what: String, place: Place) -> Diagnostic {
        Diagnostic(
            id: "anonymise.leak",
            severity: .error,
            summary: "a listed name or number is left in \(what); nothing is written",
            place: place,
            suggestion: "name the place with --show-values and list how the name is written there under --names"
        )
    }

    private func check(
        _ text: [UInt8],
        _ layout: TextLayout,
        _ name: String,
        part: String?,
        _ findings: inout [Diagnostic]
    ) {
        var places: [(offset: Int, text: String)] = []
        layout.read(text) { flow in
            guard places.count < 10, let range = isLeft(in: flow, isFileName: false) else { return }
            places.append((flow.characters[range.lowerBound].start, flow.text(range)))
        }
        if layout == .markup || part?.lowercased().hasPrefix("customxml/") == true {
            TagNames.read(text) { flow in
                guard places.count < 10, let range = leftWord(in: flow) else { return }
                places.append((flow.characters[range.lowerBound].start, flow.text(range)))
            }
        }
        places.sort { $0.offset < $1.offset }
        var lines = LineCounter(text)
        for place in places {
            let (line, column) = lines.place(of: place.offset)
            var diagnostic = finding(
                part.map { "the part '\($0)'" } ?? "the finished file",
                place: Place(path: name, line: line, column: column)
            )
            diagnostic.value = place.text
            findings.append(diagnostic)
        }
    }

    /// The first characters of a flow that are a name or number, outside labels.
    private func isLeft(in flow: TextFlow, isFileName: Bool) -> Range<Int>? {
        let word = leftWord(in: flow)
        let found = FlowFindings(in: flow, isFileName: isFileName, glossary)
        guard word != nil || !found.names.isEmpty || !found.identifiers.isEmpty else { return nil }
        let opaque = OpaqueText.ranges(in: flow) + marks(in: flow)
        func isOutside(_ range: Range<Int>) -> Bool { !opaque.contains { $0.clamped(to: range) == range } }
        if let word, !isKept(word, found) { return word }
        if let identifier = found.identifiers.first(where: { isOutside($0.range) }) { return identifier.range }
        return found.names.first { name in
            guard let entry = name.entry else { return false }
            return !glossary.entries[entry].isKept && isOutside(name.range)
        }?.range
    }

    /// Whether a word is a part of a name that stays.
    private func isKept(_ word: Range<Int>, _ found: FlowFindings) -> Bool {
        found.names.contains { name in
            name.entry.map { glossary.entries[$0].isKept } ?? false && name.range.clamped(to: word) == word
        }
    }

    /// The first word of a flow that is a part of a listed name, found without any pattern.
    private func leftWord(in flow: TextFlow) -> Range<Int>? {
        var index = 0
        let characters = flow.characters
        var opaque: [Range<Int>]?
        while index < characters.count {
            guard LetterFolding.isLetter(characters[index].value) else {
                index += 1
                continue
            }
            let start = index
            var hash = WordHash.start
            while index < characters.count {
                let value = characters[index].value
                if LetterFolding.isASCIILetter(value) {
                    hash = WordHash.adding(value | 0x20, to: hash)
                } else if let letters = LetterFolding.folded(value) {
                    for letter in letters { hash = WordHash.adding(letter, to: hash) }
                } else if !LetterFolding.isMark(value) {
                    break
                }
                index += 1
            }
            guard glossary.leakWords.contains(hash) else { continue }
            let range = start..<index
            let hidden = opaque ?? OpaqueText.ranges(in: flow)
            opaque = hidden
            if !hidden.contains(where: { $0.overlaps(range) }), !HexadecimalRun.holds(start, in: characters) {
                return range
            }
        }
        return nil
    }

    /// The labels of a flow, with their marks.
    private func marks(in flow: TextFlow) -> [Range<Int>] {
        LabelFinder.find(in: flow) { labels.contains($0) }.map(\.range)
    }
}
