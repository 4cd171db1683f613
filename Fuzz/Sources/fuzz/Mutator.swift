/// Changes bytes in the ways in which files are damaged, and in those that readers fear.
struct Mutator {
    /// Pieces that may be put in.
    var pieces: [[UInt8]]
    /// Whether whole numbers of archive headers are aimed at.
    var aimsAtHeaders = false
    /// How a text is put between marks so that they still are marks; half of the changes then keep the form, so that what
    /// lies behind the parser is reached.
    var form = Form.none

    /// A form of text.
    enum Form {
        case none
        case table
        case json
        case xml
    }

    /// The most bytes of a result: a larger one costs time and tells no more.
    static let mostBytes = 200_000

    /// Returns the bytes with one to eight changes.
    func mutated(_ bytes: [UInt8], with other: [UInt8], _ numbers: inout SeededNumbers) -> [UInt8] {
        var bytes = bytes
        var count = 1
        while count < 8, !numbers.once(in: 2) { count += 1 }
        let keepsForm = form != .none && numbers.once(in: 2)
        for _ in 0..<count {
            if keepsForm { changeValue(&bytes, &numbers) } else { change(&bytes, with: other, &numbers) }
            if bytes.count > Self.mostBytes { bytes.removeLast(bytes.count - Self.mostBytes) }
        }
        return bytes
    }

    private func change(_ bytes: inout [UInt8], with other: [UInt8], _ numbers: inout SeededNumbers) {
        if aimsAtHeaders, !numbers.once(in: 3) { return changeHeader(&bytes, &numbers) }
        switch numbers.below(24) {
        case 0, 1: flip(&bytes, &numbers)
        case 2: replaceByte(&bytes, &numbers)
        case 3: insertBytes(&bytes, &numbers)
        case 4: bytes.removeSubrange(range(in: bytes, &numbers))
        case 5: repeatRange(&bytes, &numbers)
        case 6: insertChunk(&bytes, of: other, &numbers)
        case 7: splice(&bytes, with: other, &numbers)
        case 8...10: replaceNumber(&bytes, &numbers)
        case 11...13: insertPiece(&bytes, &numbers)
        case 14...16: replaceWord(&bytes, &numbers)
        case 17, 18: replaceQuoted(&bytes, &numbers)
        case 19: swapRanges(&bytes, &numbers)
        case 20: changeElement(&bytes, &numbers)
        case 21: changeLine(&bytes, &numbers)
        case 22: truncate(&bytes, &numbers)
        default: encode(&bytes, &numbers)
        }
    }

    // MARK: Bytes

    private func range(in bytes: [UInt8], _ numbers: inout SeededNumbers) -> Range<Int> {
        let start = numbers.below(bytes.count + 1)
        let longest = numbers.once(in: 4) ? bytes.count : 24
        return start..<min(bytes.count, start + 1 + numbers.below(longest))
    }

    private func flip(_ bytes: inout [UInt8], _ numbers: inout SeededNumbers) {
        guard !bytes.isEmpty else { return }
        bytes[numbers.below(bytes.count)] ^= 1 << numbers.below(8)
    }

    private func replaceByte(_ bytes: inout [UInt8], _ numbers: inout SeededNumbers) {
        guard !bytes.isEmpty else { return }
        let byte: UInt8? = numbers.one(of: [0, 0x0A, 0x20, 0x22, 0x2C, 0x3C, 0x7F, 0x80, 0xC3, 0xED, 0xFF])
        bytes[numbers.below(bytes.count)] = byte ?? 0
    }

    private func insertBytes(_ bytes: inout [UInt8], _ numbers: inout SeededNumbers) {
        let new = (0...numbers.below(8)).map { _ in UInt8(truncatingIfNeeded: numbers.next()) }
        bytes.insert(contentsOf: new, at: numbers.below(bytes.count + 1))
    }

    private func repeatRange(_ bytes: inout [UInt8], _ numbers: inout SeededNumbers) {
        let range = range(in: bytes, &numbers)
        guard !range.isEmpty else { return }
        let most = max(1, Self.mostBytes / 4 / range.count)
        let times = numbers.once(in: 12) ? most : min(most, 1 + numbers.below(6))
        let copy = Array(bytes[range])
        bytes.insert(contentsOf: repeatElement(copy, count: times).joined(), at: range.lowerBound)
    }

    private func insertChunk(_ bytes: inout [UInt8], of other: [UInt8], _ numbers: inout SeededNumbers) {
        let chunk = other[range(in: other, &numbers)]
        let place = range(in: bytes, &numbers)
        bytes.replaceSubrange(numbers.once(in: 2) ? place : place.lowerBound..<place.lowerBound, with: chunk)
    }

    private func splice(_ bytes: inout [UInt8], with other: [UInt8], _ numbers: inout SeededNumbers) {
        bytes = Array(bytes[..<numbers.below(bytes.count + 1)] + other[numbers.below(other.count + 1)...])
    }

    private func swapRanges(_ bytes: inout [UInt8], _ numbers: inout SeededNumbers) {
        let first = range(in: bytes, &numbers)
        let second = range(in: bytes, &numbers)
        guard first.upperBound <= second.lowerBound else { return }
        let copy = Array(bytes[first])
        bytes.replaceSubrange(first, with: Array(bytes[second]))
        let start = second.upperBound - first.count
        guard start >= 0 else { return }
        bytes.replaceSubrange(min(start, bytes.count)..<min(start, bytes.count), with: copy)
    }

    private func truncate(_ bytes: inout [UInt8], _ numbers: inout SeededNumbers) {
        guard numbers.once(in: 2) else { return }
        bytes.removeLast(numbers.below(bytes.count + 1))
    }

    // MARK: Text

    private func piece(_ numbers: inout SeededNumbers) -> [UInt8] { numbers.one(of: pieces) ?? [] }

    private func insertPiece(_ bytes: inout [UInt8], _ numbers: inout SeededNumbers) {
        bytes.insert(contentsOf: piece(&numbers), at: numbers.below(bytes.count + 1))
    }

    /// Replaces the next run of figures with a number that is at some limit.
    private func replaceNumber(_ bytes: inout [UInt8], _ numbers: inout SeededNumbers) {
        let from = numbers.below(bytes.count + 1)
        func isFigure(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
        guard let start = bytes[from...].firstIndex(where: isFigure) else { return insertPiece(&bytes, &numbers) }
        let end = bytes[start...].firstIndex { !isFigure($0) } ?? bytes.count
        bytes.replaceSubrange(start..<end, with: (numbers.one(of: Tokens.numbers) ?? "").utf8)
    }

    /// Replaces what stands between two marks.
    private func replaceWord(_ bytes: inout [UInt8], _ numbers: inout SeededNumbers) {
        func isMark(_ byte: UInt8) -> Bool { byte <= 0x20 || "<>\",;:|=[]{}/".utf8.contains(byte) }
        let from = numbers.below(bytes.count + 1)
        guard let mark = bytes[from...].firstIndex(where: isMark) else { return insertPiece(&bytes, &numbers) }
        let end = bytes[(mark + 1)...].firstIndex(where: isMark) ?? bytes.count
        bytes.replaceSubrange((mark + 1)..<end, with: piece(&numbers))
    }

    private func replaceQuoted(_ bytes: inout [UInt8], _ numbers: inout SeededNumbers) {
        let from = numbers.below(bytes.count + 1)
        guard let start = bytes[from...].firstIndex(of: 0x22), let end = bytes[(start + 1)...].firstIndex(of: 0x22)
        else {
            return insertPiece(&bytes, &numbers)
        }
        bytes.replaceSubrange((start + 1)..<end, with: numbers.once(in: 6) ? [] : piece(&numbers))
    }

    /// Takes out, doubles or moves a tag, or nests it in itself many times.
    private func changeElement(_ bytes: inout [UInt8], _ numbers: inout SeededNumbers) {
        let from = numbers.below(bytes.count + 1)
        guard let start = bytes[from...].firstIndex(of: 0x3C), let last = bytes[start...].firstIndex(of: 0x3E) else {
            return changeLine(&bytes, &numbers)
        }
        let tag = Array(bytes[start...last])
        switch numbers.below(8) {
        case 0, 1: bytes.removeSubrange(start...last)
        case 2, 3: bytes.insert(contentsOf: tag, at: start)
        case 4, 5:
            bytes.removeSubrange(start...last)
            bytes.insert(contentsOf: tag, at: numbers.below(bytes.count + 1))
        case 6: bytes.insert(contentsOf: [0x3C, 0x2F] + tag.dropFirst(), at: last + 1)
        default: bytes.insert(contentsOf: repeatElement(tag, count: 20_000 / tag.count).joined(), at: start)
        }
    }

    private func changeLine(_ bytes: inout [UInt8], _ numbers: inout SeededNumbers) {
        let from = numbers.below(bytes.count + 1)
        guard let start = bytes[from...].firstIndex(of: 0x0A) else { return }
        let end = bytes[(start + 1)...].firstIndex(of: 0x0A) ?? bytes.count
        let line = Array(bytes[start..<end])
        if numbers.once(in: 2) {
            bytes.removeSubrange(start..<end)
        } else {
            bytes.insert(contentsOf: line, at: numbers.once(in: 2) ? start : numbers.below(bytes.count + 1))
        }
    }

    /// Writes the text in another encoding, with or without a mark.
    private func encode(_ bytes: inout [UInt8], _ numbers: inout SeededNumbers) {
        guard numbers.once(in: 2), let text = String(validating: bytes, as: UTF8.self) else { return }
        let mark: [UInt8]
        let isLittle = numbers.once(in: 2)
        switch numbers.below(4) {
        case 0:
            bytes = [0xEF, 0xBB, 0xBF] + bytes
            return
        case 1: mark = []
        default: mark = isLittle ? [0xFF, 0xFE] : [0xFE, 0xFF]
        }
        bytes = mark
        for unit in text.utf16 {
            let (low, high) = (UInt8(truncatingIfNeeded: unit), UInt8(truncatingIfNeeded: unit >> 8))
            bytes += isLittle ? [low, high] : [high, low]
        }
    }

    // MARK: Values

    /// Replaces a value, or a part of it, and leaves the form of the text as it is.
    private func changeValue(_ bytes: inout [UInt8], _ numbers: inout SeededNumbers) {
        if numbers.once(in: 4) { return replaceNumber(&bytes, &numbers) }
        guard let range = value(in: bytes, from: numbers.below(bytes.count + 1)) else { return }
        let new = escaped(piece(&numbers))
        switch numbers.below(4) {
        case 0: bytes.insert(contentsOf: new, at: range.lowerBound)
        case 1: bytes.insert(contentsOf: new, at: range.upperBound)
        default: bytes.replaceSubrange(range, with: numbers.once(in: 8) ? [] : new)
        }
    }

    /// The next text between marks.
    private func value(in bytes: [UInt8], from start: Int) -> Range<Int>? {
        let (opening, closing): ([UInt8], [UInt8]) =
            switch form {
            case .none, .json: ([0x22], [0x22])
            case .xml: ([0x3E, 0x22], [0x3C, 0x22])
            case .table: ([0x2C, 0x0A, 0x3B, 0x09], [0x2C, 0x0A, 0x3B, 0x09])
            }
        guard let first = bytes[start...].firstIndex(where: opening.contains),
            let last = bytes[(first + 1)...].firstIndex(where: closing.contains)
        else { return nil }
        return first + 1..<last
    }

    private func escaped(_ piece: [UInt8]) -> [UInt8] {
        func figures(_ byte: UInt8) -> [UInt8] {
            Array((byte < 16 ? "0" : "").utf8) + Array(String(byte, radix: 16).utf8)
        }
        switch form {
        case .none: return piece
        case .table: return [0x22] + piece.flatMap { $0 == 0x22 ? [0x22, 0x22] : [$0] } + [0x22]
        case .json:
            return piece.flatMap { byte -> [UInt8] in
                if byte == 0x22 || byte == 0x5C { return [0x5C, byte] }
                return byte < 0x20 ? Array("\\u00".utf8) + figures(byte) : [byte]
            }
        case .xml:
            return piece.flatMap { byte -> [UInt8] in
                switch byte {
                case 0x09, 0x0A, 0x0D, 0x22, 0x26, 0x3C, 0x3E: Array("&#x".utf8) + figures(byte) + [0x3B]
                case 0..<0x20: []
                default: [byte]
                }
            }
        }
    }

    // MARK: Archives

    /// Writes a whole number into one of the headers of an archive.
    private func changeHeader(_ bytes: inout [UInt8], _ numbers: inout SeededNumbers) {
        let heads = bytes.indices.dropLast().filter { bytes[$0] == 0x50 && bytes[$0 + 1] == 0x4B }
        guard let head = numbers.one(of: heads) else { return flip(&bytes, &numbers) }
        let values: [UInt64] = [
            0, 1, 2, 8, 9, 0x7F, 0xFF, 0x7FFF, 0xFFFF, 0x10000, 0x7FFF_FFFF, 0xFFFF_FFFF, 0x1_0000_0000, .max, 1 << 63,
            UInt64(bytes.count), UInt64(head), numbers.next() % 256,
        ]
        let value = numbers.one(of: values) ?? 0
        let place = head + 4 + numbers.below(46)
        for index in 0..<(numbers.one(of: [1, 2, 2, 4, 4, 8]) ?? 1) where place + index < bytes.count {
            bytes[place + index] = UInt8(truncatingIfNeeded: value >> UInt64(8 * index))
        }
    }
}
