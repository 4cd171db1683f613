@testable import DataFormats
import Testing

struct XMLStreamTests {
    private func pieces(_ document: String, limits: XMLLimits = XMLLimits()) throws(XMLFault) -> [String] {
        var pieces: [String] = []
        try XMLStream.read(ByteSource(Array(document.utf8)), limits: limits) { (piece) throws(XMLFault) in
            switch piece {
            case .start(let tag):
                let attributes = tag.attributes.map { " \($0.name)=\($0.value)" }.joined()
                pieces.append("<\(tag.name)\(attributes)> \(tag.line)")
            case .text(let text): pieces.append(text)
            case .end: pieces.append("</>")
            }
        }
        return pieces
    }

    @Test func givesThePiecesInTheirOrder() throws {
        let document = "<a x='1'>one<!-- c --><b/>two<![CDATA[ & three]]>\n<c y='&amp;&lt;'>four</c></a>"
        #expect(
            try pieces(document) == [
                "<a x=1> 1", "one", "<b> 1", "</>", "two & three\n", "<c y=&<> 2", "four", "</>", "</>",
            ]
        )
    }

    @Test func givesWhatStandsBeforeAFault() throws {
        var names: [String] = []
        let fault = #expect(throws: XMLFault.self) {
            try XMLStream.read(ByteSource(Array("<a>\n<b/>\n<c></d></a>".utf8))) { (piece) throws(XMLFault) in
                if case .start(let tag) = piece { names.append(tag.name) }
            }
        }
        #expect(names == ["a", "b", "c"])
        #expect(fault?.line == 3)
        #expect(fault?.message.contains("mismatch") == true)
    }

    @Test func saysThatADocumentIsCutWhereverItIs() {
        let document = Array("<a>\n<b x='1'>\u{E9} &amp; <![CDATA[t]]></b><!-- c --><?d e?></a>".utf8)
        for count in 4..<document.count {
            let fault = #expect(throws: XMLFault.self) {
                try XMLStream.read(ByteSource(Array(document[..<count]))) { (_) throws(XMLFault) in }
            }
            #expect(fault?.message == "the document ends before its last element does", "cut after \(count) bytes")
            #expect(fault?.line == (count == 4 ? 1 : 2))
        }
    }

    @Test(arguments: ["<a/><b/>", "<a></a>b", "<a></a></a>"])
    func saysThatADocumentGoesOnBehindItsEnd(_ document: String) {
        let fault = #expect(throws: XMLFault.self) { try pieces(document) }
        #expect(fault?.message == "Extra content at the end of the document")
    }

    @Test func endsWhereTheTakerEndsIt() throws {
        var count = 0
        let fault = #expect(throws: XMLFault.self) {
            try XMLStream.read(ByteSource(Array("<a><b/><c/><d/></a>".utf8))) { (_) throws(XMLFault) in
                count += 1
                if count == 3 { throw XMLFault(message: "enough", line: 7, column: 8) }
            }
        }
        #expect(fault == XMLFault(message: "enough", line: 7, column: 8))
        #expect(count == 3)
    }

    @Test func readsADocumentOfManyChunksWithItsLines() throws {
        var document = "<a>\n"
        for number in 0..<40_000 { document += "<b n='\(number)'>\u{20AC}\(number)</b>\n" }
        document += "</a>"
        var (starts, isRight) = (0, true)
        try XMLStream.read(ByteSource(Array(document.utf8))) { (piece) throws(XMLFault) in
            guard case .start(let tag) = piece, tag.name == "b" else { return }
            isRight = isRight && tag["n"] == "\(starts)" && tag.line == starts + 2
            starts += 1
        }
        #expect(starts == 40_000)
        #expect(isRight)
    }

    // MARK: Hostile documents

    @Test func refusesTwoHundredThousandAttributes() {
        var document = "<a>\n<b"
        for number in 0..<200_000 { document += " n\(number)='1'" }
        let fault = #expect(throws: XMLFault.self) { try pieces(document + "/></a>") }
        #expect(fault == XMLFault(message: "too many attributes on one element", line: 2, column: 0))
    }

    @Test func refusesAHundredThousandLevels() {
        let document = String(repeating: "<a>", count: 100_000)
        let fault = #expect(throws: XMLFault.self) { try pieces(document) }
        #expect(fault?.message == "nested too deeply")
    }

    @Test(arguments: [
        "<!-- don't count \(String(repeating: "'a' ", count: 400)) -->",
        "<![CDATA[ <b \(String(repeating: "'a' ", count: 400)) > ]]>",
        "<?p <b \(String(repeating: "'a' ", count: 400)) ?>",
        String(repeating: "it's \"so\" ", count: 400),
        "<b c='\(String(repeating: ">\" ", count: 400))'/>",
        "<!-- a - b -- c? -->",
    ])
    func countsOnlyAttributes(_ content: String) throws {
        // A comment may not hold two dashes; libxml2 says so itself.
        if content.contains(" -- ") {
            #expect(throws: XMLFault.self) { try pieces("<a>\(content)</a>") }
        } else {
            #expect(try !pieces("<a>\(content)<d/></a>").isEmpty)
        }
    }

    @Test func countsAttributesOverTheEdgeOfAChunk() {
        for shift in 65_500..<65_540 {
            let document =
                "<a>" + String(repeating: " ", count: shift) + "<b"
                + (0..<300).map { " n\($0)=\"x\"" }.joined() + "/></a>"
            let fault = #expect(throws: XMLFault.self) { try pieces(document) }
            #expect(fault?.message == "too many attributes on one element")
        }
    }

    @Test(arguments: ["UTF-7", "EBCDIC-CP-GB", "UTF-32", "x-unknown"])
    func refusesEncodingsThatHideASCII(_ name: String) {
        let fault = #expect(throws: XMLFault.self) { try pieces("<?xml version='1.0' encoding='\(name)'?><a/>") }
        #expect(fault?.message == "documents in the encoding '\(name.lowercased())' are not read")
    }

    @Test func saysThatAFileCannotBeReadToItsEnd() {
        let source = ByteSource(count: 200_000) { range in
            range.lowerBound < 100_000
                ? Array(repeating: UInt8(ascii: " "), count: range.count).enumerated().map { index, byte in
                    range.lowerBound + index < 3 ? Array("<a>".utf8)[range.lowerBound + index] : byte
                } : nil
        }
        let fault = #expect(throws: XMLFault.self) { try XMLStream.read(source) { (_) throws(XMLFault) in } }
        #expect(fault?.message == "the file cannot be read to its end")
    }
}
