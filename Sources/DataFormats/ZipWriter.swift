import CLibZip

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Writes ZIP archives: the same entries give the same bytes, as every entry has the first time that the format knows.
public enum ZipWriter {
    /// 1 January 1980, midnight.
    private static let date: UInt16 = 0x21

    /// Returns an archive with entries in this order.
    ///
    /// - Throws: an ``ArchiveFault`` when there is not memory enough, or two entries have one name.
    public static func archive(of entries: [(name: String, bytes: [UInt8])]) throws(ArchiveFault) -> [UInt8] {
        var error = unsafe zip_error_t()
        unsafe zip_error_init(&error)
        defer { unsafe zip_error_fini(&error) }
        guard let target = unsafe zip_source_buffer_create(nil, 0, 0, &error) else { throw fault }
        // Once for the archive, which lets go of it, and once for reading it afterwards.
        unsafe zip_source_keep(target)
        defer { unsafe zip_source_free(target) }
        guard let archive = unsafe zip_open_from_source(target, ZIP_TRUNCATE, &error) else {
            unsafe zip_source_free(target)
            throw fault
        }
        for entry in entries {
            guard unsafe add(entry, to: archive) else {
                unsafe zip_discard(archive)
                throw fault
            }
        }
        guard unsafe zip_close(archive) == 0 else {
            unsafe zip_discard(archive)
            throw fault
        }
        return try unsafe content(of: target)
    }

    private static let fault = ArchiveFault(.noMemory, "the archive cannot be written")

    private static func add(_ entry: (name: String, bytes: [UInt8]), to archive: OpaquePointer) -> Bool {
        // libzip reads the bytes when the archive is closed, and frees them then.
        guard let copy = unsafe malloc(max(entry.bytes.count, 1)) else { return false }
        unsafe entry.bytes.withUnsafeBytes { source in
            if let start = source.baseAddress { unsafe copy.copyMemory(from: start, byteCount: source.count) }
        }
        guard let source = unsafe zip_source_buffer(archive, copy, UInt64(entry.bytes.count), 1) else {
            unsafe free(copy)
            return false
        }
        let index = unsafe zip_file_add(archive, entry.name, source, UInt32(ZIP_FL_ENC_UTF_8))
        guard index >= 0 else {
            unsafe zip_source_free(source)
            return false
        }
        guard unsafe zip_set_file_compression(archive, UInt64(index), Int32(ZIP_CM_DEFLATE), 6) == 0 else {
            return false
        }
        return unsafe zip_file_set_dostime(archive, UInt64(index), 0, date, 0) == 0
    }

    private static func content(of source: OpaquePointer) throws(ArchiveFault) -> [UInt8] {
        var status = unsafe zip_stat_t()
        guard unsafe zip_source_open(source) == 0 else { throw fault }
        defer { unsafe zip_source_close(source) }
        guard unsafe zip_source_stat(source, &status) == 0, let size = unsafe Int(exactly: status.size) else {
            throw fault
        }
        var bytes = [UInt8](repeating: 0, count: size)
        let count = unsafe bytes.withUnsafeMutableBytes { buffer in
            unsafe buffer.baseAddress.map { unsafe Int(zip_source_read(source, $0, UInt64(size))) } ?? 0
        }
        guard count == size else { throw fault }
        return bytes
    }
}
