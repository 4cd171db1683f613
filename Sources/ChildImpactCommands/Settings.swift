import CaseDates
import DataFormats
import Definitions
import EventFiles
import ImpactChronology

/// What the common options say, resolved into values.
struct Settings {
    let asOf: CalendarDay
    let definitions: DefinitionSource
    let encoding: TextEncoding?
    let assigned: [Field: [String]]
    let format: EventFileFormat?
    let readsDatedParagraphs: Bool
    let schema: [UInt8]?
    let showsValues: Bool
    let isJSON: Bool
    let isQuiet: Bool

    /// Resolves the options.
    ///
    /// - Throws: ``UsageError`` for a value that cannot be used, ``ReadError`` for a folder that is not there.
    init(_ arguments: Arguments, today: CalendarDay, home: String?) throws {
        if let text = arguments.value("as-of") {
            guard let day = Self.day(text) else {
                throw UsageError(message: "--as-of is a day such as 2026-03-31 or 31/03/2026, not '\(text)'")
            }
            asOf = day
        } else {
            asOf = today
        }
        definitions = try Self.definitions(arguments, home: home)
        if let name = arguments.value("encoding") {
            guard let encoding = TextEncoding(name: name) else {
                let known = TextEncoding.allCases.map(\.rawValue).joined(separator: ", ")
                throw UsageError(message: "there is no encoding '\(name)'; it is one of \(known)")
            }
            self.encoding = encoding
        } else {
            encoding = nil
        }
        if let name = arguments.value("format") {
            guard let format = EventFileFormat(rawValue: name) else {
                let known = EventFileFormat.allCases.map(\.rawValue).joined(separator: ", ")
                throw UsageError(message: "there is no format '\(name)'; it is one of \(known)")
            }
            self.format = format
        } else {
            format = nil
        }
        readsDatedParagraphs = arguments.has("dated-paragraphs")
        schema = try arguments.value("xsd").map { try FileSystem.bytes(at: $0) }
        assigned = try Self.assigned(arguments.values("map"))
        showsValues = arguments.has("show-values")
        isJSON = arguments.has("json")
        isQuiet = arguments.has("quiet")
    }

    /// Reads a day as ISO or as day, month, year.
    static func day(_ text: String) -> CalendarDay? {
        if let day = CalendarDay(iso: text) { return day }
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count == 3, parts[2].utf8.count == 4, let day = Int(parts[0]), let month = Int(parts[1]),
            let year = Int(parts[2])
        else { return nil }
        return CalendarDay(year: year, month: month, day: day)
    }

    private static func assigned(_ maps: [String]) throws(UsageError) -> [Field: [String]] {
        var assigned: [Field: [String]] = [:]
        var fields: [String: Field] = [:]
        for map in maps {
            let parts = map.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
            guard parts.count == 2, !parts[1].isEmpty else {
                throw UsageError(message: "--map is \"FIELD=HEADING\", not '\(map)'")
            }
            let wanted = HeadingTable.folded(parts[0])
            guard let field = Field.allCases.first(where: { HeadingTable.folded($0.rawValue) == wanted }) else {
                throw UsageError(
                    message:
                        "there is no field '\(parts[0])'; the fields are \(Field.allCases.map(\.rawValue).joined(separator: ", "))"
                )
            }
            // Files may name a field differently, but one column is one field.
            if let other = fields.updateValue(field, forKey: HeadingTable.folded(parts[1])), other != field {
                throw UsageError(message: "--map gives '\(parts[1])' to \(other.rawValue) and to \(field.rawValue)")
            }
            assigned[field, default: []].append(parts[1])
        }
        return assigned
    }

    /// The built-in definitions, with what the folders of the options, else of `CHILD_IMPACT_HOME`, replace.
    private static func definitions(_ arguments: Arguments, home: String?) throws -> DefinitionSource {
        var replacements: [String: [UInt8]] = [:]
        var paths: [String: String] = [:]
        let roots = [
            ("tools-definitions", arguments.value("definitions"), home.map { "\($0)/tools-definitions" }),
            ("exports", arguments.value("exports"), home.map { "\($0)/exports" }),
        ]
        for (prefix, given, fromHome) in roots {
            guard let folder = given ?? fromHome else { continue }
            guard FileSystem.isFolder(folder) else {
                // A home may hold only one of the two.
                if given == nil { continue }
                throw ReadError(path: folder, message: "there is no such folder")
            }
            for name in try FileSystem.files(under: folder).names where name.hasSuffix(".xml") || name.hasSuffix(".css")
            {
                let path = "\(folder)/\(name)"
                replacements["\(prefix)/\(name)"] = try FileSystem.bytes(at: path)
                paths["\(prefix)/\(name)"] = path
            }
        }
        return DefinitionSource(replacements: replacements, paths: paths)
    }

    /// How the files are to be read.
    ///
    /// - Throws: `DefinitionFaults` when a definition is at fault.
    func readOptions() throws(DefinitionFaults) -> ReadOptions {
        let definitions = definitions
        // What is built in cannot be at fault and is read when it is asked for; what the user gives is checked now.
        if definitions.replacesAny(under: "tools-definitions/") {
            _ = try definitions.extracts()
            _ = try definitions.comparisonRules()
            _ = try definitions.tools()
        }
        return ReadOptions(
            dates: DateReader(asOf: asOf, names: try definitions.dateNames()),
            headings: try definitions.headings(),
            assigned: assigned,
            encoding: encoding,
            format: format,
            readsDatedParagraphs: readsDatedParagraphs,
            schema: schema,
            extracts: Deferred { (try? definitions.extracts()) ?? [] },
            categories: Deferred { (try? definitions.eventCategories()) ?? EventCategories([]) },
            tools: Deferred { (try? definitions.tools()) ?? [] },
            comparison: Deferred { try? definitions.comparisonRules() }
        )
    }
}
