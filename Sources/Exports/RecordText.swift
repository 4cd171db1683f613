import CaseDates
import DataFormats
import ImpactChronology

/// Pieces of HTML that several sections share.
enum RecordText {
    /// The words of a record: kept apart from the page for right-to-left text, with their line breaks.
    static func record(_ text: String) -> HTMLNode {
        guard text.utf8.contains(0x0A) else { return .element(.bdi, [:], .text(text)) }
        var nodes: [HTMLNode] = []
        for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            if index > 0 { nodes.append(.element(.br)) }
            nodes.append(.text(String(line)))
        }
        return .element(.bdi, [:], nodes)
    }

    /// A date in words, for programs too, with the words of the source where they say more.
    static func date(_ date: EventDate, time: EventTime? = nil) -> HTMLNode {
        let words = DateText.words(date)
        var nodes: [HTMLNode] = [
            DateText.machineForm(date).map { .element(.time, ["datetime": $0], .text(words)) } ?? .text(words)
        ]
        if let time {
            nodes.append(.group([", ", record(time.text)]))
        } else if let time = date.time {
            nodes.append(.text(", \(time)"))
        }
        if DateText.showsWrittenForm(date) { nodes.append(.element(.span, ["class": "written"], written(date))) }
        return .group(nodes)
    }

    private static func written(_ date: EventDate) -> [HTMLNode] {
        var nodes: [HTMLNode] = ["written: “", record(date.text), "”"]
        if let end = date.endText { nodes += [" to “", record(end), "”"] }
        // What was assumed must not look as if it had been written.
        let assumed = date.notes.filter(\.isAssumption).map(\.words)
        if !assumed.isEmpty { nodes.append(.text(" (\(assumed.joined(separator: "; ")))")) }
        return nodes
    }

    /// "147 events", "1 event".
    static func count(_ number: Int, _ noun: String, _ plural: String? = nil) -> String {
        "\(number) \(number == 1 ? noun : plural ?? noun + "s")"
    }

    /// "a", "a and b", "a, b and c".
    static func list(_ words: [String]) -> String {
        guard words.count > 1, let last = words.last else { return words.first ?? "" }
        return words.dropLast().joined(separator: ", ") + " and " + last
    }

    /// A word in a box of its own; never colour alone.
    static func tag(_ word: String, _ kind: String) -> HTMLNode {
        .group([.element(.strong, ["class": "tag \(kind)"], .text(word)), " "])
    }

    /// The tags of an event: strength or concern, disputed; those of the sources before those of the worker.
    static func tags(_ event: Event) -> [HTMLNode] {
        var tags = event.statedBearing.map { [tag(words($0), $0.rawValue)] } ?? []
        for bearing in Bearing.allCases where event.addedBearings.contains(bearing) {
            tags.append(tag(words(bearing) + markedByWorker, bearing.rawValue))
        }
        return tags + disputeTags(event)
    }

    /// The tags of an event that someone disputes; nothing for any other.
    static func disputeTags(_ event: Event) -> [HTMLNode] {
        (event.statedDisputes.isEmpty ? [] : [tag("Disputed", "disputed")])
            + (event.addedDisputes.isEmpty ? [] : [tag("Disputed" + markedByWorker, "disputed")])
    }

    private static let markedByWorker = ", marked by the worker"

    private static func words(_ bearing: Bearing) -> String {
        switch bearing {
        case .strength: "Strength"
        case .concern: "Concern"
        case .mixed: "Strength and concern"
        }
    }
}
