import CareTools
import DataFormats

/// The answers of a result, section by section, with what the chosen options mean and what was written beside them.
struct AnswerTables {
    private let result: Result
    private let words: ToolWords
    private let shown: Set<AnswerKey>

    init(_ result: Result, _ words: ToolWords) {
        self.result = result
        self.words = words
        shown = Set(result.shown)
    }

    /// The answers to what is shown; sections of which nothing is shown are left out.
    var nodes: [HTMLNode] { result.tool.sections.flatMap { nodes($0, depth: 0) } }

    /// The answers to what is not shown: they are kept, and count in nothing.
    var hidden: [HTMLNode] {
        guard !result.hidden.isEmpty else { return [] }
        return [
            .element(
                .p,
                [:],
                "These questions are not asked with the other answers as they are. What was answered is kept and not scored."
            ),
            table(result.hidden, caption: "Answers that are not scored"),
        ]
    }

    private func nodes(_ section: Section, depth: Int) -> [HTMLNode] {
        let keys = keys(of: section).filter(shown.contains)
        let below = section.sections.flatMap { nodes($0, depth: depth + 1) }
        guard !keys.isEmpty || !below.isEmpty else { return [] }
        let tag: HTMLTag = depth == 0 ? .h3 : .h4
        let tables = keys.isEmpty ? [] : [table(keys, caption: section.title)]
        return [.element(tag, [:], .text(section.title))] + tables + below
    }

    private func keys(of section: Section) -> [AnswerKey] {
        guard section.repetition != nil else { return section.items.map { AnswerKey($0.id) } }
        let count = max(1, result.response.instances[section.id] ?? 1)
        return (1...count).flatMap { number in section.items.map { AnswerKey($0.id, instance: number) } }
    }

    private func table(_ keys: [AnswerKey], caption: String) -> HTMLNode {
        // Where no answer has evidence or lacks it, words have the room.
        let hasEvidence = keys.contains { result.response.evidence[$0] != nil || result.evidenceMissing.contains($0) }
        return ResultTable(
            kind: "answers",
            caption: "\(caption): answers",
            headings: ["Question", "Answer"] + (hasEvidence ? ["Evidence"] : []),
            rows: keys.map { row($0, hasEvidence) }
        ).node
    }

    private func row(_ key: AnswerKey, _ hasEvidence: Bool) -> [HTMLNode] {
        [
            .element(.th, ["scope": "row"], .text(words.title(of: key))),
            .element(.td, ["class": "answer"], answer(key)),
        ] + (hasEvidence ? [.element(.td, ["class": "evidence"], evidence(key))] : [])
    }

    private func answer(_ key: AnswerKey) -> [HTMLNode] {
        guard let answer = result.response.answers[key] else {
            return [.element(.span, ["class": "none"], "not answered")]
        }
        let text = words.text(of: answer, to: key.item)
        var nodes: [HTMLNode]
        switch answer {
        case .day: nodes = [AboutFacts.day(text)]
        case .text: nodes = [RecordText.record(text)]
        case .codes, .number, .item: nodes = [.text(text)]
        }
        for anchor in words.anchors(of: answer, to: key.item) {
            nodes.append(.element(.span, ["class": "anchor"], .text(anchor)))
        }
        return nodes
    }

    private func evidence(_ key: AnswerKey) -> [HTMLNode] {
        if let evidence = result.response.evidence[key] { return [RecordText.record(evidence)] }
        return result.evidenceMissing.contains(key)
            ? [.element(.span, ["class": "none"], "missing; this answer needs it")] : []
    }
}
