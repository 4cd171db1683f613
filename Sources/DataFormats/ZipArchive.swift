import CLibZip
import Synchronization

/// A ZIP archive in memory, whose entries are read by name.
///
/// It is made for Office files from anywhere: an archive that is cut, encrypted, ambiguous or made to do harm is refused
/// as a whole; an entry that grows beyond the limits or does not match its checksum is refused when it is read.
///
///     let archive = try ZipArchive(bytes)
///     let part = try archive.bytes(of: "xl/workbook.xml")
public struct ZipArchive: Sendable {
    /// The names of the entries in the order of the archive, without folders.
    public let names: [String]
    private let bytes: [UInt8]
    private let limits: ZipLimits
    private let entries: [String: ZipEntry]
    private let allowance = Allowance()

    /// The bytes inflated so far, over all copies of the archive.
    private final class Allowance: Sendable {
        let used = Mutex(0)
    }

    /// Reads the directory of an archive; nothing is inflated yet.
    ///
    /// - Throws: the first ``ArchiveFault`` that is found; one that concerns the content of a single entry comes from
    ///   ``bytes(of:)``.
    public init(_ bytes: [UInt8], limits: ZipLimits = ZipLimits()) throws(ArchiveFault) {
        let directory = try ZipDirectory(bytes, limits: limits)
        try ZipHandle.reading(bytes, isFirst: true) { (handle) throws(ArchiveFault) in
            guard handle.count == directory.entries.count else {
                throw ArchiveFault(.damaged, "the directory of the archive is damaged")
            }
        }
        self.bytes = bytes
        self.limits = limits
        let files = directory.entries.filter { !$0.isFolder }
        names = files.map(\.name)
        entries = Dictionary(files.map { ($0.name.lowercased(), $0) }) { first, _ in first }
    }

    /// Returns the content of an entry; `nil` when there is none of that name.
    ///
    /// Names are compared without case, as those of Office parts are; no two entries of an archive differ by case alone.
    ///
    /// - Throws: an ``ArchiveFault`` when the entry is damaged or goes beyond the limits.
    public func bytes(of name: String) throws(ArchiveFault) -> [UInt8]? {
        guard let entry = entries[name.lowercased()] else { return nil }
        guard entry.method == 0 || entry.method == 8 else {
            throw ArchiveFault(.unknownMethod, "\(entry.label) is compressed in a way that is not read")
        }
        return try ZipHandle.reading(bytes, isFirst: false) { (handle) throws(ArchiveFault) in
            try handle.inflate(entry, expecting: expectedSize(entry)) { (piece, total) throws(ArchiveFault) in
                try admit(piece, total: total, of: entry)
            }
        }
    }

    /// The claimed size, as far as the limits would let it be true.
    private func expectedSize(_ entry: ZipEntry) -> Int {
        let most = limits.freeBytes.addingReportingOverflow(entry.compressedSize &* limits.ratio)
        return max(0, min(entry.claimedSize, limits.inflatedBytes, most.overflow ? 0 : most.partialValue))
    }

    /// Whether an entry of that name exists, compared without case.
    public func contains(_ name: String) -> Bool {
        entries[name.lowercased()] != nil
    }

    private func admit(_ piece: Int, total: Int, of entry: ZipEntry) throws(ArchiveFault) {
        if total > limits.freeBytes, total / max(limits.ratio, 1) > entry.compressedSize {
            throw ArchiveFault(
                .growsTooMuch,
                "\(entry.label) grows more than \(limits.ratio) times when it is inflated"
            )
        }
        let used = allowance.used.withLock { used in
            used += piece
            return used
        }
        guard used <= limits.inflatedBytes else {
            throw ArchiveFault(.tooLarge, "the archive inflates to more than \(limits.inflatedBytes / 1_000_000) MB")
        }
    }
}

/// Owns one archive that libzip has open, for one reading on one thread.
@safe
private struct ZipHandle: ~Copyable {
    private let archive: OpaquePointer

    var count: Int { unsafe Int(zip_get_num_entries(archive, 0)) }

    deinit { unsafe zip_discard(archive) }

    private init(_ archive: OpaquePointer) {
        unsafe self.archive = archive
    }

    /// Opens an archive for as long as `body` runs; the first time, libzip compares all headers with the directory.
    static func reading<Result>(
        _ bytes: [UInt8],
        isFirst: Bool,
        _ body: (borrowing ZipHandle) throws(ArchiveFault) -> Result
    ) throws(ArchiveFault) -> Result {
        try unsafe bytes.withUnsafeBufferPointer { (buffer) throws(ArchiveFault) in
            let handle = try unsafe open(buffer, flags: isFirst ? ZIP_RDONLY | ZIP_CHECKCONS : ZIP_RDONLY)
            return try body(handle)
        }
    }

    private static func open(_ buffer: UnsafeBufferPointer<UInt8>, flags: Int32) throws(ArchiveFault) -> ZipHandle {
        var error = unsafe zip_error_t()
        unsafe zip_error_init(&error)
        defer { unsafe zip_error_fini(&error) }
        guard
            let source = unsafe zip_source_buffer_create(buffer.baseAddress, UInt64(buffer.count), 0, &error)
        else { throw noMemory }
        guard let archive = unsafe zip_open_from_source(source, flags, &error) else {
            unsafe zip_source_free(source)
            guard unsafe error.zip_err == ZIP_ER_MEMORY else {
                throw ArchiveFault(.damaged, "the directory of the archive is damaged")
            }
            throw noMemory
        }
        return unsafe ZipHandle(archive)
    }

    /// Inflates an entry; `admit` gets the length of each piece and of all so far before they are kept.
    func inflate(
        _ entry: ZipEntry,
        expecting size: Int,
        _ admit: (Int, Int) throws(ArchiveFault) -> Void
    ) throws(ArchiveFault) -> [UInt8] {
        guard let file = unsafe zip_fopen_index(archive, UInt64(entry.index), 0) else {
            throw unsafe Self.fault(zip_error_code_zip(zip_get_error(archive)), of: entry.label)
        }
        defer { unsafe zip_fclose(file) }
        var content: [UInt8] = []
        content.reserveCapacity(size)
        var piece = [UInt8](repeating: 0, count: 65_536)
        while true {
            let count = unsafe piece.withUnsafeMutableBytes { buffer in
                unsafe buffer.baseAddress.map { unsafe Int(zip_fread(file, $0, UInt64(buffer.count))) } ?? 0
            }
            guard count >= 0 else {
                throw unsafe Self.fault(zip_error_code_zip(zip_file_get_error(file)), of: entry.label)
            }
            if count == 0 { return content }
            try admit(count, content.count + count)
            content += piece[..<count]
        }
    }

    private static let noMemory = ArchiveFault(.noMemory, "there is not memory enough to read the archive")

    private static func fault(_ code: Int32, of what: String) -> ArchiveFault {
        switch code {
        // Inconsistent, once a directory is read: more or fewer bytes than the entry's size says.
        case ZIP_ER_CRC, ZIP_ER_INCONS: ArchiveFault(.wrongChecksum, "\(what) does not match its checksum")
        case ZIP_ER_MEMORY: noMemory
        case ZIP_ER_COMPNOTSUPP: ArchiveFault(.unknownMethod, "\(what) is compressed in a way that is not read")
        case ZIP_ER_ENCRNOTSUPP, ZIP_ER_NOPASSWD, ZIP_ER_WRONGPASSWD: ArchiveFault(.encrypted, "\(what) is encrypted")
        case ZIP_ER_ZLIB, ZIP_ER_EOF, ZIP_ER_COMPRESSED_DATA, ZIP_ER_READ:
            ArchiveFault(.badData, "\(what) cannot be inflated")
        default: ArchiveFault(.damaged, "\(what) is damaged")
        }
    }
}
