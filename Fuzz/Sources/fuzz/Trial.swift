import CareTools
import CaseDates
import DataFormats
import Definitions
import EventFiles
import Foundation
import ImpactChronology

/// Runs one input through a reader, in one of several ways.
struct Trial {
    /// A way of reading.
    enum Way: CaseIterable {
        /// As the format of the reader, whatever it looks like.
        case forced
        /// As what it looks like.
        case found
        /// Beside the tables of a family and its events.
        case inCompany
        /// In an encoding that the user gave.
        case encoded
        /// With every option that there is.
        case withOptions
    }

    private let reader: Reader
    private let options: ReadOptions
    private let schema: [UInt8]?

    init(_ reader: Reader, options: ReadOptions) {
        self.reader = reader
        self.options = options
        schema = ["../shared/data/cin/CIN_schema_2024.xsd", "exports/schema/chronology.xsd"].lazy
            .compactMap { FileManager.default.contents(atPath: $0) }.first.map { Array($0) }
    }

    /// Options as the tool makes them, as on 31 March 2026.
    static func options() throws -> ReadOptions {
        let source = DefinitionSource()
        let extracts = try source.extracts()
        let categories = try source.eventCategories()
        let comparison = try source.comparisonRules()
        let tools = try source.tools()
        return ReadOptions(
            dates: DateReader(
                asOf: CalendarDay.first(ofMonth: 3, in: 2026).adding(days: 30),
                names: try source.dateNames()
            ),
            headings: try source.headings(),
            extracts: Deferred { extracts },
            categories: Deferred { categories },
            tools: Deferred { tools },
            comparison: Deferred { comparison }
        )
    }

    /// What came of a trial.
    struct Outcome {
        /// What does not hold.
        var broken: [Broken] = []
        /// Whether anything was read.
        var wasRead = false
    }

    /// Reads the input.
    func outcome(of input: [UInt8], _ way: Way, writesBack: Bool) -> Outcome {
        switch reader {
        case .dates: way == .forced ? date(input) : Outcome()
        case .zip: way == .forced ? archive(input) : Outcome()
        case .tool: way == .forced ? tool(input) : Outcome()
        default: file(input, way, writesBack: writesBack)
        }
    }

    // MARK: Event files

    private func file(_ input: [UInt8], _ way: Way, writesBack: Bool) -> Outcome {
        var options = options
        options.format = reader.format
        options.readsDatedParagraphs = reader == .paragraphs || reader == .docx
        let name = "input.\(reader.ending)"
        var files = [SourceFile(path: name, name: name, bytes: input)]
        if reader == .worksheet {
            files.append(SourceFile(path: "a.csv", name: "a.csv", bytes: Array(SmallSeeds.events.utf8)))
            files.append(SourceFile(path: "b.csv", name: "b.csv", bytes: Array(SmallSeeds.eventsOfAnother.utf8)))
            options.format = nil
        }
        switch way {
        case .forced: break
        case .found: options.format = nil
        case .inCompany:
            options.format = nil
            if reader != .worksheet {
                files.append(SourceFile(path: "a.csv", name: "a.csv", bytes: Array(SmallSeeds.events.utf8)))
            }
            files.append(SourceFile(path: "f.csv", name: "f.csv", bytes: Array(SmallSeeds.family.utf8)))
        case .encoded:
            options.encoding = TextEncoding.allCases[input.count % TextEncoding.allCases.count]
        case .withOptions:
            options.assigned = [.date: ["Event", "Date"], .event: ["Date of birth"], .child: ["A"]]
            options.readsDatedParagraphs.toggle()
            options.schema = schema
        }
        let reading = CaseReading(of: files, options: options)
        let broken =
            Invariants.broken(reading) + (writesBack ? Invariants.brokenOnTheWayBack(reading.chronologies) : [])
        return Outcome(
            broken: broken,
            wasRead: reading.files.contains { $0.name == name && ($0.isUsed || $0.events > 0) }
        )
    }

    // MARK: Tools

    /// Reads a definition, and scores an empty response to it.
    private func tool(_ input: [UInt8]) -> Outcome {
        // The file of a tool has its name, which the input tells.
        let head = String(decoding: input.prefix(4000), as: UTF8.self)
        let name =
            head.components(separatedBy: " id=\"").dropFirst().first?.components(separatedBy: "\"").first ?? "input"
        do throws(DefinitionFaults) {
            let tool = try DefinitionSource.tool(parsing: input, path: "tools/\(name).xml")
            _ = tool.result(of: Response(to: tool))
            return Outcome(wasRead: true)
        } catch {
            return Outcome(broken: error.diagnostics.isEmpty ? [Broken("a definition is refused without a fault")] : [])
        }
    }

    // MARK: Dates

    private func date(_ input: [UInt8]) -> Outcome {
        let text = String(decoding: input, as: UTF8.self)
        var outcome = Outcome()
        let above = try? options.dates.read("11/12/2006")
        let span = try? options.dates.read("11/12/2006 - 3 March 2007")
        let birth = Birth(born: try? options.dates.read("29/02/2004"))
        let contexts = [
            DateContext.none, DateContext(rowAbove: above),
            DateContext(rowAbove: span, headingYear: 2008, birth: birth),
            DateContext(birth: birth, isBirth: true), DateContext(rowAbove: above, isEnd: true),
            DateContext(headingYear: 9999),
        ]
        for context in contexts {
            guard let date = try? options.dates.read(text, in: context) else { continue }
            outcome.wasRead = true
            outcome.broken += Invariants.broken(date, of: text)
            if let above, let lasting = try? above.lasting(until: date) {
                outcome.broken += Invariants.broken(lasting, of: above.text)
            }
            if let span, let lasting = try? date.lasting(until: span) {
                outcome.broken += Invariants.broken(lasting, of: text)
            }
            let followed = DateContext(rowAbove: date, headingYear: context.headingYear, birth: Birth(born: date))
            for next in ["same day", "two weeks later", "1 March", "aged 3", "28 weeks pregnant", "next day"] {
                if let date = try? options.dates.read(next, in: followed) {
                    outcome.broken += Invariants.broken(date, of: next)
                }
            }
        }
        if let date = try? options.dates.readSerial(text) { outcome.broken += Invariants.broken(date, of: text) }
        if let value = EDTF(text), EDTF(lenient: value.description) != value {
            outcome.broken.append(Broken("edtf", value.description))
        }
        _ = options.dates.readTime(text)
        return outcome
    }

    // MARK: Archives

    private func archive(_ input: [UInt8]) -> Outcome {
        guard let archive = try? ZipArchive(input) else { return Outcome() }
        var total = 0
        for name in archive.names {
            guard let part = try? archive.bytes(of: name) else { continue }
            total += part.count
            if !archive.contains(name) { return Outcome(broken: [Broken("name", "an entry is not found by its name")]) }
        }
        let isWithin = total <= ZipLimits().inflatedBytes
        return Outcome(broken: isWithin ? [] : [Broken("inflated", "\(total) bytes")], wasRead: total > 0)
    }
}
