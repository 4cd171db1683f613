import DataFormats
import Testing

struct DecodedTextTests {
    struct Case: Sendable, Identifiable, CustomTestStringConvertible {
        let id: String
        let bytes: [UInt8]
        let text: String
        var encoding = TextEncoding.utf8
        var isGuessed = false
        var controls = 0
        var faults = 0
        var firstFault: [Int] = []

        var testDescription: String { id }
    }

    private func check(
        _ example: Case,
        as given: TextEncoding? = nil,
        sourceLocation: SourceLocation = #_sourceLocation
    ) {
        let decoded = DecodedText(example.bytes, as: given)
        #expect(decoded.utf8 == Array(example.text.utf8), sourceLocation: sourceLocation)
        #expect(decoded.encoding == example.encoding, sourceLocation: sourceLocation)
        #expect(decoded.isGuessed == example.isGuessed, sourceLocation: sourceLocation)
        #expect(decoded.controlsReplaced == example.controls, sourceLocation: sourceLocation)
        #expect(decoded.faultsReplaced == example.faults, sourceLocation: sourceLocation)
        let place = decoded.firstFault.map { [$0.line, $0.column] } ?? []
        #expect(place == example.firstFault, sourceLocation: sourceLocation)
    }

    // MARK: Marks

    @Test(arguments: [
        Case(id: "nothing", bytes: [], text: ""),
        Case(id: "only the mark of UTF-8", bytes: [0xEF, 0xBB, 0xBF], text: ""),
        Case(
            id: "only the mark of UTF-16, low byte first",
            bytes: [0xFF, 0xFE],
            text: "",
            encoding: .utf16LittleEndian
        ),
        Case(id: "only the mark of UTF-16, high byte first", bytes: [0xFE, 0xFF], text: "", encoding: .utf16BigEndian),
        Case(id: "UTF-8", bytes: [0xEF, 0xBB, 0xBF, 0x61, 0xC3, 0xA9], text: "aé"),
        Case(id: "two marks of UTF-8", bytes: [0xEF, 0xBB, 0xBF, 0xEF, 0xBB, 0xBF, 0x61], text: "\u{FEFF}a"),
        Case(
            id: "UTF-16, low byte first",
            bytes: [0xFF, 0xFE, 0x61, 0x00, 0xE9, 0x00],
            text: "aé",
            encoding: .utf16LittleEndian
        ),
        Case(
            id: "UTF-16, high byte first",
            bytes: [0xFE, 0xFF, 0x00, 0x61, 0x00, 0xE9],
            text: "aé",
            encoding: .utf16BigEndian
        ),
        Case(
            id: "half a mark",
            bytes: [0xEF, 0xBB],
            text: "ï»",
            encoding: .windows1252,
            isGuessed: true,
            firstFault: [1, 1]
        ),
    ])
    func obeysAByteOrderMark(_ example: Case) {
        check(example)
    }

    @Test func countsColumnsFromBehindTheByteOrderMark() {
        let bytes: [UInt8] = [0xEF, 0xBB, 0xBF, 0x61, 0xFF, 0x62]
        check(Case(id: "", bytes: bytes, text: "a\u{FFFD}b", faults: 1, firstFault: [1, 2]))
    }

    // MARK: UTF-16

    private func utf16(_ text: String, isLittleEndian: Bool) -> [UInt8] {
        text.utf16.flatMap { unit in
            let (high, low) = (UInt8(unit >> 8), UInt8(unit & 0xFF))
            return isLittleEndian ? [low, high] : [high, low]
        }
    }

    @Test(arguments: [true, false])
    func findsUTF16WithoutAMark(_ isLittleEndian: Bool) {
        let text = "Date,Event\r\n01/02/2019,Mum said \u{201C}no\u{201D} \u{1F600}\r\n"
        let encoding = isLittleEndian ? TextEncoding.utf16LittleEndian : .utf16BigEndian
        let bytes = utf16(text, isLittleEndian: isLittleEndian)
        check(Case(id: "", bytes: bytes, text: text, encoding: encoding, isGuessed: true))
    }

    @Test(arguments: [true, false])
    func readsSurrogatePairsAndReplacesLoneOnes(_ isLittleEndian: Bool) {
        let units: [UInt16] = [
            0xD83D, 0xDE00,  // a pair
            0xDE00, 0x61,  // a second half alone
            0xD83D, 0x62,  // a first half before a letter
            0xD83D, 0xD83D, 0xDE00,  // a first half before a pair
            0xDBFF, 0xDFFF,  // the last of all, which is no character but is well-formed
            0xD800,  // a first half at the end
        ]
        let bytes = units.flatMap { unit in
            isLittleEndian ? [UInt8(unit & 0xFF), UInt8(unit >> 8)] : [UInt8(unit >> 8), UInt8(unit & 0xFF)]
        }
        let mark: [UInt8] = isLittleEndian ? [0xFF, 0xFE] : [0xFE, 0xFF]
        check(
            Case(
                id: "",
                bytes: mark + bytes,
                text: "\u{1F600}\u{FFFD}a\u{FFFD}b\u{FFFD}\u{1F600}\u{10FFFF}\u{FFFD}",
                encoding: isLittleEndian ? .utf16LittleEndian : .utf16BigEndian,
                faults: 4
            )
        )
    }

    @Test(arguments: [
        Case(
            id: "odd",
            bytes: [0xFF, 0xFE, 0x61, 0x00, 0x62],
            text: "a\u{FFFD}",
            encoding: .utf16LittleEndian,
            faults: 1
        ),
        Case(
            id: "odd, high byte first",
            bytes: [0xFE, 0xFF, 0x00, 0x61, 0x00],
            text: "a\u{FFFD}",
            encoding: .utf16BigEndian,
            faults: 1
        ),
        Case(
            id: "odd and half a pair",
            bytes: [0xFF, 0xFE, 0x3D, 0xD8, 0x00],
            text: "\u{FFFD}\u{FFFD}",
            encoding: .utf16LittleEndian,
            faults: 2
        ),
        Case(
            id: "controls",
            bytes: [0xFF, 0xFE, 0x00, 0x00, 0x0B, 0x00, 0x85, 0x00, 0xFF, 0xFF],
            text: "\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}",
            encoding: .utf16LittleEndian,
            controls: 4
        ),
        Case(
            id: "line ends and tab",
            bytes: [0xFF, 0xFE, 0x09, 0x00, 0x0D, 0x00, 0x0A, 0x00],
            text: "\t\r\n",
            encoding: .utf16LittleEndian
        ),
    ])
    func countsWhatIsNoTextInUTF16(_ example: Case) {
        check(example)
    }

    @Test func takesAFewNULsForControlsAndNotForUTF16() {
        check(
            Case(id: "", bytes: Array("a\0b\0cdefghijklmno".utf8), text: "a\u{FFFD}b\u{FFFD}cdefghijklmno", controls: 2)
        )
    }

    // MARK: Windows-1252

    @Test(arguments: [
        Case(
            id: "curly quotes",
            bytes: [0x93, 0x61, 0x94, 0x91, 0x92],
            text: "\u{201C}a\u{201D}\u{2018}\u{2019}",
            encoding: .windows1252,
            isGuessed: true,
            firstFault: [1, 1]
        ),
        Case(
            id: "dashes",
            bytes: [0x61, 0x96, 0x97],
            text: "a\u{2013}\u{2014}",
            encoding: .windows1252,
            isGuessed: true,
            firstFault: [1, 2]
        ),
        Case(
            id: "pound and é",
            bytes: [0xA3, 0x35, 0x20, 0xE9],
            text: "£5 é",
            encoding: .windows1252,
            isGuessed: true,
            firstFault: [1, 1]
        ),
        Case(id: "euro", bytes: [0x80], text: "€", encoding: .windows1252, isGuessed: true, firstFault: [1, 1]),
        Case(
            id: "on the second line",
            bytes: Array("ab\ncd".utf8) + [0xE9],
            text: "ab\ncdé",
            encoding: .windows1252,
            isGuessed: true,
            firstFault: [2, 3]
        ),
        Case(
            id: "as much valid UTF-8 as faults",
            bytes: Array("é\r\n".utf8) + [0xE9],
            text: "Ã©\r\né",
            encoding: .windows1252,
            isGuessed: true,
            firstFault: [2, 1]
        ),
        Case(
            id: "one bad byte among valid UTF-8",
            bytes: Array("é\r\n€".utf8) + [0xE9],
            text: "é\r\n€\u{FFFD}",
            encoding: .utf8,
            isGuessed: true,
            faults: 1,
            firstFault: [2, 4]
        ),
        Case(
            id: "behind a carriage return alone",
            bytes: Array("ab\rcd\r".utf8) + [0xE9],
            text: "ab\rcd\ré",
            encoding: .windows1252,
            isGuessed: true,
            firstFault: [3, 1]
        ),
        Case(
            id: "behind mixed line ends",
            bytes: Array("a\r\n\r\n\n\rb".utf8) + [0xE9],
            text: "a\r\n\r\n\n\rbé",
            encoding: .windows1252,
            isGuessed: true,
            firstFault: [5, 2]
        ),
        Case(
            id: "undefined and a control",
            bytes: [0x81, 0x01, 0xE9],
            text: "\u{FFFD}\u{FFFD}é",
            encoding: .windows1252,
            isGuessed: true,
            controls: 1,
            faults: 1,
            firstFault: [1, 1]
        ),
    ])
    func findsWindows1252WhenTheBytesAreNotUTF8(_ example: Case) {
        check(example)
    }

    @Test func knowsEveryByteOfWindows1252() {
        // From https://encoding.spec.whatwg.org/index-windows-1252.txt, controls left out.
        let upper = "€\u{0}‚ƒ„…†‡ˆ‰Š‹Œ\u{0}Ž\u{0}\u{0}‘’“”•–—˜™š›œ\u{0}žŸ"
        for byte in UInt8(0x80)...0xFF {
            let decoded = DecodedText([byte], as: .windows1252)
            let scalar = byte < 0xA0 ? Array(upper.unicodeScalars)[Int(byte) - 0x80] : Unicode.Scalar(byte)
            let isUndefined = scalar == "\0"
            #expect(decoded.utf8 == Array(String(isUndefined ? "\u{FFFD}" : Character(scalar)).utf8))
            #expect(decoded.faultsReplaced == (isUndefined ? 1 : 0))
            #expect(decoded.controlsReplaced == 0)
            #expect(isUndefined == [0x81, 0x8D, 0x8F, 0x90, 0x9D].contains(byte))
        }
    }

    // MARK: An encoding given

    @Test func prefersTheEncodingGivenToWhatItFinds() {
        check(Case(id: "", bytes: [0xC3, 0xA9], text: "Ã©", encoding: .windows1252), as: .windows1252)
        check(Case(id: "", bytes: [0x61, 0xE9], text: "a\u{FFFD}", faults: 1, firstFault: [1, 2]), as: .utf8)
        check(
            Case(id: "", bytes: [0x61, 0x62], text: "\u{6261}", encoding: .utf16LittleEndian),
            as: .utf16LittleEndian
        )
        check(Case(id: "", bytes: [0x61, 0x62], text: "\u{6162}", encoding: .utf16BigEndian), as: .utf16BigEndian)
        let wide = utf16("Date,Event", isLittleEndian: true)
        check(
            Case(
                id: "",
                bytes: wide,
                text: "D\u{FFFD}a\u{FFFD}t\u{FFFD}e\u{FFFD},\u{FFFD}E\u{FFFD}v\u{FFFD}e\u{FFFD}n\u{FFFD}t\u{FFFD}",
                controls: 10
            ),
            as: .utf8
        )
    }

    @Test func prefersTheEncodingGivenToAByteOrderMark() {
        check(Case(id: "", bytes: [0xEF, 0xBB, 0xBF, 0x61], text: "ï»¿a", encoding: .windows1252), as: .windows1252)
        check(Case(id: "", bytes: [0xFF, 0xFE, 0x61], text: "ÿþa", encoding: .windows1252), as: .windows1252)
    }

    @Test(arguments: [
        Case(id: "UTF-8", bytes: [0xEF, 0xBB, 0xBF, 0x61], text: "a"),
        Case(id: "UTF-16", bytes: [0xFF, 0xFE, 0x61, 0x00], text: "a", encoding: .utf16LittleEndian),
        Case(id: "UTF-16, high byte first", bytes: [0xFE, 0xFF, 0x00, 0x61], text: "a", encoding: .utf16BigEndian),
    ])
    func takesOffTheMarkOfTheEncodingGiven(_ example: Case) {
        check(example, as: example.encoding)
    }

    // MARK: Faulty UTF-8

    @Test(arguments: [
        Case(id: "an overlong slash", bytes: [0xC0, 0xAF], text: "", faults: 2),
        Case(id: "an overlong NUL", bytes: [0xC0, 0x80], text: "", faults: 2),
        Case(id: "an overlong letter", bytes: [0xC1, 0xA1], text: "", faults: 2),
        Case(id: "an overlong less-than of three bytes", bytes: [0xE0, 0x80, 0xBC], text: "", faults: 3),
        Case(id: "the last overlong of three bytes", bytes: [0xE0, 0x9F, 0xBF], text: "", faults: 3),
        Case(id: "an overlong of four bytes", bytes: [0xF0, 0x80, 0x80, 0xBC], text: "", faults: 4),
        Case(id: "the last overlong of four bytes", bytes: [0xF0, 0x8F, 0xBF, 0xBF], text: "", faults: 4),
        Case(id: "the first surrogate", bytes: [0xED, 0xA0, 0x80], text: "", faults: 3),
        Case(id: "the last surrogate", bytes: [0xED, 0xBF, 0xBF], text: "", faults: 3),
        Case(id: "beyond the last character", bytes: [0xF4, 0x90, 0x80, 0x80], text: "", faults: 4),
        Case(id: "a lead byte of old", bytes: [0xF8, 0x88, 0x80, 0x80, 0x80], text: "", faults: 5),
        Case(id: "a continuation alone", bytes: [0x80], text: "", faults: 1),
        Case(id: "one of two bytes", bytes: [0xC3], text: "", faults: 1),
        Case(id: "two of three bytes", bytes: [0xE2, 0x82], text: "", faults: 2),
        Case(id: "three of four bytes", bytes: [0xF0, 0x9F, 0x98], text: "", faults: 3),
        Case(id: "never a byte of UTF-8", bytes: [0xFF], text: "", faults: 1),
    ])
    func neverAcceptsFaultyUTF8(_ example: Case) {
        // Between two letters, so that nothing beyond the fault is lost, and at the very end.
        for end in [[], [UInt8(ascii: "<")]] {
            let decoded = DecodedText([UInt8(ascii: "a")] + example.bytes + end, as: .utf8)
            let marks = String(repeating: "\u{FFFD}", count: example.faults)
            #expect(decoded.utf8 == Array("a\(marks)".utf8) + end)
            #expect(decoded.faultsReplaced == example.faults)
            #expect(decoded.firstFault.map { [$0.line, $0.column] } == [1, 2])
            #expect(DecodedText([UInt8(ascii: "a")] + example.bytes + end).encoding == .windows1252)
        }
    }

    @Test(arguments: [
        "\u{80}", "\u{A0}", "\u{7FF}", "\u{800}", "\u{D7FF}", "\u{E000}", "\u{FFFD}", "\u{10000}", "\u{10FFFF}",
    ])
    func acceptsTheFirstAndLastCharacterOfEachLength(_ text: String) {
        let decoded = DecodedText(Array(text.utf8))
        #expect(decoded.encoding == .utf8)
        #expect(decoded.faultsReplaced == 0)
        #expect(decoded.firstFault == nil)
        if text != "\u{80}" { #expect(decoded.utf8 == Array(text.utf8)) }
    }

    // MARK: Controls

    @Test func showsEveryControlAsAReplacementCharacterButTabAndLineEnds() {
        for value in UInt32(0)..<0xA0 {
            guard let scalar = Unicode.Scalar(value) else { continue }
            let isKept = (0x20...0x7E).contains(value) || [0x09, 0x0A, 0x0D].contains(value)
            let decoded = DecodedText(Array("x\(Character(scalar))y".utf8))
            #expect(decoded.utf8 == Array("x\(isKept ? Character(scalar) : "\u{FFFD}")y".utf8))
            #expect(decoded.controlsReplaced == (isKept ? 0 : 1))
            #expect(decoded.faultsReplaced == 0)
            #expect(decoded.encoding == .utf8)
        }
    }

    @Test(arguments: ["\u{FFFE}", "\u{FFFF}"])
    func showsWhatNoXMLMayHoldAsAReplacementCharacter(_ text: String) {
        check(Case(id: "", bytes: Array(text.utf8), text: "\u{FFFD}", controls: 1))
    }

    @Test func keepsInvisibleCharactersOfNamesAndScripts() {
        let text = "\u{FEFF}a\u{200D}b\u{200C}c\u{AD}d\u{2028}e\u{202E}f\u{E0001}"
        check(Case(id: "", bytes: Array("x\(text)".utf8), text: "x\(text)"))
    }

    // MARK: Properties

    private func randomBytes(_ random: inout SeededGenerator) -> [UInt8] {
        let leads: [UInt8] = [
            0xC0, 0xC2, 0xE0, 0xE2, 0xED, 0xEE, 0xEF, 0xF0, 0xF4, 0xF5, 0x80, 0xBF, 0x9F, 0xA0, 0x90, 0x8F,
        ]
        return (0..<Int.random(in: 0...24, using: &random)).map { _ in
            switch Int.random(in: 0..<4, using: &random) {
            case 0: UInt8.random(in: 0...0x7F, using: &random)
            case 1: UInt8.random(in: 0x80...0xBF, using: &random)
            case 2: leads[Int.random(in: 0..<leads.count, using: &random)]
            default: UInt8.random(in: 0...0xFF, using: &random)
            }
        }
    }

    @Test(arguments: [nil] + TextEncoding.allCases.map(Optional.some))
    func makesValidTextWithoutControlsOfAnyBytes(_ given: TextEncoding?) {
        var random = SeededGenerator(seed: 4)
        for _ in 0..<5_000 {
            let bytes = randomBytes(&random)
            let decoded = DecodedText(bytes, as: given)
            guard let text = String(validating: decoded.utf8, as: UTF8.self) else {
                Issue.record("\(bytes) gave bytes that are not UTF-8")
                continue
            }
            let controls = text.unicodeScalars.filter { scalar in
                scalar.properties.generalCategory == .control && ![0x09, 0x0A, 0x0D].contains(scalar.value)
            }
            #expect(controls.isEmpty, "\(bytes)")
            let marks = text.unicodeScalars.count { $0 == "\u{FFFD}" }
            #expect(marks >= decoded.controlsReplaced + decoded.faultsReplaced, "\(bytes)")
        }
    }

    @Test func agreesWithTheStandardLibraryOnWhatIsUTF8AndWhereItStopsBeingIt() {
        var random = SeededGenerator(seed: 5)
        for _ in 0..<5_000 {
            let bytes = randomBytes(&random).filter { $0 != 0x0A && $0 != 0x0D }
            guard !bytes.starts(with: [0xEF, 0xBB, 0xBF]) else { continue }
            let prefix = (0...bytes.count).last { String(validating: bytes[..<$0], as: UTF8.self) != nil }
            let column = prefix == bytes.count ? nil : prefix.map { $0 + 1 }
            #expect(DecodedText(bytes, as: .utf8).firstFault?.column == column, "\(bytes)")
        }
    }

    @Test func changesNothingInValidTextWithoutControls() {
        var random = SeededGenerator(seed: 6)
        let ranges: [ClosedRange<UInt32>] = [
            0x20...0x7E, 0xA0...0x7FF, 0x800...0xD7FF, 0xE000...0xFFFD, 0x10000...0x10FFFF, 0x09...0x0A,
        ]
        for _ in 0..<5_000 {
            var text = ""
            for _ in 0..<Int.random(in: 0...16, using: &random) {
                let range = ranges[Int.random(in: 0..<ranges.count, using: &random)]
                if let scalar = Unicode.Scalar(UInt32.random(in: range, using: &random)) {
                    text.unicodeScalars.append(scalar)
                }
            }
            guard text.unicodeScalars.first != "\u{FEFF}" else { continue }
            check(Case(id: "", bytes: Array(text.utf8), text: text))
        }
    }
}
