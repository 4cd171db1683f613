import DataFormats
import EventFiles

extension DefinitionSource {
    /// Reads every file of `tools-definitions/code-lists/`, by identifier.
    ///
    /// - Throws: ``DefinitionFaults`` with the faults of the first list that has any.
    func codeLists() throws(DefinitionFaults) -> [String: CodeList] {
        var lists: [String: CodeList] = [:]
        for path in paths(under: "tools-definitions/code-lists/") {
            let root = try root(at: path, named: "code-list")
            var faults = FaultList(path)
            faults.checkNames(of: root, attributes: ["id", "title", "source", "shows"], children: ["code"])
            if let shows = root["shows"], shows != "meaning" { faults.add("shows is 'meaning' or left out", at: root) }
            let elements = root.children("code")
            let codes = elements.map { Self.code($0, &faults) }
            for (index, code) in codes.enumerated() where !code.value.isEmpty {
                Self.checkRepeats(of: code, behind: codes[..<index], at: elements[index], &faults)
            }
            let list = CodeList(
                id: faults.attribute("id", of: root),
                title: faults.attribute("title", of: root),
                showsCode: root["shows"] == nil,
                codes: codes
            )
            if lists.updateValue(list, forKey: list.id) != nil {
                faults.add("there are two code lists '\(list.id)'", at: root)
            }
            try faults.throwIfAny()
        }
        return lists
    }

    /// Checks that in no year a text is two codes; it is compared as cells are.
    private static func checkRepeats(
        of code: CodeList.Code,
        behind earlier: ArraySlice<CodeList.Code>,
        at element: XMLElement,
        _ faults: inout FaultList
    ) {
        if let from = code.from, let to = code.to, to < from {
            faults.add("the code '\(code.value)' ends before it begins", at: element)
        }
        let rivals = earlier.filter { $0.overlaps(code) }
        if rivals.contains(where: { HeadingTable.folded($0.value) == HeadingTable.folded(code.value) }) {
            return faults.add("the code '\(code.value)' stands twice for the same years", at: element)
        }
        for text in [code.value] + code.also {
            let folded = HeadingTable.folded(text)
            let rival = rivals.first { rival in
                ([rival.value] + rival.also).contains { HeadingTable.folded($0) == folded }
            }
            if let rival { faults.add("'\(text)' is also the code '\(rival.value)', for the same years", at: element) }
        }
    }

    private static func code(_ element: XMLElement, _ faults: inout FaultList) -> CodeList.Code {
        faults.checkNames(of: element, attributes: ["value", "meaning", "from", "to"], children: ["also"])
        return CodeList.Code(
            value: faults.attribute("value", of: element),
            meaning: faults.attribute("meaning", of: element),
            from: faults.year("from", of: element),
            to: faults.year("to", of: element),
            also: element.children("also").map(\.text)
        )
    }
}

extension CodeList.Code {
    fileprivate func overlaps(_ other: CodeList.Code) -> Bool {
        (from ?? .min) <= (other.to ?? .max) && (other.from ?? .min) <= (to ?? .max)
    }
}
