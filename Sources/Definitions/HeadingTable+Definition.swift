import DataFormats
public import EventFiles  // It makes the table of headings.
import ImpactChronology

extension DefinitionSource {
    /// Reads `tools-definitions/headings.xml`.
    ///
    /// - Throws: ``DefinitionFaults`` with all faults: unknown elements, fields and kinds, and a name that two fields of
    ///   one table claim.
    public func headings() throws(DefinitionFaults) -> HeadingTable {
        let path = "tools-definitions/headings.xml"
        let root = try root(at: path, named: "headings")
        var faults = FaultList(path)
        faults.checkNames(of: root, attributes: [], children: ["table", "words"])
        var columns: [TableKind: HeadingTable.Columns] = [:]
        var words: [Field: [String: String]] = [:]
        for table in root.children("table") {
            faults.checkNames(of: table, attributes: ["kind"], children: ["field"])
            guard let kind = table["kind"].flatMap(TableKind.init(rawValue:)) else {
                faults.add(
                    "the kind of a table is one of \(TableKind.allCases.map(\.rawValue).joined(separator: ", "))",
                    at: table
                )
                continue
            }
            if columns[kind] != nil { faults.add("there are two tables of the kind '\(kind.rawValue)'", at: table) }
            columns[kind] = Self.columns(table, &faults)
        }
        for element in root.children("words") {
            faults.checkNames(of: element, attributes: ["field", "means"], children: ["word"])
            guard let field = element["field"].flatMap(Field.init(rawValue:)), let meaning = element["means"],
                let known = Self.meanings[field]
            else {
                faults.add("<words> needs a known field and what the words mean", at: element)
                continue
            }
            guard known.contains(meaning) else {
                let list = known.joined(separator: ", ")
                faults.add("'\(meaning)' is no meaning of \(field.rawValue); it is one of \(list)", at: element)
                continue
            }
            for word in element.children("word") {
                let other = words[field, default: [:]].updateValue(meaning, forKey: HeadingTable.folded(word.text))
                if let other, other != meaning { faults.add("'\(word.text)' means \(other) already", at: word) }
            }
        }
        for kind in TableKind.allCases where columns[kind] == nil {
            faults.add("there is no table of the kind '\(kind.rawValue)'", at: root)
        }
        try faults.throwIfAny()
        return HeadingTable(columns: columns, words: words)
    }

    /// What the words of a field can mean.
    private static let meanings: [Field: [String]] = [
        .role: ["child", "adult"], .child: ["all", "both"], .directness: Directness.allCases.map(\.rawValue),
        .bearing: Bearing.allCases.map(\.rawValue), .disputed: ["yes", "no", "not stated"],
    ]

    private static func columns(_ table: XMLElement, _ faults: inout FaultList) -> HeadingTable.Columns {
        var columns = HeadingTable.Columns(fields: [:], required: [], requiredOneOf: [])
        for element in table.children("field") {
            faults.checkNames(of: element, attributes: ["name", "required"], children: ["also"])
            guard let field = element["name"].flatMap(Field.init(rawValue:)) else {
                faults.add("there is no field '\(element["name"] ?? "")'", at: element)
                continue
            }
            switch element["required"] {
            case nil: break
            case "yes": columns.required.append(field)
            case "one": columns.requiredOneOf.append(field)
            case let other?: faults.add("required is 'yes' or 'one', not '\(other)'", at: element)
            }
            for name in [field.rawValue] + element.children("also").map(\.text) {
                let folded = HeadingTable.folded(name)
                if let owner = columns.fields[folded], owner != field {
                    faults.add("'\(name)' is a name of \(owner.rawValue) already", at: element)
                }
                columns.fields[folded] = field
            }
        }
        return columns
    }
}
