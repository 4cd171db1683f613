/// The central directory of an archive, read strictly over its bytes.
///
/// libzip says neither where entries stand nor whether they overlap, and lets through what other readers would take for
/// another archive; where two readings are possible, this one refuses. Format: APPNOTE 6.3.10,
/// https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT
struct ZipDirectory: Sendable {
    /// The entries in the order of the directory.
    let entries: [ZipEntry]

    init(_ bytes: [UInt8], limits: ZipLimits) throws(ArchiveFault) {
        var reader = ZipDirectoryReader(bytes: bytes, limits: limits)
        entries = try reader.read()
    }
}

private struct ZipDirectoryReader {
    let bytes: [UInt8]
    let limits: ZipLimits

    private static let endLength = 22
    private static let wide16 = 0xFFFF
    private static let wide32 = 0xFFFF_FFFF
    private static let damaged = ArchiveFault(.damaged, "the directory of the archive is damaged")

    /// Where the directory stands and how many entries it lists.
    private struct Place {
        var start: Int
        var length: Int
        var count: Int
        /// Where the records behind the directory begin.
        var limit: Int
    }

    mutating func read() throws(ArchiveFault) -> [ZipEntry] {
        let place = try directory()
        guard place.count <= limits.entries else {
            throw ArchiveFault(.tooManyEntries, "the archive has more than \(limits.entries) entries")
        }
        var entries: [ZipEntry] = []
        var names: Set<String> = []
        var offset = place.start
        for index in 0..<place.count {
            let entry = try entry(index, at: &offset, before: place.start)
            guard names.insert(entry.name.lowercased()).inserted else {
                throw ArchiveFault(.duplicateName, "two entries have the name of \(entry.label)")
            }
            entries.append(entry)
        }
        guard offset == place.start + place.length else { throw Self.damaged }
        try refuseOverlaps(entries)
        return entries
    }

    // MARK: The end of the archive

    private func directory() throws(ArchiveFault) -> Place {
        try refuseOtherFiles()
        let end = try endRecord()
        guard let disk = word16(end + 4), let firstDisk = word16(end + 6), let countHere = word16(end + 8),
            let count = word16(end + 10), let length = word32(end + 12), let start = word32(end + 16)
        else { throw Self.damaged }
        var place = Place(start: start, length: length, count: count, limit: end)
        if word32(end - 20) == 0x0706_4B50 {
            place = try wideDirectory(end - 20, narrow: place)
        } else {
            guard count != Self.wide16, start != Self.wide32, length != Self.wide32 else { throw Self.damaged }
            guard disk == 0, firstDisk == 0, countHere == count else { throw Self.damaged }
        }
        let (stop, overflow) = place.start.addingReportingOverflow(place.length)
        guard !overflow, stop <= place.limit else { throw Self.damaged }
        return place
    }

    private func refuseOtherFiles() throws(ArchiveFault) {
        if bytes.isEmpty { throw ArchiveFault(.notAnArchive, "the file is empty") }
        if bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]) {
            throw ArchiveFault(
                .compoundFile,
                "the file is an old Office file or is protected by a password; save it in a current format without one"
            )
        }
        guard bytes.starts(with: [0x50, 0x4B, 3, 4]) || bytes.starts(with: [0x50, 0x4B, 5, 6]) else {
            throw ArchiveFault(.notAnArchive, "the file is not a ZIP archive")
        }
    }

    /// The place of the record that ends the archive, whose comment must reach to the last byte.
    private func endRecord() throws(ArchiveFault) -> Int {
        var found: Int?
        var place = bytes.count - Self.endLength
        let first = max(0, place - 0xFFFF)
        while place >= first {
            if bytes[place] == 0x50, word32(place) == 0x0605_4B50, let comment = word16(place + 20),
                place + Self.endLength + comment == bytes.count
            {
                guard found == nil else { throw Self.damaged }
                found = place
            }
            place -= 1
        }
        guard let found else {
            throw ArchiveFault(.cut, "the archive is cut short, or something was added behind its end")
        }
        return found
    }

    /// The directory by the wide records, which must not contradict the narrow one.
    private func wideDirectory(_ locator: Int, narrow: Place) throws(ArchiveFault) -> Place {
        guard word32(locator + 4) == 0, let record = word64(locator + 8), record <= locator,
            word32(record) == 0x0606_4B50, let rest = word64(record + 4), rest >= 44, rest <= locator,
            record + 12 + rest == locator, word32(record + 16) == 0, word32(record + 20) == 0,
            let countHere = word64(record + 24), let count = word64(record + 32), countHere == count,
            let length = word64(record + 40), let start = word64(record + 48)
        else { throw Self.damaged }
        guard narrow.count == Self.wide16 || narrow.count == count,
            narrow.length == Self.wide32 || narrow.length == length,
            narrow.start == Self.wide32 || narrow.start == start
        else { throw Self.damaged }
        return Place(start: start, length: length, count: count, limit: record)
    }

    // MARK: One entry

    private func entry(_ index: Int, at offset: inout Int, before directory: Int) throws(ArchiveFault) -> ZipEntry {
        let start = offset
        guard word32(start) == 0x0201_4B50, let flags = word16(start + 8), let method = word16(start + 10),
            let packed = word32(start + 20), let size = word32(start + 24), let nameLength = word16(start + 28),
            let extraLength = word16(start + 30), let commentLength = word16(start + 32),
            let disk = word16(start + 34), let header = word32(start + 42),
            start + 46 + nameLength + extraLength + commentLength <= bytes.count
        else { throw Self.damaged }
        offset = start + 46 + nameLength + extraLength + commentLength
        let rawName = bytes[(start + 46)..<(start + 46 + nameLength)]
        let name = try checkedName(rawName, index: index)
        let label = ZipEntry.label(name, index: index)
        // Bit 0: encrypted; bit 6: strongly; bit 13: the directory too.
        guard flags & 0x2041 == 0 else { throw ArchiveFault(.encrypted, "\(label) is encrypted") }
        guard
            let wide = wideFields(
                in: (start + 46 + nameLength)..<(start + 46 + nameLength + extraLength),
                size: size,
                packed: packed,
                header: header
            ), disk == 0 || disk == Self.wide16
        else { throw Self.damaged }
        let end = try dataEnd(of: rawName, method: method, flags: flags, header: wide.header, packed: wide.packed)
        guard end <= directory else { throw ArchiveFault(.overlapping, "\(label) reaches into the directory") }
        return ZipEntry(
            index: index,
            name: name,
            extent: wide.header..<end,
            compressedSize: wide.packed,
            claimedSize: wide.size,
            method: method
        )
    }

    /// The sizes and the place of an entry, from the wide fields where the narrow ones are full.
    private func wideFields(
        in range: Range<Int>,
        size: Int,
        packed: Int,
        header: Int
    ) -> (size: Int, packed: Int, header: Int)? {
        var result = (size: size, packed: packed, header: header)
        guard size == Self.wide32 || packed == Self.wide32 || header == Self.wide32 else { return result }
        var place = range.lowerBound
        while place + 4 <= range.upperBound, let kind = word16(place), let length = word16(place + 2) {
            guard place + 4 + length <= range.upperBound else { return nil }
            if kind == 1 {
                var (field, end) = (place + 4, place + 4 + length)
                func next() -> Int? {
                    guard field + 8 <= end else { return nil }
                    defer { field += 8 }
                    return word64(field)
                }
                if size == Self.wide32 { guard let value = next() else { return nil }; result.size = value }
                if packed == Self.wide32 { guard let value = next() else { return nil }; result.packed = value }
                if header == Self.wide32 { guard let value = next() else { return nil }; result.header = value }
                end = field
                return result
            }
            place += 4 + length
        }
        return nil
    }

    /// The end of an entry's data; its own header must agree with the directory.
    private func dataEnd(
        of name: ArraySlice<UInt8>,
        method: Int,
        flags: Int,
        header: Int,
        packed: Int
    ) throws(ArchiveFault) -> Int {
        guard header <= bytes.count, packed <= bytes.count, word32(header) == 0x0403_4B50,
            let ownFlags = word16(header + 6), let ownMethod = word16(header + 8),
            let nameLength = word16(header + 26), let extraLength = word16(header + 28),
            header + 30 + nameLength <= bytes.count
        else { throw Self.damaged }
        let ownName = bytes[(header + 30)..<(header + 30 + nameLength)]
        guard ownName.elementsEqual(name), ownMethod == method, ownFlags & 0x2049 == flags & 0x2049 else {
            throw Self.damaged
        }
        return header + 30 + nameLength + extraLength + packed
    }

    private func refuseOverlaps(_ entries: [ZipEntry]) throws(ArchiveFault) {
        let inOrder = entries.sorted { $0.extent.lowerBound < $1.extent.lowerBound }
        for (entry, next) in zip(inOrder, inOrder.dropFirst())
        where entry.extent.upperBound > next.extent.lowerBound {
            throw ArchiveFault(.overlapping, "\(next.label) overlaps another entry")
        }
    }

    // MARK: Names

    private func checkedName(_ raw: ArraySlice<UInt8>, index: Int) throws(ArchiveFault) -> String {
        let name = Self.name(raw)
        let parts = name.split(separator: "/", omittingEmptySubsequences: false)
        let label = ZipEntry.label(name, index: index)
        let hasDrive = raw.count >= 2 && raw[raw.startIndex + 1] == UInt8(ascii: ":")
        let isSafe =
            !raw.isEmpty && !raw.contains(0) && !raw.contains(UInt8(ascii: "\\")) && !hasDrive
            && raw.first != UInt8(ascii: "/") && !parts.contains("..")
        guard isSafe else { throw ArchiveFault(.unsafeName, "\(label) has a name that is not allowed") }
        return name
    }

    /// A name in UTF-8, or else in code page 437, as the format has it.
    private static func name(_ raw: ArraySlice<UInt8>) -> String {
        if let name = String(validating: raw, as: UTF8.self) { return name }
        var name = String.UnicodeScalarView()
        for byte in raw { name.append(byte < 0x80 ? Unicode.Scalar(byte) : codePage437[Int(byte) - 0x80]) }
        return String(name)
    }

    private static let codePage437 = Array(
        """
        ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀\
        αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u{A0}
        """.unicodeScalars
    )

    // MARK: Words, the low byte first

    private func word16(_ place: Int) -> Int? { word(place, length: 2) }

    private func word32(_ place: Int) -> Int? { word(place, length: 4) }

    /// A word of 64 bits, which no honest archive fills beyond what an `Int` holds.
    private func word64(_ place: Int) -> Int? {
        guard let low = word(place, length: 4), let high = word(place + 4, length: 4), high < 1 << 20 else {
            return nil
        }
        return high << 32 | low
    }

    private func word(_ place: Int, length: Int) -> Int? {
        guard place >= 0, place <= bytes.count - length else { return nil }
        var value = 0
        for index in (0..<length).reversed() { value = value << 8 | Int(bytes[place + index]) }
        return value
    }
}
