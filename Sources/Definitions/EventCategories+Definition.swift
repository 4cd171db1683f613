import DataFormats
public import ImpactChronology  // It makes the categories.

extension DefinitionSource {
    /// Reads `tools-definitions/event-categories.xml`.
    ///
    /// - Throws: ``DefinitionFaults`` with all faults: unknown elements and words, an identifier or a code that stands
    ///   twice, and a phrase that two categories claim.
    public func eventCategories() throws(DefinitionFaults) -> EventCategories {
        let path = "tools-definitions/event-categories.xml"
        let root = try root(at: path, named: "event-categories")
        var faults = FaultList(path)
        faults.checkNames(of: root, attributes: [], children: ["group"])
        var categories: [EventCategory] = []
        var ids: Set<String> = []
        var codes: Set<EventCategory.Code> = []
        var phrases: [String: String] = [:]
        for group in root.children("group") {
            faults.checkNames(of: group, attributes: ["id", "label"], children: ["category"])
            _ = faults.attribute("id", of: group)
            _ = faults.attribute("label", of: group)
            for element in group.children("category") {
                let category = Self.category(element, group: group["label"] ?? "", &faults)
                if !ids.insert(category.id).inserted {
                    faults.add("there are two categories '\(category.id)'", at: element)
                }
                for code in category.codes where !codes.insert(code).inserted {
                    faults.add("the code '\(code.value)' of \(code.system) means another category already", at: element)
                }
                for words in category.words {
                    let phrase = EventCategories.phrase(of: words)
                    if phrase.isEmpty {
                        faults.add("'\(words)' holds no words", at: element)
                    } else if let other = phrases.updateValue(category.id, forKey: phrase), other != category.id {
                        faults.add("'\(words)' suggests '\(other)' already", at: element)
                    }
                }
                categories.append(category)
            }
        }
        try faults.throwIfAny()
        return EventCategories(categories)
    }

    private static func category(_ element: XMLElement, group: String, _ faults: inout FaultList) -> EventCategory {
        faults.checkNames(
            of: element,
            attributes: ["id", "label", "bearing"],
            children: ["neglect", "code", "words"]
        )
        let bearing = element["bearing"].flatMap(Bearing.init(rawValue:))
        if let word = element["bearing"], bearing == nil { faults.add("there is no bearing '\(word)'", at: element) }
        var forms: [NeglectForm] = []
        for neglect in element.children("neglect") {
            faults.checkNames(of: neglect, attributes: ["form"], children: [])
            guard let form = neglect["form"].flatMap(NeglectForm.init(rawValue:)) else {
                let known = NeglectForm.allCases.map(\.rawValue).joined(separator: ", ")
                faults.add("the form of neglect is one of \(known)", at: neglect)
                continue
            }
            forms.append(form)
        }
        var codes: [EventCategory.Code] = []
        for code in element.children("code") {
            faults.checkNames(of: code, attributes: ["system", "value"], children: [])
            codes.append(
                EventCategory.Code(
                    system: faults.attribute("system", of: code),
                    value: faults.attribute("value", of: code)
                )
            )
        }
        return EventCategory(
            id: faults.attribute("id", of: element),
            label: faults.attribute("label", of: element),
            group: group,
            bearing: bearing,
            neglect: forms,
            codes: codes,
            words: element.children("words").map(\.text)
        )
    }
}
