import CareTools
import DataFormats

extension ToolReader {
    // MARK: Scales

    mutating func scale(_ element: XMLElement) -> Scale {
        faults.checkNames(of: element, attributes: ["id", "polarity"], children: ["option"])
        let id = identifier(of: element)
        let polarity = faults.choice("polarity", of: element, as: Polarity.self) ?? .none
        if elements.scales.updateValue(element, forKey: id) != nil {
            faults.add("there are two scales '\(id)'", at: element)
        }
        polarities[id] = polarity
        var options: [Scale.Option] = []
        for child in element.children("option") {
            let option = option(child)
            if options.contains(where: { $0.code == option.code }) {
                faults.add("the code '\(option.code)' stands twice", at: child)
            }
            if options.contains(where: { $0.label.lowercased() == option.label.lowercased() }) {
                faults.add("the label '\(option.label)' stands twice", at: child)
            }
            options.append(option)
        }
        if options.count(where: { $0.kind == .answer }) < 2 { faults.add("a scale needs two answers", at: element) }
        return Scale(id: id, polarity: polarity, options: options)
    }

    private mutating func option(_ element: XMLElement) -> Scale.Option {
        faults.checkNames(
            of: element,
            attributes: ["code", "value", "label", "kind", "evidence", "alone"],
            children: []
        )
        let kind =
            element["kind"] == nil
            ? .answer : faults.choice("kind", of: element, as: Scale.Option.Kind.self) ?? .answer
        if kind != .answer, element["value"] != nil {
            faults.add("an option that is \(kind.rawValue) has no value", at: element)
        }
        if let evidence = element["evidence"], evidence != "required" {
            faults.add("evidence of an option is 'required' or left out", at: element)
        }
        return Scale.Option(
            code: identifier(of: element, attribute: "code"),
            label: faults.attribute("label", of: element),
            value: decimal("value", of: element),
            kind: kind,
            needsEvidence: element["evidence"] == "required",
            standsAlone: faults.flag("alone", of: element)
        )
    }

    // MARK: Sections

    mutating func section(_ element: XMLElement, depth: Int, isRepeated: Bool) -> Section {
        let order = ["guidance", "when", "item", "section"]
        faults.checkNames(of: element, attributes: ["id", "title", "repeats", "most"], children: order)
        checkOrder(of: element, order)
        let id = ownIdentifier(of: element)
        claim(id, element)
        elements.sections[id] = element
        let repetition = repetition(of: element)
        if repetition != nil, isRepeated {
            faults.add("a section that is repeated stands in no other that is", at: element)
        }
        if depth > 3 { faults.add("sections go three deep at most", at: element) }
        if element.children("item").isEmpty, element.children("section").isEmpty {
            faults.add("a section needs an item or a section", at: element)
        }
        return Section(
            id: id,
            title: faults.attribute("title", of: element),
            guidance: paragraphs("guidance", of: element),
            condition: condition(of: element, owner: .section(id)),
            repetition: repetition,
            items: element.children("item").map { item($0) },
            sections: element.children("section").map { child in
                section(child, depth: depth + 1, isRepeated: isRepeated || repetition != nil)
            }
        )
    }

    private mutating func repetition(of element: XMLElement) -> Section.Repetition? {
        guard let label = element["repeats"] else {
            if element["most"] != nil { faults.add("'most' goes with 'repeats'", at: element) }
            return nil
        }
        if label.isEmpty { faults.add("'repeats' names what the section is repeated for", at: element) }
        return Section.Repetition(label: label, most: faults.number("most", of: element, in: 2...100))
    }

    /// Takes an identifier for an item, section or score: no two of them share one.
    mutating func claim(_ id: String, _ element: XMLElement) {
        guard !id.isEmpty else { return }
        if elements.items[ItemID(id)] != nil || elements.sections[id] != nil || elements.scores[ScoreID(id)] != nil {
            faults.add("the identifier '\(id)' stands twice", at: element)
        }
    }

    // MARK: Items

    private mutating func item(_ element: XMLElement) -> Item {
        let order = ["text", "guidance", "prompt", "anchor", "when"]
        faults.checkNames(
            of: element,
            attributes: [
                "id", "scale", "type", "polarity", "required", "evidence", "form", "min-age", "max-age", "min", "max",
                "places", "future",
            ],
            children: order
        )
        checkOrder(of: element, order)
        let id = ownIdentifier(of: element)
        claim(id, element)
        elements.items[ItemID(id)] = element
        var item = Item(
            id: ItemID(id),
            text: Self.folded(faults.child("text", of: element).text),
            kind: kind(of: element),
            scale: element["scale"]
        )
        if item.text.isEmpty, element.children("text").count == 1 { faults.add("<text> is empty", at: element) }
        item.polarity = element["scale"].flatMap { polarities[$0] } ?? .none
        if element["polarity"] != nil {
            item.polarity = faults.choice("polarity", of: element, as: Polarity.self) ?? .none
        }
        item.isRequired = faults.flag("required", of: element)
        item.takesEvidence = faults.flag("evidence", of: element)
        item.ages = ages(of: element)
        item.condition = condition(of: element, owner: .item(item.id))
        item.form = form(of: element)
        item.guidance = paragraphs("guidance", of: element)
        item.prompts = element.children("prompt").map { child in
            faults.checkNames(of: child, attributes: ["min-age", "max-age"], children: [])
            return Item.Prompt(text: Self.folded(child.text), ages: ages(of: child))
        }
        item.anchors = anchors(of: element)
        return item
    }

    private mutating func form(of element: XMLElement) -> String? {
        let forms = ["physical", "medical", "nutritional", "educational", "emotional", "supervision"]
        guard let form = element["form"] else { return nil }
        if !forms.contains(form) {
            faults.add("form is one of \(forms.joined(separator: ", ")), not '\(form)'", at: element)
        }
        return form
    }

    private mutating func anchors(of element: XMLElement) -> [Item.Anchor] {
        var anchors: [Item.Anchor] = []
        for child in element.children("anchor") {
            faults.checkNames(of: child, attributes: ["code"], children: [])
            let anchor = Item.Anchor(code: faults.attribute("code", of: child), text: Self.folded(child.text))
            if anchor.text.isEmpty { faults.add("<anchor> is empty", at: child) }
            if anchors.contains(where: { $0.code == anchor.code }) {
                faults.add("the item has two anchors for '\(anchor.code)'", at: child)
            }
            anchors.append(anchor)
        }
        return anchors
    }

    private mutating func kind(of element: XMLElement) -> Item.Kind {
        let type = element["type"]
        switch type {
        case nil, "choice", "choices":
            if element["scale"] == nil { faults.add("an item needs a scale, or a type without one", at: element) }
        case "text", "date", "number", "item":
            if element["scale"] != nil { faults.add("an item of the type '\(type ?? "")' has no scale", at: element) }
        default:
            faults.add("type is one of choice, choices, text, date, number, item, not '\(type ?? "")'", at: element)
        }
        for (attribute, wanted) in [("min", "number"), ("max", "number"), ("places", "number"), ("future", "date")]
        where element[attribute] != nil && type != wanted {
            faults.add("'\(attribute)' goes with the type '\(wanted)'", at: element)
        }
        switch type {
        case "choices": return .choices
        case "text": return .text
        case "date": return .day(mayLieAhead: faults.flag("future", of: element))
        case "item": return .itemOfTool
        case "number": return number(element)
        default: return .choice
        }
    }

    private mutating func number(_ element: XMLElement) -> Item.Kind {
        for name in ["min", "max"] where element[name] == nil {
            faults.add("a number needs '\(name)'", at: element)
        }
        let from = decimal("min", of: element) ?? 0
        let to = decimal("max", of: element) ?? 0
        if to < from { faults.add("'max' is below 'min'", at: element) }
        let places = element["places"] == nil ? 0 : faults.number("places", of: element, in: 0...6)
        return .number(from: from, to: to, places: places)
    }
}
