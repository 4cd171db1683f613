import DataFormats
public import ImpactChronology  // It makes the rules.

extension DefinitionSource {
    /// Reads `tools-definitions/comparison.xml`.
    ///
    /// - Throws: ``DefinitionFaults`` with all faults: unknown elements, numbers out of their range, a threshold that is missing or
    ///   stands twice, a phrase that stands in two groups or on both sides of a fact, a kind that no group names.
    public func comparisonRules() throws(DefinitionFaults) -> ComparisonRules {
        let path = "tools-definitions/comparison.xml"
        let root = try root(at: path, named: "comparison")
        var faults = FaultList(path)
        faults.checkNames(
            of: root,
            attributes: [],
            children: [
                "possible-duplicates", "gap", "ignored", "weak", "same", "different", "passed-over", "hedges", "fact",
            ]
        )
        let duplicates = faults.child("possible-duplicates", of: root)
        let weights = ["telling", "ordinary", "weak"]
        faults.checkNames(
            of: duplicates,
            attributes: ["most-minutes-apart", "most-days-apart", "most-near", "longest-date", "date-conflict-percent"]
                + weights,
            children: ["threshold"]
        )
        let gap = faults.child("gap", of: root)
        faults.checkNames(of: gap, attributes: ["days", "source-days", "widest-date"], children: [])
        let weight = weights.map { faults.number($0, of: duplicates, in: 1...100) }
        let rules = ComparisonRules(
            thresholds: Self.thresholds(duplicates, &faults),
            weights: ComparisonRules.Weights(telling: weight[0], ordinary: weight[1], weak: weight[2]),
            mostDaysApart: faults.number("most-days-apart", of: duplicates, in: 0...31),
            mostMinutesApart: faults.number("most-minutes-apart", of: duplicates, in: 0...1440),
            longestDate: faults.number("longest-date", of: duplicates, in: 1...366),
            mostNear: faults.number("most-near", of: duplicates, in: 1...100_000),
            dateConflictPercent: faults.number("date-conflict-percent", of: duplicates, in: 1...100),
            words: Self.words(root, &faults),
            facts: Self.facts(root, &faults),
            passedOver: root.children("passed-over").map(\.text),
            hedges: root.children("hedges").map(\.text),
            gaps: GapRules(
                days: faults.number("days", of: gap, in: 1...36_500),
                sourceDays: faults.number("source-days", of: gap, in: 1...36_500),
                widestDate: faults.number("widest-date", of: gap, in: 1...366)
            )
        )
        try faults.throwIfAny()
        return rules
    }

    private static func thresholds(_ element: XMLElement, _ faults: inout FaultList) -> ComparisonRules.Thresholds {
        let names = ["same-day", "overlapping", "long", "apart", "one-agency"]
        for threshold in element.children where !names.contains(threshold["dates"] ?? "") {
            faults.add("dates is one of \(names.joined(separator: ", "))", at: threshold)
        }
        let all = names.map { threshold($0, of: element, &faults) }
        return ComparisonRules.Thresholds(
            sameDay: all[0],
            overlapping: all[1],
            long: all[2],
            apart: all[3],
            oneAgency: all[4]
        )
    }

    private static func threshold(
        _ dates: String,
        of element: XMLElement,
        _ faults: inout FaultList
    ) -> ComparisonRules.Threshold {
        let found = element.children("threshold").filter { $0["dates"] == dates }
        guard let threshold = found.first, found.count == 1 else {
            faults.add("there must be one threshold for '\(dates)'", at: found.last ?? element)
            return ComparisonRules.Threshold(percent: 100, weight: 1)
        }
        faults.checkNames(of: threshold, attributes: ["dates", "percent", "weight"], children: [])
        return ComparisonRules.Threshold(
            percent: faults.number("percent", of: threshold, in: 1...100),
            weight: faults.number("weight", of: threshold, in: 1...1000)
        )
    }

    private static func words(_ root: XMLElement, _ faults: inout FaultList) -> ComparisonRules.Words {
        var phrases: [String: Int] = [:]
        var names: Set<String> = []
        let same = root.children("same").map { group in
            faults.checkNames(of: group, attributes: ["weight", "facts"], children: ["words"])
            let words = group.children("words").map(\.text)
            if words.isEmpty { faults.add("<same> needs <words>", at: group) }
            for phrase in words { addPhrase(phrase, group, &phrases, &faults) }
            names.insert(words.first ?? "")
            let weight = WordWeight(rawValue: group["weight"] ?? "ordinary")
            if weight == nil {
                faults.add("weight is one of \(WordWeight.allCases.map(\.rawValue).joined(separator: ", "))", at: group)
            }
            return SameWords(words, weight: weight ?? .ordinary, isForFacts: faults.flag("facts", of: group))
        }
        let different = root.children("different").map { kinds in
            faults.checkNames(of: kinds, attributes: [], children: ["words"])
            for words in kinds.children("words") where !names.contains(words.text) {
                faults.add("'\(words.text)' is not the first phrase of a <same>", at: words)
            }
            return kinds.children("words").map(\.text)
        }
        return ComparisonRules.Words(
            ignored: root.children("ignored").map(\.text),
            weak: root.children("weak").map(\.text),
            same: same,
            different: different
        )
    }

    private static func facts(_ root: XMLElement, _ faults: inout FaultList) -> [StatedFact] {
        var ids: Set<String> = []
        return root.children("fact").map { element in
            faults.checkNames(of: element, attributes: ["id", "label"], children: ["side", "neither"])
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
                },
                neither: element.children("neither").flatMap { $0.children("words") }.map(\.text)
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
        if words.utf8.allSatisfy({ $0 <= 0x20 }) {
            faults.add("<words> holds no words", at: element)
        } else if known.updateValue(element.line, forKey: words) != nil {
            faults.add("'\(words)' stands twice", at: element)
        }
    }
}
