import DataFormats
public import ImpactChronology  // It makes the rules.

extension DefinitionSource {
    /// Reads `tools-definitions/comparison.xml`.
    ///
    /// - Throws: ``DefinitionFaults`` with all faults: unknown elements, numbers out of their range, a threshold that is missing or
    ///   stands twice, a phrase that stands in two groups or on both sides of a fact.
    public func comparisonRules() throws(DefinitionFaults) -> ComparisonRules {
        let path = "tools-definitions/comparison.xml"
        let root = try root(at: path, named: "comparison")
        var faults = FaultList(path)
        faults.checkNames(
            of: root,
            attributes: [],
            children: ["possible-duplicates", "gap", "ignored", "same", "fact"]
        )
        let duplicates = faults.child("possible-duplicates", of: root)
        faults.checkNames(
            of: duplicates,
            attributes: ["most-minutes-apart", "most-days-apart"],
            children: ["threshold"]
        )
        let gap = faults.child("gap", of: root)
        faults.checkNames(of: gap, attributes: ["days", "source-days", "widest-date"], children: [])
        let rules = ComparisonRules(
            sameDay: Self.threshold("same-day", of: duplicates, &faults),
            overlapping: Self.threshold("overlapping", of: duplicates, &faults),
            apart: Self.threshold("apart", of: duplicates, &faults),
            mostDaysApart: faults.number("most-days-apart", of: duplicates, in: 0...31),
            mostMinutesApart: faults.number("most-minutes-apart", of: duplicates, in: 0...1440),
            ignored: root.children("ignored").map(\.text),
            sameWords: Self.sameWords(root, &faults),
            facts: Self.facts(root, &faults),
            gaps: GapRules(
                days: faults.number("days", of: gap, in: 1...36_500),
                sourceDays: faults.number("source-days", of: gap, in: 1...36_500),
                widestDate: faults.number("widest-date", of: gap, in: 1...366)
            )
        )
        for threshold in duplicates.children
        where !["same-day", "overlapping", "apart"].contains(threshold["dates"] ?? "") {
            faults.add("dates is 'same-day', 'overlapping' or 'apart'", at: threshold)
        }
        try faults.throwIfAny()
        return rules
    }

    private static func threshold(
        _ dates: String,
        of element: XMLElement,
        _ faults: inout FaultList
    ) -> ComparisonRules.Threshold {
        let found = element.children("threshold").filter { $0["dates"] == dates }
        guard let threshold = found.first, found.count == 1 else {
            faults.add("there must be one threshold for '\(dates)'", at: found.last ?? element)
            return ComparisonRules.Threshold(percent: 100, words: 1)
        }
        faults.checkNames(of: threshold, attributes: ["dates", "percent", "words"], children: [])
        return ComparisonRules.Threshold(
            percent: faults.number("percent", of: threshold, in: 1...100),
            words: faults.number("words", of: threshold, in: 1...100)
        )
    }

    private static func sameWords(_ root: XMLElement, _ faults: inout FaultList) -> [[String]] {
        var groups: [String: Int] = [:]
        return root.children("same").map { group in
            faults.checkNames(of: group, attributes: [], children: ["words"])
            let phrases = group.children("words").map(\.text)
            if phrases.count < 2 { faults.add("<same> needs at least two <words>", at: group) }
            for phrase in phrases { addPhrase(phrase, group, &groups, &faults) }
            return phrases
        }
    }

    private static func facts(_ root: XMLElement, _ faults: inout FaultList) -> [StatedFact] {
        var ids: Set<String> = []
        return root.children("fact").map { element in
            faults.checkNames(of: element, attributes: ["id", "label"], children: ["side"])
            let id = faults.attribute("id", of: element)
            if !ids.insert(id).inserted { faults.add("there are two facts '\(id)'", at: element) }
            let sides = element.children("side")
            if sides.count != 2 { faults.add("<fact> needs two <side>", at: element) }
            var phrases: [String: Int] = [:]
            return StatedFact(
                id: id,
                label: faults.attribute("label", of: element),
                sides: sides.map { side in
                    faults.checkNames(of: side, attributes: ["label"], children: ["words"])
                    let words = side.children("words").map(\.text)
                    if words.isEmpty { faults.add("<side> needs <words>", at: side) }
                    for phrase in words { addPhrase(phrase, side, &phrases, &faults) }
                    return StatedFact.Side(label: faults.attribute("label", of: side), phrases: words)
                }
            )
        }
    }

    /// Notes a phrase, which may stand only once.
    private static func addPhrase(
        _ words: String,
        _ element: XMLElement,
        _ known: inout [String: Int],
        _ faults: inout FaultList
    ) {
        let phrase = EventCategories.phrase(of: words)
        if phrase.isEmpty {
            faults.add("'\(words)' holds no words", at: element)
        } else if known.updateValue(element.line, forKey: phrase) != nil {
            faults.add("'\(words)' stands twice", at: element)
        }
    }
}
