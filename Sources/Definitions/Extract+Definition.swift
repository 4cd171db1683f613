import DataFormats
public import EventFiles  // It makes the forms of extracts.
import ImpactChronology

extension DefinitionSource {
    /// Reads every file of `tools-definitions/extracts/`, in the order of their names.
    ///
    /// - Throws: ``DefinitionFaults`` with all faults of the first file that has any: unknown elements, lists,
    ///   categories and columns, and a table without a main event.
    public func extracts() throws(DefinitionFaults) -> [Extract] {
        let lists = try codeLists()
        let categories = try eventCategories()
        var extracts: [Extract] = []
        for path in paths(under: "tools-definitions/extracts/") {
            let root = try root(at: path, named: "extract")
            var reader = ExtractDefinition(lists: lists, categories: categories, faults: FaultList(path))
            let extract = reader.extract(root)
            if extracts.contains(where: { $0.id == extract.id }) {
                reader.faults.add("there are two extracts '\(extract.id)'", at: root)
            }
            var ids: Set<String> = []
            for table in root.children("table") {
                if let id = table["id"], !ids.insert(id).inserted {
                    reader.faults.add("there are two tables '\(id)'", at: table)
                }
            }
            try reader.faults.throwIfAny()
            extracts.append(extract)
        }
        return extracts
    }
}

/// Reads one definition of an extract.
private struct ExtractDefinition {
    let lists: [String: CodeList]
    let categories: EventCategories
    var faults: FaultList

    mutating func extract(_ root: XMLElement) -> Extract {
        faults.checkNames(
            of: root,
            attributes: ["id", "title", "agency", "source", "root", "record"],
            children: ["no-value", "child", "table"]
        )
        let child = root.child("child").map { self.child($0) }
        return Extract(
            id: faults.attribute("id", of: root),
            title: faults.attribute("title", of: root),
            agency: faults.attribute("agency", of: root),
            source: faults.attribute("source", of: root),
            root: root["root"],
            record: root["record"],
            noValues: Set(root.children("no-value").map { HeadingTable.folded($0.text) } + ["#n/a"]),
            tables: root.children("table").map { table($0, child: child ?? ExtractChildColumns(id: nil)) }
        )
    }

    private mutating func child(_ element: XMLElement) -> ExtractChildColumns {
        let names = ["id", "name", "birth", "expected-birth", "death"]
        faults.checkNames(of: element, attributes: [], children: names + ["about"])
        let columns = names.map { name in element.child(name).map { column($0) } }
        return ExtractChildColumns(
            id: columns[0],
            name: columns[1],
            birth: columns[2],
            expectedBirth: columns[3],
            death: columns[4],
            about: element.children("about").map { column($0) }
        )
    }

    private mutating func column(_ element: XMLElement) -> ExtractColumn {
        faults.checkNames(
            of: element,
            attributes: ["name", "known-by", "list", "kept", "json", "from", "to"],
            children: ["also"]
        )
        if let list = element["list"], lists[list] == nil { faults.add("there is no code list '\(list)'", at: element) }
        return ExtractColumn(
            name: faults.attribute("name", of: element),
            also: element.children("also").map(\.text),
            isKnownBy: faults.flag("known-by", of: element),
            list: element["list"].flatMap { lists[$0] },
            isKept: element["kept"] == nil || faults.flag("kept", of: element),
            isJSON: faults.flag("json", of: element),
            from: faults.year("from", of: element),
            to: faults.year("to", of: element)
        )
    }

    private mutating func table(_ element: XMLElement, child outer: ExtractChildColumns) -> ExtractTable {
        faults.checkNames(
            of: element,
            attributes: ["id", "title", "sheet", "element"],
            children: ["child", "column", "event", "no-events"]
        )
        let child = element.child("child").map { self.child($0) } ?? outer
        let columns = element.children("column").map { column($0) }
        let known = Set((child.all + columns).map(\.name))
        var owners: [String: String] = [:]
        for column in child.all + columns {
            for name in column.names {
                if let owner = owners.updateValue(column.name, forKey: name), owner != column.name {
                    faults.add("'\(name)' is a name of \(owner) and of \(column.name)", at: element)
                }
            }
        }
        let events = element.children("event").map { event($0, columns: known) }
        let noEvents = element.child("no-events")?.text
        if noEvents == nil, events.isEmpty { faults.add("the table has neither <event> nor <no-events>", at: element) }
        if events.count(where: \.isAlways) > 1 { faults.add("the table has more than one main event", at: element) }
        return ExtractTable(
            id: faults.attribute("id", of: element),
            title: faults.attribute("title", of: element),
            element: element["element"].map { $0.split(separator: "/").map(String.init) },
            child: child,
            columns: columns,
            events: events,
            noEvents: noEvents
        )
    }

    private mutating func event(_ element: XMLElement, columns: Set<String>) -> ExtractEvent {
        faults.checkNames(
            of: element,
            attributes: ["date", "end", "always", "category", "what", "changed-from", "changed-to"],
            children: ["detail", "if"]
        )
        func check(_ name: String?, _ faults: inout FaultList) {
            guard let name, !columns.contains(name) else { return }
            faults.add("the table has no column '\(name)'", at: element)
        }
        let id = faults.attribute("category", of: element)
        let category = categories.category(id)
        if category == nil { faults.add("there is no category '\(id)'", at: element) }
        let when: ExtractEvent.When
        if let from = element["changed-from"], let to = element["changed-to"], element["date"] == nil {
            check(from, &faults)
            check(to, &faults)
            when = .changed(from: from, to: to)
        } else {
            let date = faults.attribute("date", of: element)
            check(date, &faults)
            check(element["end"], &faults)
            when = .column(date, end: element["end"])
        }
        var details: [ExtractEvent.Detail] = []
        for detail in element.children("detail") {
            faults.checkNames(of: detail, attributes: ["column", "label", "field"], children: [])
            let column = faults.attribute("column", of: detail)
            check(column, &faults)
            let field = detail["field"].flatMap(Field.init(rawValue:))
            if (detail["label"] == nil) == (field == nil) {
                faults.add("a detail has either a label or a known field", at: detail)
            }
            details.append(ExtractEvent.Detail(column: column, label: detail["label"], field: field))
        }
        var conditions: [ExtractEvent.Condition] = []
        for condition in element.children("if") {
            faults.checkNames(of: condition, attributes: ["column", "is"], children: [])
            let column = faults.attribute("column", of: condition)
            check(column, &faults)
            conditions.append(
                ExtractEvent.Condition(column: column, value: faults.attribute("is", of: condition))
            )
        }
        return ExtractEvent(
            when: when,
            isAlways: faults.flag("always", of: element),
            category: category?.label ?? "",
            what: faults.attribute("what", of: element),
            details: details,
            conditions: conditions
        )
    }
}
