import CareTools
import DataFormats

/// Turns the element of a tool into a value; what does not have the form that it must have is a fault.
///
/// Whether the parts fit each other is for ``ToolCheck``.
struct ToolReader {
    let root: XMLElement
    var faults: FaultList
    var elements: ToolElements
    /// Which end of each scale is better.
    var polarities: [String: Polarity] = [:]
    private let fileName: String

    init(_ root: XMLElement, path: String) {
        self.root = root
        faults = FaultList(path)
        elements = ToolElements(root)
        fileName = path.split(separator: "/").last.map(String.init) ?? path
    }

    private static let order = [
        "licence", "source", "derived-from", "purpose", "instructions", "about", "scale", "section", "score", "alert",
        "suggestions", "targets", "actions", "moderated", "comparable", "followed-by",
    ]

    mutating func tool() -> Tool {
        faults.checkNames(
            of: root,
            attributes: [
                "id", "version", "status", "language", "title", "subject", "min-age", "max-age", "review-days",
            ],
            children: Self.order
        )
        checkOrder(of: root, Self.order)
        let id = identifier(of: root)
        var tool = Tool(
            id: id,
            version: version(),
            title: faults.attribute("title", of: root),
            subject: faults.choice("subject", of: root, as: Tool.Subject.self) ?? .child
        )
        checkFileName(tool)
        tool.status = faults.choice("status", of: root, as: Tool.Status.self) ?? .draft
        tool.language = faults.attribute("language", of: root)
        tool.ages = ages(of: root)
        tool.reviewDays = root["review-days"].map { _ in faults.number("review-days", of: root, in: 1...3660) }
        tool.licence = Self.folded(faults.child("licence", of: root).text)
        tool.sources = paragraphs("source", of: root, atLeastOne: true)
        tool.derivedFrom = root.children("derived-from").compactMap { derivation($0) }
        tool.purpose = paragraphs("purpose", of: root, atLeastOne: true)
        tool.instructions = paragraphs("instructions", of: root)
        tool.about = about()
        tool.scales = root.children("scale").map { scale($0) }
        tool.sections = root.children("section").map { section($0, depth: 1, isRepeated: false) }
        if tool.sections.isEmpty { faults.add("a tool needs a section", at: root) }
        tool.scores = root.children("score").map { score($0) }
        tool.alerts = root.children("alert").map { alert($0) }
        tool.suggestions = single("suggestions").map { suggestions($0) }
        tool.targets = single("targets").map { targets($0) }
        tool.actions = single("actions").map { actions($0) }
        tool.moderations = root.children("moderated").map { moderation($0) }
        tool.comparable = root.children("comparable").map { comparable($0) }
        tool.followedBy = root.children("followed-by").map { element in
            faults.checkNames(of: element, attributes: ["tool"], children: [])
            return faults.attribute("tool", of: element)
        }
        return tool
    }

    // MARK: The frame

    private mutating func version() -> String {
        let version = faults.attribute("version", of: root)
        let isPlain = version.utf8.allSatisfy {
            (0x30...0x39).contains($0) || (0x61...0x7A).contains($0) || $0 == 0x2D || $0 == 0x2E
        }
        if !isPlain { faults.add("a version is of small letters, figures, dots and hyphens", at: root) }
        return version
    }

    private mutating func checkFileName(_ tool: Tool) {
        guard !tool.id.isEmpty, fileName != "\(tool.id).xml", fileName != "\(tool.id)-\(tool.version).xml" else {
            return
        }
        faults.add("the file of this tool is named \(tool.id).xml or \(tool.id)-\(tool.version).xml", at: root)
    }

    private mutating func single(_ name: String) -> XMLElement? {
        let found = root.children(name)
        if found.count > 1 { faults.add("<\(name)> may stand once", at: found[1]) }
        return found.first
    }

    private mutating func derivation(_ element: XMLElement) -> Tool.Derivation? {
        faults.checkNames(of: element, attributes: ["name", "version", "kind"], children: [])
        let name = faults.attribute("name", of: element)
        guard let kind = faults.choice("kind", of: element, as: Tool.Derivation.Kind.self) else { return nil }
        return Tool.Derivation(name: name, version: element["version"] ?? "", kind: kind)
    }

    private mutating func about() -> [AboutField] {
        let element = faults.child("about", of: root)
        guard element.name == "about" else { return [] }
        faults.checkNames(of: element, attributes: [], children: ["field"])
        var fields: [AboutField] = []
        for child in element.children("field") {
            faults.checkNames(of: child, attributes: ["name", "label", "required"], children: ["option"])
            guard let name = faults.choice("name", of: child, as: AboutField.Name.self) else { continue }
            if fields.contains(where: { $0.name == name }) {
                faults.add("the field '\(name.rawValue)' stands twice", at: child)
            }
            let options = aboutOptions(child)
            if !options.isEmpty, name.isDay {
                faults.add("the field '\(name.rawValue)' holds a day and has no options", at: child)
            }
            fields.append(
                AboutField(
                    name: name,
                    label: faults.attribute("label", of: child),
                    isRequired: faults.flag("required", of: child),
                    options: options.isEmpty ? (name == .setting ? AboutField.settings : nil) : options
                )
            )
        }
        if !fields.contains(where: { $0.name == .completed }) {
            faults.add("<about> needs the field 'completed'", at: element)
        }
        return fields
    }

    private mutating func aboutOptions(_ field: XMLElement) -> [AboutField.Option] {
        var options: [AboutField.Option] = []
        for element in field.children("option") {
            faults.checkNames(of: element, attributes: ["code", "label"], children: [])
            let option = AboutField.Option(
                code: identifier(of: element, attribute: "code"),
                label: faults.attribute("label", of: element)
            )
            if options.contains(where: { $0.code == option.code }) {
                faults.add("the code '\(option.code)' stands twice", at: element)
            }
            options.append(option)
        }
        return options
    }

    private mutating func targets(_ element: XMLElement) -> TargetTable {
        let names = ["section", "item", "current", "target", "by", "actual"]
        faults.checkNames(of: element, attributes: names, children: [])
        let values = names.map { faults.attribute($0, of: element) }
        return TargetTable(
            section: values[0],
            item: ItemID(values[1]),
            current: ItemID(values[2]),
            target: ItemID(values[3]),
            by: ItemID(values[4]),
            actual: ItemID(values[5])
        )
    }

    private mutating func actions(_ element: XMLElement) -> ActionTable {
        let names = ["section", "what", "owner", "due", "done", "state"]
        faults.checkNames(of: element, attributes: names + ["closed", "waiting"], children: [])
        let values = names.map { faults.attribute($0, of: element) }
        func codes(_ name: String) -> [String] {
            (element[name] ?? "").split(whereSeparator: \.isWhitespace).map(String.init)
        }
        return ActionTable(
            section: values[0],
            what: ItemID(values[1]),
            owner: ItemID(values[2]),
            due: ItemID(values[3]),
            done: ItemID(values[4]),
            state: ItemID(values[5]),
            closed: codes("closed"),
            waiting: codes("waiting")
        )
    }

    private mutating func moderation(_ element: XMLElement) -> Moderation {
        let names = ["first", "second", "agreed"]
        faults.checkNames(of: element, attributes: names, children: [])
        let values = names.map { ItemID(faults.attribute($0, of: element)) }
        return Moderation(first: values[0], second: values[1], agreed: values[2])
    }

    private mutating func comparable(_ element: XMLElement) -> ComparableVersion {
        faults.checkNames(of: element, attributes: ["version"], children: ["same"])
        let pairs = element.children("same").map { child in
            faults.checkNames(of: child, attributes: ["now", "then"], children: [])
            return ComparableVersion.Pair(
                now: faults.attribute("now", of: child),
                then: faults.attribute("then", of: child)
            )
        }
        return ComparableVersion(
            version: faults.attribute("version", of: element),
            pairs: pairs.isEmpty ? nil : pairs
        )
    }

    // MARK: What many parts have

    /// Reports children that stand before one which must come first.
    mutating func checkOrder(of element: XMLElement, _ order: [String]) {
        var reached = 0
        for child in element.children {
            guard let place = order.firstIndex(of: child.name) else { continue }
            if place < reached { faults.add("<\(child.name)> must stand before <\(order[reached])>", at: child) }
            reached = max(reached, place)
        }
    }

    /// The identifier that an attribute gives, checked for its letters.
    mutating func identifier(of element: XMLElement, attribute: String = "id") -> String {
        let text = faults.attribute(attribute, of: element)
        let isSound = text.split(whereSeparator: { $0 == "." || $0 == "-" }).joined().utf8.allSatisfy {
            (0x30...0x39).contains($0) || (0x61...0x7A).contains($0)
        }
        let joints: Set<Character> = [".", "-"]
        let isJoined = !zip(text, text.dropFirst()).contains { joints.contains($0) && joints.contains($1) }
        if !isSound || !isJoined || text.first.map(joints.contains) ?? false || text.last.map(joints.contains) ?? false
        {
            faults.add(
                "\(attribute) is of small letters and figures, joined by single dots or hyphens, not '\(text)'",
                at: element
            )
        }
        return text
    }

    /// An identifier of an item, section or score: not one of those that saved answers keep for themselves.
    mutating func ownIdentifier(of element: XMLElement) -> String {
        let text = identifier(of: element)
        for prefix in ["about.", "override."] where text.hasPrefix(prefix) {
            faults.add("no identifier begins with '\(prefix)'", at: element)
        }
        if text.hasSuffix(".evidence") { faults.add("no identifier ends in '.evidence'", at: element) }
        if text == "about" || text == "overrides" { faults.add("'\(text)' is kept for saved answers", at: element) }
        return text
    }

    /// The paragraphs of a name, with white space folded.
    mutating func paragraphs(_ name: String, of element: XMLElement, atLeastOne: Bool = false) -> [String] {
        let found = element.children(name)
        if atLeastOne, found.isEmpty { faults.add("<\(element.name)> needs a <\(name)>", at: element) }
        return found.map { child in
            let text = Self.folded(child.text)
            if text.isEmpty { faults.add("<\(name)> is empty", at: child) }
            if !child.children.isEmpty { faults.add("<\(name)> holds text only", at: child) }
            return text
        }
    }

    static func folded(_ text: String) -> String {
        text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    /// The ages of `min-age` and `max-age`; `nil` where neither is given.
    mutating func ages(of element: XMLElement, from: String = "min-age", to: String = "max-age") -> AgeBand? {
        guard element[from] != nil || element[to] != nil else { return nil }
        let band = AgeBand(
            from: element[from].flatMap { months($0, from, element)?.first },
            to: element[to].flatMap { months($0, to, element)?.last }
        )
        if let first = band.from, let last = band.to, last < first {
            faults.add("the ages end before they begin", at: element)
        }
        return band
    }

    /// The first and last completed month of an age in years, or in months with an m.
    private mutating func months(_ text: String, _ name: String, _ element: XMLElement) -> (first: Int, last: Int)? {
        let isMonths = text.hasSuffix("m")
        let figures = isMonths ? text.dropLast() : text[...]
        if (1...3).contains(figures.utf8.count), figures.utf8.allSatisfy({ (0x30...0x39).contains($0) }),
            let number = Int(figures)
        {
            return isMonths ? (number, number) : (number * 12, number * 12 + 11)
        }
        faults.add("\(name) is in years, such as 4, or in months, such as 17m, not '\(text)'", at: element)
        return nil
    }

    /// The decimal that an attribute gives; `nil` where it is not there, and with a fault where it is none.
    mutating func decimal(_ name: String, of element: XMLElement) -> ExactNumber? {
        guard let text = element[name] else { return nil }
        if let number = ExactNumber(text) { return number }
        faults.add("\(name) is a decimal such as 2 or 0.5, not '\(text)'", at: element)
        return nil
    }
}
