import CareTools
import DataFormats

/// What a result does not know: answered with "not known", not answered, without the evidence
/// that it needs, and answered in two ways that exclude each other.
struct GapLists {
    private let result: Result
    private let words: ToolWords

    init(_ result: Result, _ words: ToolWords) {
        self.result = result
        self.words = words
    }

    /// The lists that hold something, or a sentence that none does.
    var nodes: [HTMLNode] {
        let labels = Dictionary(
            result.tool.about.map { ($0.name, $0.label) },
            uniquingKeysWith: { first, _ in first }
        )
        let lists =
            list("Answered with “not known”", result.notKnown.map(words.title))
            + list("Not answered", result.unanswered.map(words.title))
            + list("Evidence missing", result.evidenceMissing.map(words.title))
            + list("Contradicts itself: one option excludes the others", result.contradicting.map(words.title))
            + list("Not filled in above", result.aboutMissing.map { labels[$0] ?? $0.rawValue })
        return lists.isEmpty ? [.element(.p, [:], "Nothing that is asked is left open.")] : lists
    }

    private func list(_ heading: String, _ titles: [String]) -> [HTMLNode] {
        guard !titles.isEmpty else { return [] }
        return [
            .element(.h3, [:], .text("\(heading) (\(titles.count))")),
            .element(.ul, [:], titles.map { .element(.li, [:], .text($0)) }),
        ]
    }
}
