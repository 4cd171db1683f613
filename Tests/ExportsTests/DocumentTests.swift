import CaseDates
import DataFormats
import Exports
import ImpactChronology
import Testing

@Suite struct DocumentTests {
    static let documents = ["legal-gateway", "care-planning"]

    /// The elements of a document, which is XML once its doctype is off.
    private func parsed(_ bytes: [UInt8]) throws -> XMLElement {
        let doctype = Array("<!DOCTYPE html>\n".utf8)
        #expect(bytes.starts(with: doctype))
        return try XMLElement(parsing: Array(bytes.dropFirst(doctype.count)))
    }

    private func all(_ element: XMLElement) -> [XMLElement] {
        [element] + element.children.flatMap(all)
    }

    private func text(_ element: XMLElement) -> String {
        element.text + element.children.map(text).joined(separator: " ")
    }

    @Test(arguments: documents) func isOneFileThatNeedsNothingElse(id: String) throws {
        let bytes = try Example.document(try Example.harper(), id)
        let html = String(decoding: bytes, as: UTF8.self)
        for reference in [
            "http:", "https:", "src=", "url(", "@import", "<script", " style=", "javascript:", "<link",
            "http-equiv=\"refresh",
        ] {
            #expect(!html.contains(reference), "\(reference)")
        }
    }

    @Test(arguments: documents) func theHeadBeginsWithCharsetAndPolicy(id: String) throws {
        let root = try parsed(try Example.document(try Example.harper(), id))
        let head = try #require(root.child("head"))
        #expect(root["lang"] == "en-GB")
        #expect(head.children[0]["charset"] == "utf-8")
        let policy = try #require(head.children[1]["content"])
        #expect(head.children[1]["http-equiv"] == "Content-Security-Policy")
        let style = try #require(head.child("style")).text
        #expect(policy.contains("style-src 'sha256-\(SHA256(of: Array(style.utf8)).base64)'"))
        #expect(policy.hasPrefix("default-src 'none';"))
        #expect(policy.contains("script-src 'none'"))
        #expect(head.child("title")?.text.contains("Harper (invented family)") == true)
    }

    @Test(arguments: documents) func hasTheStructureThatAReaderNeeds(id: String) throws {
        let root = try parsed(try Example.document(try Example.harper(), id))
        let elements = all(root)
        let ids = elements.compactMap { $0["id"] }
        #expect(Set(ids).count == ids.count)
        for link in elements.filter({ $0.name == "a" }) {
            let target = try #require(link["href"])
            #expect(target.hasPrefix("#") && ids.contains(String(target.dropFirst())), "\(target)")
        }
        let levels = elements.compactMap { ["h1": 1, "h2": 2, "h3": 3, "h4": 4][$0.name] }
        #expect(levels.first == 1)
        #expect(levels.count { $0 == 1 } == 1)
        for (level, next) in zip(levels, levels.dropFirst()) { #expect(next <= level + 1) }
        for table in elements.filter({ $0.name == "table" }) {
            #expect(table.children.first?.name == "caption")
            let headings = all(table).filter { $0.name == "th" }
            #expect(headings.allSatisfy { $0["scope"] != nil && !text($0).isEmpty })
        }
        let body = try #require(root.child("body"))
        #expect(body.children.first?["class"] == "skip")
        #expect(body.children.map(\.name) == ["a", "header", "main", "footer"])
    }

    @Test func theLegalGatewayHasTheFourHeadingsAndEveryEventOnce() throws {
        let chronology = try Example.harper()
        let root = try parsed(try Example.document(chronology, "legal-gateway"))
        let section = try #require(all(root).first { $0.name == "section" && $0["class"] == "chronology" })
        let headings = all(section).filter { $0.name == "th" && $0["scope"] == "col" }.map(text)
        #expect(headings == ["Serial number", "Date", "Event-detail", "Witness or document reference"])
        let rows = all(section).filter { $0.name == "tr" && $0["id"] != nil }
        #expect(rows.count == chronology.events.count)
        for (row, event) in zip(rows, chronology.events) {
            #expect(squeezed(text(row)).contains(squeezed(event.what)))
        }
        let page = squeezed(text(root))
        // Impact is analysis: it stays out of this paper.
        for impact in chronology.events.flatMap(\.impacts) where impact.text.count > 20 {
            #expect(!page.contains(squeezed(impact.text)))
        }
    }

    @Test func carePlanningHasATableForEachChildWithEveryEventOfTheChild() throws {
        let chronology = try Example.harper()
        let root = try parsed(try Example.document(chronology, "care-planning"))
        for (index, child) in chronology.family.children.enumerated() {
            let own = chronology.events.filter { $0.concerns(child, in: chronology.family) }
            let rows = all(root).filter { $0.name == "tr" && ($0["id"] ?? "").hasPrefix("c\(index + 1)e") }
            #expect(rows.count == own.count)
            for (row, event) in zip(rows, own) {
                let words = squeezed(text(row))
                #expect(words.contains(squeezed(event.what)))
                for impact in event.impacts(on: child.id) { #expect(words.contains(squeezed(impact.text))) }
                for impact in event.impacts
                where impact.child != nil && impact.child != child.id && impact.text.count > 20 {
                    #expect(!words.contains(squeezed(impact.text)))
                }
            }
        }
    }

    @Test(arguments: documents) func everyUndatedEventAndTheCountOfRejectedRowsAreThere(id: String) throws {
        let chronology = try Example.harper()
        let page = squeezed(text(try parsed(try Example.document(chronology, id))))
        for event in chronology.undated { #expect(page.contains(squeezed(event.what))) }
        #expect(page.contains(squeezed("2 rows could not be used")))
        #expect(page.contains(squeezed("174 rows of records were read: 160 became events, 12 were joined")))
    }

    @Test(arguments: documents) func hostileTextStaysText(id: String) throws {
        let chronology = try Example.hostile()
        let bytes = try Example.document(chronology, id)
        let root = try parsed(bytes)
        #expect(!all(root).contains { $0.name == "script" || $0.name == "b" })
        let page = text(root)
        #expect(page.contains("<script>alert(1)</script>"))
        #expect(page.contains("[U+202E]"))
        #expect(!String(decoding: bytes, as: UTF8.self).unicodeScalars.contains("\u{202E}"))
        // The family has no name here; the case name of a hostile one is tried below.
        let named = try Example.chronology([
            "a.csv": "Family,Date,Event\n\"x\"\"}</style><script>alert(1)</script>\",1/2/2019,a"
        ])
        let style = try #require(all(try parsed(try Example.document(named, id))).first { $0.name == "style" })
        #expect(!style.text.contains("</style>"))
        #expect(!style.text.contains("x\"}"))
    }

    @Test(arguments: documents) func whatIsLeftOutIsCounted(id: String) throws {
        let chronology = try Example.harper()
        let from = try #require(CalendarDay(iso: "2025-01-01"))
        let selection = EventSelection(child: PersonID("C3"), from: from)
        let page = squeezed(text(try parsed(try Example.document(chronology, id, selection))))
        let shown = chronology.allEvents.filter { selection.holds($0, of: chronology.family) }.count
        #expect(page.contains(squeezed("\(chronology.allEvents.count - shown) events lie outside")))
        #expect(page.contains(squeezed("events that concern Poppy Marsh, from 1 January 2025")))
    }

    @Test func aDateThatMayReachIntoTheLimitsIsShown() throws {
        let chronology = try Example.chronology(["a.csv": "Date,Event\n2024,a\n2025,b\n,c\n2026,d"])
        let from = try #require(CalendarDay(iso: "2025-06-01"))
        let to = try #require(CalendarDay(iso: "2025-12-31"))
        let selection = EventSelection(from: from, to: to)
        #expect(chronology.allEvents.filter { selection.holds($0, of: chronology.family) }.map(\.what) == ["b", "c"])
    }

    @Test(arguments: documents) func theSameInputGivesTheSameBytes(id: String) throws {
        #expect(try Example.document(try Example.harper(), id) == Example.document(try Example.harper(), id))
    }

    /// The text without any white space: where it breaks is the page's affair.
    private func squeezed(_ text: String) -> String {
        text.filter { !$0.isWhitespace }
    }
}
